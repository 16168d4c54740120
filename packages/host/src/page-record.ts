import { type Call, type CallEntries, informs } from "./calls.ts";
import { text } from "./wire.ts";

/** What the page has told about itself so far. */
export interface PageRecord {
  readonly calls: CallEntries;
  /** Version of the SDK that last said `initialize`; absent before. */
  readonly sdkVersion: string | undefined;
  /** Origin of the page that last said `initialize`. */
  readonly origin: string | undefined;
  /** Names the page has passed to `registerHandler`. */
  readonly handlers: readonly string[];
  /** Whether the page and the host hear each other. */
  readonly connected: boolean;
  /** Takes down an `initialize`; `true` when it comes from another document than the one before. */
  greeted(call: Call): boolean;
  /** Takes down any other request; `true` when it is the first. */
  heard(): boolean;
  /** Resolves when the page registers a handler of this name, at once if it has, and after this long in any case. */
  registered(name: string, milliseconds: number): Promise<void>;
}

const MOST_HANDLERS = 64;
const LONGEST_NAME = 200;

export function createPageRecord(): PageRecord {
  const handlers = new Set<string>();
  const waiting = new Set<() => void>();
  let sdkVersion: string | undefined;
  let origin: string | undefined;
  let connected = false;

  return {
    calls: [
      [
        "registerHandler",
        informs(({ args: [name] }) => {
          if (typeof name === "string" && handlers.size < MOST_HANDLERS) handlers.add(name.slice(0, LONGEST_NAME));
          for (const look of [...waiting]) look();
        }),
      ],
      // The answer to `beforeUnload`. What it proves, `heard` has noted.
      ["readyToUnload", informs(() => {})],
    ],
    get sdkVersion() {
      return sdkVersion;
    },
    get origin() {
      return origin;
    },
    get handlers() {
      return [...handlers];
    },
    get connected() {
      return connected;
    },
    greeted(call) {
      const version = text(call.args[0], LONGEST_NAME) ?? "";
      // The same SDK again, or another origin: a new document. Another version: a second copy of the SDK in the same page.
      const another = origin !== undefined && (version === sdkVersion || call.origin !== origin);
      if (another) handlers.clear();
      sdkVersion = version;
      origin = call.origin;
      return another;
    },
    heard() {
      const first = !connected;
      connected = true;
      return first;
    },
    async registered(name, milliseconds) {
      if (handlers.has(name)) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = () => {
        if (handlers.has(name)) resolve();
      };
      const timer = setTimeout(resolve, milliseconds);
      waiting.add(look);
      await promise;
      clearTimeout(timer);
      waiting.delete(look);
    },
  };
}
