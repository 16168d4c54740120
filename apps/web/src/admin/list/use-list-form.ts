import { useState } from "react";
import type { SearchChange } from "../search-change.ts";
import { useDialogAddress } from "../use-dialog-address.ts";
import { useOpenings } from "../use-openings.ts";

/**
 * The form at the side of a list, which makes a new item or changes one. The address says that it is open.
 * @param isOpen whether the address names something that is there to be opened.
 */
export function useListForm(isOpen: boolean, change: SearchChange<{ open?: "new" }>) {
  const [saved, setSaved] = useState<string>();
  const { open, close } = useDialogAddress(
    isOpen,
    () => change({ open: "new" }, false),
    () => change({ open: undefined }),
  );
  return {
    isOpen,
    /** Opens it for a new item. */
    open,
    close,
    /** Its key: it begins anew each time. */
    openings: useOpenings(isOpen),
    /** Shows in the list what was saved. */
    show: setSaved,
    /** For the list. */
    reveal: { reveal: saved, onRevealed: () => setSaved(undefined) },
  };
}
