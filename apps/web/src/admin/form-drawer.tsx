import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { type FormEvent, type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { ProblemBar } from "../shared/feedback/problem-bar.tsx";
import { useText } from "../shared/language/text.ts";
import { useNarrow } from "../shared/layout/narrow.ts";

const useStyles = makeStyles({
  form: { display: "contents" },
  fields: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    // Room for the outlines of what has the focus.
    paddingBlock: tokens.spacingVerticalXS,
  },
  title: { overflowWrap: "anywhere" },
  footer: { justifyContent: "flex-end" },
});

interface FormDrawerProps {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** Says what the button does: "Add Megan". */
  readonly action: string;
  readonly pending: boolean;
  /** What was refused and belongs to no field. */
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

/** A form at the side of the page it belongs to. */
export function FormDrawer(props: FormDrawerProps): ReactElement {
  const { open, title, children, action, pending, error, onSubmit, onClose } = props;
  const styles = useStyles();
  const t = useText();
  const narrow = useNarrow();
  const fields = useRef<HTMLDivElement>(null);
  // Where typing begins; by itself a drawer focuses its close button.
  useEffect(() => {
    if (open) fields.current?.querySelector<HTMLElement>("input, textarea")?.focus();
  }, [open]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) onSubmit();
  };
  return (
    <OverlayDrawer
      open={open}
      position="end"
      size={narrow ? "full" : "medium"}
      onOpenChange={(_, data) => {
        // A slip beside the drawer must not throw away what was typed.
        if (!data.open && data.type !== "backdropClick") onClose();
      }}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        <DrawerHeader>
          <DrawerHeaderTitle
            className={styles.title}
            action={
              <Button appearance="subtle" icon={<DismissRegular />} aria-label={t("shared.close")} onClick={onClose} />
            }
          >
            {title}
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody>
          <div ref={fields} className={styles.fields}>
            <ProblemBar error={error} />
            {children}
          </div>
        </DrawerBody>
        <DrawerFooter className={styles.footer}>
          <Button onClick={onClose}>{t("shared.cancel")}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={pending}>
            {pending ? t("admin.working") : action}
          </Button>
        </DrawerFooter>
      </form>
    </OverlayDrawer>
  );
}
