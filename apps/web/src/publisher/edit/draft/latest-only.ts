/**
 * Work of which only the newest counts: while it is done, what is asked for waits, and of all that waits the last is done.
 * @param tell told every outcome, in order.
 */
export function latestOnly<Input, Output>(
  work: (input: Input) => Promise<Output>,
  tell: (outcome: { readonly done: Output } | { readonly failed: unknown }) => void,
): { ask(input: Input): void; stop(): void } {
  let waiting: { readonly input: Input } | undefined;
  let busy = false;
  let stopped = false;

  async function goOn(): Promise<void> {
    busy = true;
    while (waiting !== undefined && !stopped) {
      const { input } = waiting;
      waiting = undefined;
      const outcome = await work(input).then(
        (done) => ({ done }),
        (failed: unknown) => ({ failed }),
      );
      if (!stopped) tell(outcome);
    }
    busy = false;
  }

  return {
    ask(input) {
      waiting = { input };
      if (!busy) void goOn();
    },
    stop() {
      stopped = true;
    },
  };
}
