import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useMutation } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { useText } from "../language/text.ts";
import { ProblemBar } from "./problem-bar.tsx";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, overflowWrap: "anywhere" },
  title: { overflowWrap: "anywhere" },
});

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What will happen, and what will be lost. */
  readonly children: ReactNode;
  /** Says what the button does: "Delete Todo", never "OK". */
  readonly action: string;
  /** What the button says while it is being done. */
  readonly doing: string;
  /** False while what will be lost is still being counted: nobody agrees to what they have not seen. */
  readonly ready?: boolean;
  /** The children say why it was refused. */
  readonly explained?: boolean;
  readonly act: () => Promise<unknown>;
  /** Told after it was done. The dialog stays open, with the reason, when it was not. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks once before something with consequences. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactElement {
  const { open, title, children, action, doing, ready = true, explained = false, act, onDone, onClose } = props;
  const styles = useStyles();
  const t = useText();
  const acting = useMutation({ mutationFn: act, onSuccess: onDone });
  const close = () => {
    if (acting.isPending) return;
    acting.reset();
    onClose();
  };
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => !data.open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle className={styles.title}>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            {children}
            {!explained && <ProblemBar error={acting.error} />}
          </DialogContent>
          <DialogActions fluid>
            <Button disabledFocusable={acting.isPending} onClick={close}>
              {t("shared.cancel")}
            </Button>
            <Button appearance="primary" disabledFocusable={acting.isPending || !ready} onClick={() => acting.mutate()}>
              {acting.isPending ? doing : action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
