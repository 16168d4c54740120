import { Button, DialogActions, DialogBody, DialogContent, DialogTitle, Field, Text } from "@fluentui/react-components";
import type { Finding } from "@parvis/manifest";
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { Problem } from "../../shared/api/problem.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { FindingsList } from "../../shared/findings/findings-list.tsx";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";

function findingsOf(error: unknown): readonly Finding[] {
  const findings = error instanceof Problem ? error.extra.findings : undefined;
  return Array.isArray(findings) ? (findings as readonly Finding[]) : [];
}

interface PackageBodyProps<Answer> {
  readonly title: string;
  /** What becomes of the package. */
  readonly how: string;
  /** Of the field, of the button, and of the button while it is being done. */
  readonly words: { readonly package: string; readonly send: string; readonly sending: string };
  readonly send: (file: File) => Promise<Answer>;
  readonly onSent: (answer: Answer) => Promise<void>;
  readonly onClose: () => void;
}

/** Chooses a package and sends it; what is wrong with it is told all at once. The content of a dialog. */
export function PackageBody<Answer>(props: PackageBodyProps<Answer>): ReactElement {
  const { title, how, words, send, onSent, onClose } = props;
  const styles = useDialogStyles();
  const t = useText();
  const [file, setFile] = useState<File>();
  const sending = useMutation({ mutationFn: send, onSuccess: onSent });
  const findings = findingsOf(sending.error);
  return (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent className={styles.content}>
        <Text>{how}</Text>
        <Field label={words.package}>
          {(labelled) => (
            <input
              {...labelled}
              type="file"
              accept=".zip,application/zip"
              onChange={(event) => {
                sending.reset();
                setFile(event.currentTarget.files?.[0]);
              }}
            />
          )}
        </Field>
        <ProblemBar error={sending.error} />
        {findings.length > 0 && <FindingsList findings={findings} />}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{t("shared.cancel")}</Button>
        <Button
          appearance="primary"
          disabledFocusable={file === undefined || sending.isPending}
          onClick={() => file && !sending.isPending && sending.mutate(file)}
        >
          {sending.isPending ? words.sending : words.send}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
