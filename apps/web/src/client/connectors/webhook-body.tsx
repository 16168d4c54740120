import { Button, DialogActions, DialogBody, DialogContent, Text } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { CopyField } from "../../shared/parts/copy-field.tsx";
import { configurationQuery } from "./connector-queries.ts";
import { ConnectorTitle } from "./connector-title.tsx";

/** A ready command to post to a webhook from a shell. */
export function curlLine(webhookUrl: string, text: string): string {
  const body = JSON.stringify({ text }).replaceAll("'", "'\\''");
  return `curl -H 'Content-Type: application/json' -d '${body}' '${webhookUrl}'`;
}

interface WebhookBodyProps {
  readonly configurationId: string;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** Where senders post to, and how to try it. */
export function WebhookBody({ configurationId, onBack, onClose }: WebhookBodyProps): ReactElement {
  const dialog = useDialogStyles();
  const t = useText();
  const query = useQuery(configurationQuery(configurationId));
  return (
    <DialogBody>
      <ConnectorTitle
        connector={query.data}
        title={(name) => t("client.webhook.title", { name })}
        meanwhile={t("client.webhook.address")}
      />
      <DialogContent className={dialog.content}>
        <QueryView query={query} skeleton={<RowSkeletons rows={2} />}>
          {({ webhookUrl, channel }) => (
            <>
              <Text>{t("client.webhook.explained", { channel: channel.displayName })}</Text>
              <CopyField label={t("client.webhook.address")} value={webhookUrl} long />
              <CopyField label={t("client.webhook.try")} value={curlLine(webhookUrl, t("client.webhook.hello"))} long />
            </>
          )}
        </QueryView>
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onBack}>{t("shared.back")}</Button>
        <Button appearance="primary" onClick={onClose}>
          {t("shared.done")}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
