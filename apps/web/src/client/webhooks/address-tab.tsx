import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { useIntl } from "react-intl";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { CopyField } from "../../shared/parts/copy-field.tsx";
import { patiently } from "../../shared/patient-import.ts";
import { curlLine } from "../connectors/webhook-body.tsx";
import type { Webhook, WebhookActs } from "./webhook.ts";

const RotateDialog = lazy(patiently(async () => ({ default: (await import("./rotate-dialog.tsx")).RotateDialog })));

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, maxWidth: "720px" },
  button: { alignSelf: "start" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface AddressTabProps {
  readonly webhook: Webhook;
  readonly acts: WebhookActs;
  readonly mayConfigure: boolean;
}

/** Where senders post: the address, those it replaced, and replacing it. */
export function AddressTab({ webhook, acts, mayConfigure }: AddressTabProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const intl = useIntl();
  const queryClient = useQueryClient();
  const [rotating, setRotating] = useState(false);
  const { webhookUrl, place, previousAddresses } = webhook;
  const moment = (when: string) => intl.formatDate(when, { dateStyle: "medium", timeStyle: "short" });
  const { endPrevious } = acts;
  const end = useMutation({
    mutationFn: async () => await endPrevious?.(),
    onSuccess: (now) => queryClient.setQueryData(acts.queryKey, now),
  });
  return (
    <div className={styles.root}>
      <Text>{t("client.webhook.explained", { channel: place })}</Text>
      <CopyField label={t("client.webhook.address")} value={webhookUrl} long />
      <Text size={200} className={styles.quiet}>
        {t("client.webhooks.since", { when: moment(webhook.addressSince) })}
      </Text>
      {previousAddresses.map(({ worksUntil, lastUsedAt }) => (
        <MessageBar key={worksUntil} intent="warning" layout="multiline">
          <MessageBarBody>
            {t("client.webhooks.previous", { until: moment(worksUntil) })}{" "}
            {lastUsedAt === null
              ? t("client.webhooks.previous.unused")
              : t("client.webhooks.previous.used", { when: moment(lastUsedAt) })}
          </MessageBarBody>
          {endPrevious !== undefined && (
            <MessageBarActions>
              <Button disabledFocusable={end.isPending || !mayConfigure} onClick={() => end.mutate()}>
                {t("client.webhooks.previous.end")}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      ))}
      <ProblemBar error={end.error} />
      <Button
        className={styles.button}
        icon={<ArrowSyncRegular />}
        disabledFocusable={!mayConfigure}
        onClick={() => mayConfigure && setRotating(true)}
      >
        {t("client.webhooks.rotate")}
      </Button>
      <CopyField label={t("client.webhook.try")} value={curlLine(webhookUrl, t("client.webhook.hello"))} long />
      {rotating && (
        <Suspense>
          <RotateDialog acts={acts} onClose={() => setRotating(false)} />
        </Suspense>
      )}
    </div>
  );
}
