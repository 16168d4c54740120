import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Text,
} from "@fluentui/react-components";
import type { Finding } from "@parvis/manifest";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { hasCode, Problem } from "../../shared/api/problem.ts";
import { sendFile } from "../../shared/api/send-file.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { FindingsList } from "../../shared/findings/findings-list.tsx";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";

/** For an app that is there already its new version is submitted, which is what somebody with its package means. */
async function submitPackage(file: File): Promise<void> {
  const send = async (address: string) => {
    const { signal } = new AbortController();
    await sendFile(address, file, "application/zip", { signal, onSent: () => undefined });
  };
  try {
    await send("/api/submissions");
  } catch (error) {
    if (!hasCode(error, "app/exists") || typeof error.extra.appId !== "string") throw error;
    await send(`/api/apps/${error.extra.appId}/submissions`);
  }
}

function findingsOf(error: unknown): readonly Finding[] {
  const findings = error instanceof Problem ? error.extra.findings : undefined;
  return Array.isArray(findings) ? (findings as readonly Finding[]) : [];
}

/** Hands in a package for approval; what is wrong with it is told all at once. */
export function SubmitDialog({ onClose }: { onClose: () => void }): ReactElement {
  const styles = useDialogStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File>();
  const submit = useMutation({
    mutationFn: submitPackage,
    onSuccess: async () => {
      notify({ intent: "success", title: t("client.apps.submit.done") });
      await queryClient.invalidateQueries({ queryKey: ["submissions"] });
      onClose();
    },
  });
  const findings = findingsOf(submit.error);
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t("client.apps.submit.title")}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>{t("client.apps.submit.how")}</Text>
            <Field label={t("client.apps.submit.package")}>
              {(labelled) => (
                <input
                  {...labelled}
                  type="file"
                  accept=".zip,application/zip"
                  onChange={(event) => {
                    submit.reset();
                    setFile(event.currentTarget.files?.[0]);
                  }}
                />
              )}
            </Field>
            <ProblemBar error={submit.error} />
            {findings.length > 0 && <FindingsList findings={findings} />}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{t("shared.cancel")}</Button>
            <Button
              appearance="primary"
              disabledFocusable={file === undefined || submit.isPending}
              onClick={() => file && !submit.isPending && submit.mutate(file)}
            >
              {submit.isPending ? t("client.apps.submit.sending") : t("client.apps.submit.send")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
