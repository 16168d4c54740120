import { useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";

/** Longer than Fluent's focus handling (tabster) waits before it marks or unmarks what a dialog covers. */
const settledMilliseconds = 300;

/**
 * When the last dialog goes together with its page, Fluent's focus handling goes first and leaves what comes behind marked as
 * covered: hidden from screen readers for good. So this looks after every step to another address.
 */
export function useRevealedPage(): void {
  const address = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.href });
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every address anew
  useEffect(() => {
    const timer = setTimeout(() => {
      if (document.querySelector("[aria-modal=true]") === null)
        document.getElementById("root")?.removeAttribute("aria-hidden");
    }, settledMilliseconds);
    return () => clearTimeout(timer);
  }, [address]);
}
