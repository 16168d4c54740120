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
  Textarea,
} from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import type { Asking } from "./asking-queries.ts";

const longestNote = 500;

interface AskDialogProps {
  readonly asking: Asking;
  readonly appId: string;
  readonly onClose: () => void;
}

/** Asks the administrators for an app, with a word on why. */
export function AskDialog({ asking: { app, message }, appId, onClose }: AskDialogProps): ReactElement {
  const styles = useDialogStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const [note, setNote] = useState("");
  const name = app?.displayName ?? "";
  const ask = useMutation({
    mutationFn: async () =>
      await read(api.apps[":appId"].requests.$post({ param: { appId }, json: { note: note.trim() } })),
    onSuccess: async () => {
      notify({ intent: "success", title: t("client.apps.ask.sent", { app: name }) });
      await queryClient.invalidateQueries({ queryKey: ["requests"] });
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>
            <AppIdentity
              heading
              icon={app?.icon ?? null}
              name={t("client.apps.ask.title", { app: name })}
              second={app?.publisherName ?? ""}
            />
          </DialogTitle>
          <DialogContent className={styles.content}>
            <Text>{message === "" ? t("client.apps.ask.how") : message}</Text>
            <Field label={t("client.apps.ask.why")} hint={t("client.apps.ask.whyHint")}>
              <Textarea
                value={note}
                maxLength={longestNote}
                rows={3}
                onChange={(_, data) => setNote(data.value)}
                resize="vertical"
              />
            </Field>
            <ProblemBar error={ask.error} />
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{t("shared.cancel")}</Button>
            <Button
              appearance="primary"
              disabledFocusable={ask.isPending}
              onClick={() => !ask.isPending && ask.mutate()}
            >
              {t("client.apps.ask.send")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
