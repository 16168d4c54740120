import type { Answer, SdkGeneration } from "./wire.ts";

/** One request of a page, as the functions that answer it see it. */
export interface Call {
  readonly func: string;
  readonly args: readonly unknown[];
  readonly generation: SdkGeneration;
  /** Origin of the document that asked. It has passed `allowedOrigins`. */
  readonly origin: string;
}

/** `undefined`: the SDK expects no answer to this function, so none is sent. */
export type CallResult = Answer | undefined;

export type CallHandler = (call: Call) => CallResult | Promise<CallResult>;

/** A Map and no object, so that `__proto__` and `constructor` are unknown functions like any other. */
export type CallTable = ReadonlyMap<string, CallHandler>;

/** A part of the protocol: the functions it answers. */
export type CallEntries = readonly (readonly [func: string, handler: CallHandler])[];

/** For functions that only inform the host. */
export function informs(listener: (call: Call) => void): CallHandler {
  return (call) => {
    listener(call);
    return undefined;
  };
}
