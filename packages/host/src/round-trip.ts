import type { CallEntries } from "./calls.ts";
import { informs } from "./calls.ts";
import { text } from "./wire.ts";

/** How a save or a removal ended. */
export type RoundTripOutcome =
  | { readonly outcome: "succeeded" }
  /** The page said no. `reason` is its own words, if it gave any. */
  | { readonly outcome: "failed"; readonly reason?: string }
  /** The page got the event and never answered. */
  | { readonly outcome: "timed-out" }
  /** No page of the app has said `initialize`: there was nobody to ask. */
  | { readonly outcome: "not-ready" };

/** An event that the page must end with `<name>.success` or `<name>.failure`. */
export interface RoundTrip {
  readonly calls: CallEntries;
  /** Raises the event through `post` and waits. While one runs, asking again gives the same promise. */
  start(post: () => boolean): Promise<RoundTripOutcome>;
  readonly running: Promise<RoundTripOutcome> | undefined;
}

const LONGEST_REASON = 2000;

/** `name` is `settings.save` or `settings.remove` (section 5). An answer that nobody waits for is ignored. */
export function createRoundTrip(name: string, milliseconds: number): RoundTrip {
  let finish: ((outcome: RoundTripOutcome) => void) | undefined;
  let running: Promise<RoundTripOutcome> | undefined;

  function wait(post: () => boolean): Promise<RoundTripOutcome> {
    const { promise, resolve } = Promise.withResolvers<RoundTripOutcome>();
    const timer = setTimeout(() => resolve({ outcome: "timed-out" }), milliseconds);
    finish = resolve;
    if (!post()) resolve({ outcome: "not-ready" });
    return promise.finally(() => {
      clearTimeout(timer);
      finish = undefined;
      running = undefined;
    });
  }

  return {
    calls: [
      [`${name}.success`, informs(() => finish?.({ outcome: "succeeded" }))],
      [
        `${name}.failure`,
        informs((call) => {
          const reason = text(call.args[0], LONGEST_REASON);
          finish?.({ outcome: "failed", ...(reason ? { reason } : {}) });
        }),
      ],
    ],
    start(post) {
      running ??= wait(post);
      return running;
    },
    get running() {
      return running;
    },
  };
}
