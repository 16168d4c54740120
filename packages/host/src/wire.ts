/**
 * The messages that cross window.postMessage (teamsjs-host.md section 2). Whatever arrives was written by a
 * stranger: nothing here trusts a field it has not looked at, and nothing walks deeper than the fields it reads.
 */

/** Generation of the SDK at the other end: both speak the same function names, but expect other answers. */
export type SdkGeneration = 1 | 2;

/** A well-formed request of a page. */
export interface PageRequest {
  readonly id: number;
  readonly func: string;
  readonly args: readonly unknown[];
  /** 2.x only. Echoed in the answer, and then in every answer: section 2 says why. */
  readonly uuid?: string;
}

/** The values an SDK callback is called with; `undefined` in place of an answer means that none is sent. */
export type Answer = readonly unknown[];

const LONGEST_NAME = 200;
const LONGEST_UUID = 64;
const MOST_ARGUMENTS = 16;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads an own property, so that a message cannot borrow one from a prototype. */
export function field(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The text in `value`, cut to `longest` characters; `undefined` when it is no text. */
export function text(value: unknown, longest: number): string | undefined {
  return typeof value === "string" ? value.slice(0, longest) : undefined;
}

/** Reads `event.data` as a request. Anything else (answers, events, other libraries' messages) gives `undefined`. */
export function readRequest(data: unknown): PageRequest | undefined {
  const id = field(data, "id");
  const func = field(data, "func");
  if (typeof id !== "number" || !Number.isSafeInteger(id) || id < 0) return undefined;
  if (typeof func !== "string" || func === "" || func.length > LONGEST_NAME) return undefined;
  const args = field(data, "args");
  const uuid = field(data, "uuidAsString");
  return {
    id,
    func,
    args: Array.isArray(args) ? args.slice(0, MOST_ARGUMENTS) : [],
    ...(typeof uuid === "string" && uuid.length <= LONGEST_UUID ? { uuid } : {}),
  };
}

/** The message that answers `request`. */
export function responseTo(request: PageRequest, args: Answer): Record<string, unknown> {
  return request.uuid === undefined ? { id: request.id, args } : { id: request.id, uuidAsString: request.uuid, args };
}

/** The message that raises an event in the page. It carries no `id`: one would make it an answer (section 2). */
export function eventMessage(func: string, args: Answer): Record<string, unknown> {
  return { func, args };
}
