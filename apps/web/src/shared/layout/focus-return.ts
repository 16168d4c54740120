import { useLayoutEffect } from "react";

const patienceMilliseconds = 1_000;
const lookMilliseconds = 50;

/**
 * Gives the focus back to what had it when a dialog opened, once the dialog has left the screen. For dialogs that stand in the
 * address and are loaded late: Fluent's own way (useRestoreFocusTarget) brings its focus handling along to pages that have not
 * opened any.
 */
export function useFocusReturn(open: boolean): void {
  useLayoutEffect(() => {
    if (!open) return;
    const opener = document.activeElement;
    return () => {
      const until = performance.now() + patienceMilliseconds;
      const look = () => {
        const nowhere = document.activeElement === null || document.activeElement === document.body;
        // A person who has moved on meanwhile is left alone.
        if (nowhere && opener instanceof HTMLElement && opener.isConnected) opener.focus();
        else if (performance.now() < until) setTimeout(look, lookMilliseconds);
      };
      setTimeout(look, lookMilliseconds);
    };
  }, [open]);
}
