import { useCallback, useEffect, useRef, useState } from "react";
import { run } from "../../engine/engine.ts";
import type { Linted, LintInput } from "../../engine/lint.ts";
import { latestOnly } from "./latest-only.ts";

export interface Linting {
  /** Of the text as it was last judged; undefined until the first time. */
  readonly linted: Linted | undefined;
  /** Why the engine gave no answer. */
  readonly error: unknown;
  readonly retry: () => void;
}

/** Judges a text whenever it, the rules or the language change. */
export function useLinted({ text, target, language, env }: LintInput): Linting {
  const [outcome, setOutcome] = useState<{ linted: Linted | undefined; error: unknown }>({
    linted: undefined,
    error: null,
  });
  const work = useRef<ReturnType<typeof latestOnly<LintInput, Linted>>>(undefined);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const made = latestOnly(
      async (input: LintInput) => await run("lint", input),
      (told) =>
        setOutcome(({ linted }) =>
          "done" in told ? { linted: told.done, error: null } : { linted, error: told.failed },
        ),
    );
    work.current = made;
    return () => made.stop();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: trying again is asking for the same once more
  useEffect(() => {
    work.current?.ask({ text, target, language, env });
  }, [text, target, language, env, tries]);
  return { ...outcome, retry: useCallback(() => setTries((count) => count + 1), []) };
}
