import { Button, DialogActions, DialogBody, DialogContent, DialogTitle, makeStyles } from "@fluentui/react-components";
import type { FormEvent, ReactElement, ReactNode } from "react";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";

const useStyles = makeStyles({ form: { display: "contents" } });

interface FormBodyProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What the button says, and what it says while it is being done. */
  readonly action: string;
  readonly doing: string;
  readonly pending: boolean;
  /** Whether it would be refused anyway. */
  readonly refused?: boolean;
  readonly error: Error | null;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** A form as the content of a dialog. */
export function FormBody(props: FormBodyProps): ReactElement {
  const { title, children, action, doing, pending, refused = false, error, onSubmit, onCancel } = props;
  const styles = useStyles();
  const dialog = useDialogStyles();
  const t = useText();
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!pending && !refused) onSubmit();
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent className={dialog.content}>
          {children}
          <ProblemBar error={error} />
        </DialogContent>
        <DialogActions fluid>
          <Button onClick={onCancel}>{t("shared.cancel")}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={pending || refused}>
            {pending ? doing : action}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
