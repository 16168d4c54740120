import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Radio,
  RadioGroup,
  Text,
} from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import type { WebhookActs } from "./webhook.ts";
import { useWebhookText } from "./webhook-text.ts";

const hour = 3_600;
const day = 24 * hour;
/** How long the address that is replaced may work on; the server takes a month at most. */
const graces = [hour, day, 7 * day, 30 * day];
const usualGrace = day;

/** Gives a webhook a new address; the old one may work on for a while. */
export function RotateDialog({ acts, onClose }: { acts: WebhookActs; onClose: () => void }): ReactElement {
  const styles = useDialogStyles();
  const t = useText();
  const { duration } = useWebhookText();
  const queryClient = useQueryClient();
  const [grace, setGrace] = useState(usualGrace);
  const rotate = useMutation({
    mutationFn: async () => await acts.rotate(grace),
    onSuccess: (now) => {
      queryClient.setQueryData(acts.queryKey, now);
      notify({ intent: "success", title: t("client.webhooks.rotated") });
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t("client.webhooks.rotate")}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text block>{t("client.webhooks.rotate.text")}</Text>
            <Field label={t("client.webhooks.grace")}>
              <RadioGroup value={String(grace)} onChange={(_, { value }) => setGrace(Number(value))}>
                {graces.map((seconds) => (
                  <Radio key={seconds} value={String(seconds)} label={duration(seconds)} />
                ))}
                <Radio value="0" label={t("client.webhooks.grace.none")} />
              </RadioGroup>
            </Field>
            <ProblemBar error={rotate.error} />
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{t("shared.cancel")}</Button>
            <Button
              appearance="primary"
              disabledFocusable={rotate.isPending}
              onClick={() => !rotate.isPending && rotate.mutate()}
            >
              {t("client.webhooks.rotate.action")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
