import { Dialog, DialogSurface, makeStyles, mergeClasses } from "@fluentui/react-components";
import { type ReactElement, type ReactNode, useRef } from "react";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";

const useStyles = makeStyles({
  // In a column that scrolls, a bar would give its room to the rest and let its words hang out.
  surface: { "& .fui-MessageBar": { flexShrink: 0 } },
});

interface EditDialogProps {
  readonly open: boolean;
  /** What was typed must not be lost to a slip beside the dialog. */
  readonly holdsInput?: boolean;
  readonly onClose: () => void;
  /** While it is open; what was there last stays until it is out of sight. */
  readonly children: ReactNode;
}

/**
 * The dialogs of this page. They stay mounted and are opened and closed: one that is taken away while it is open leaves
 * the page behind it hidden from screen readers.
 */
export function EditDialog({ open, holdsInput = false, onClose, children }: EditDialogProps): ReactElement | null {
  const styles = useStyles();
  const dialog = useDialogStyles();
  const last = useRef<ReactNode>(undefined);
  if (open) last.current = children;
  // Nobody has opened it yet: what dialogs bring along for the focus need not be on the page.
  if (last.current === undefined) return null;
  return (
    <Dialog
      open={open}
      onOpenChange={(_, data) => {
        if (!data.open && !(holdsInput && data.type === "backdropClick")) onClose();
      }}
    >
      <DialogSurface className={mergeClasses(dialog.surface, styles.surface)}>{last.current}</DialogSurface>
    </Dialog>
  );
}
