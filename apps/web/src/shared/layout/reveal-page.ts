import { useEffect } from "react";

/** Longer than Fluent's focus handling (tabster) waits before it marks or unmarks what a dialog covers. */
const settledMilliseconds = 300;

/**
 * For dialogs that lead to another page. When the last dialog goes together with its page, Fluent's focus handling goes
 * first and leaves the page behind marked as covered: hidden from screen readers for good.
 */
export function useRevealedPage(): void {
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.querySelector("[aria-modal=true]") === null)
          document.getElementById("root")?.removeAttribute("aria-hidden");
      }, settledMilliseconds);
    },
    [],
  );
}
