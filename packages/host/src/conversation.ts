import type { Call, CallHandler, CallResult, CallTable } from "./calls.ts";
import { createFloodLimit, DEFAULT_FLOOD_BOUNDS } from "./flood-limit.ts";
import type { OriginMatcher } from "./origins.ts";
import { ErrorCode, refusal, sdkError } from "./refusals.ts";
import { type Answer, eventMessage, type PageRequest, readRequest, responseTo, type SdkGeneration } from "./wire.ts";

/** The window at the other end: a frame's contentWindow or a popup. */
export interface Peer {
  postMessage(message: unknown, targetOrigin: string): void;
}

/** What of a `MessageEvent` is looked at, in this order. */
export interface IncomingMessage {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

export interface ConversationOptions {
  /** Asked for each message, because a frame that has left its document has no window. */
  readonly peer: () => Peer | null | undefined;
  readonly accepts: OriginMatcher;
  readonly calls: CallTable;
  readonly unknown: CallHandler;
  /** Told of each request before it is handled. */
  readonly onRequest?: (call: Call) => void;
  readonly onForeignOrigin: (origin: string) => void;
  readonly onFlood: () => void;
}

/** The exchange with one window, whatever documents it shows one after the other. */
export interface Conversation {
  /** Deals with `message` if it comes from this window; `false` leaves it to others. */
  receive(message: IncomingMessage): boolean;
  /** Raises an event in the page; `false` when no page of an allowed origin has said `initialize` yet. */
  post(func: string, args: Answer): boolean;
  /** Resolves once every request taken so far has its answer. */
  settled(): Promise<void>;
}

/** Requests of one window that may wait for their answers at the same time. */
const MOST_PENDING = 64;
/** Foreign origins reported for one window; a hostile page could make up more without end. */
const MOST_FOREIGN_ORIGINS = 10;

export function createConversation(options: ConversationOptions): Conversation {
  const limit = createFloodLimit(DEFAULT_FLOOD_BOUNDS, () => performance.now());
  const pending = new Set<Promise<void>>();
  const foreignOrigins = new Set<string>();
  let flooding = false;
  let generation: SdkGeneration = 1;
  let pageOrigin: string | undefined;

  function answer(peer: Peer, origin: string, request: PageRequest, result: CallResult): void {
    if (!result) return;
    try {
      // To the origin that asked and no other: the frame may have moved on since (section 6).
      peer.postMessage(responseTo(request, result), origin);
    } catch (error) {
      // The owner of this host gave a value that cannot be cloned.
      reportError(error);
    }
  }

  function failed(request: PageRequest, error: unknown): CallResult {
    reportError(error);
    return refusal(request.func, generation, sdkError(ErrorCode.internalError, "The host failed to answer."));
  }

  function handle(call: Call): ReturnType<CallHandler> {
    if (pending.size >= MOST_PENDING) {
      const error = sdkError(ErrorCode.internalError, "Too many requests are waiting for their answers.");
      return refusal(call.func, generation, error);
    }
    options.onRequest?.(call);
    return (options.calls.get(call.func) ?? options.unknown)(call);
  }

  function take(peer: Peer, origin: string, request: PageRequest): void {
    let result: ReturnType<CallHandler>;
    try {
      result = handle({ func: request.func, args: request.args, generation, origin });
    } catch (error) {
      result = failed(request, error);
    }
    if (!(result instanceof Promise)) {
      answer(peer, origin, request, result);
      return;
    }
    const waiting: Promise<void> = result
      .catch((error: unknown) => failed(request, error))
      .then((late) => answer(peer, origin, request, late))
      .finally(() => pending.delete(waiting));
    pending.add(waiting);
  }

  function foreign(origin: string): void {
    if (foreignOrigins.size >= MOST_FOREIGN_ORIGINS || foreignOrigins.has(origin)) return;
    foreignOrigins.add(origin);
    options.onForeignOrigin(origin);
  }

  return {
    receive(message) {
      const peer = options.peer();
      if (!peer || message.source !== peer) return false;
      // Before `data` is touched: reading it is what deserialises a message of any size.
      if (!limit.take()) {
        if (!flooding) options.onFlood();
        flooding = true;
        return true;
      }
      flooding = false;
      if (!options.accepts(message.origin)) {
        foreign(message.origin);
        return true;
      }
      const request = readRequest(message.data);
      if (!request) return true;
      if (request.func === "initialize") {
        generation = generationOf(request.args);
        pageOrigin = message.origin;
      }
      take(peer, message.origin, request);
      return true;
    },
    post(func, args) {
      const peer = options.peer();
      if (!peer || pageOrigin === undefined) return false;
      peer.postMessage(eventMessage(func, args), pageOrigin);
      return true;
    },
    async settled() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

/** 1.x names its version and nothing more; 2.x adds the number of its runtime format (section 3). */
function generationOf(args: readonly unknown[]): SdkGeneration {
  const [version, runtimeFormat] = args;
  return typeof runtimeFormat === "number" || (typeof version === "string" && version.startsWith("2.")) ? 2 : 1;
}
