import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/**
 * A dialog that is a place in the history: going back closes it, closing it leaves no step behind that leads nowhere.
 * @param isOpen whether the address says that it is open.
 * @param show goes to the address with the dialog; a step of its own in the history.
 * @param hide goes to the address without it, in the same step.
 */
export function useDialogAddress(isOpen: boolean, show: () => void, hide: () => void) {
  const { history } = useRouter();
  const stepped = useRef(false);
  useEffect(() => {
    if (!isOpen) stepped.current = false;
  }, [isOpen]);
  return {
    open: () => {
      stepped.current = true;
      show();
    },
    close: () => {
      if (!isOpen) return;
      // Opened by a link from elsewhere: what is before it is another page.
      if (stepped.current) history.back();
      else hide();
      stepped.current = false;
    },
  };
}
