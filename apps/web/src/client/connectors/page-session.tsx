import { Button, DialogActions, DialogBody, DialogContent, DialogTitle, Spinner } from "@fluentui/react-components";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useEffect, useRef } from "react";
import { api, done } from "../../shared/api/client.ts";
import { teamSwitchesQuery } from "../../shared/connector-switches.ts";
import { ErrorState } from "../../shared/feedback/error-state.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import { CopyField } from "../../shared/parts/copy-field.tsx";
import { connectorQuery } from "./connector-queries.ts";
import { EmbedFrame } from "./embed-frame.tsx";
import { OutcomeBar, SilenceBar } from "./page-messages.tsx";
import { SwitchedOffBar } from "./switched-off-bar.tsx";
import { useHostedPage } from "./use-hosted-page.ts";
import { useSaveConnector } from "./use-save-connector.ts";

interface PageSessionProps {
  readonly configurationId: string;
  readonly channelId: string;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** The publisher's configuration page in the dialog: it says when one may save, and how saving went. */
export function PageSession({ configurationId, channelId, onBack, onClose }: PageSessionProps): ReactElement {
  const dialog = useDialogStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const query = useQuery(connectorQuery(configurationId));
  const connector = query.data;
  const save = useSaveConnector(configurationId, channelId);
  const page = useHostedPage("configure", {
    title: t("client.page.title", { app: connector?.app.displayName ?? "" }),
    onSaved: (settings) => save.mutate(settings, { onSuccess: finish }),
  });
  const keep = useDroppedDraft(configurationId, connector?.state === "draft");

  function finish(saved: { name: string; webhookUrl: string }): void {
    keep();
    notify({
      intent: "success",
      title: t("client.page.saved", { name: saved.name }),
      stays: true,
      body: <CopyField label={t("client.webhook.address")} value={saved.webhookUrl} />,
    });
    queryClient.removeQueries({ queryKey: ["connector", configurationId] });
    onClose();
  }

  const teamId = connector?.team.id;
  const switches = useQuery({ ...teamSwitchesQuery(teamId ?? ""), enabled: teamId !== undefined }).data;
  // Until the answer is there: the server refuses by itself.
  const refused = (switches?.refusal ?? null) !== null;
  const busy = page.waiting || save.isPending;
  return (
    <DialogBody>
      <DialogTitle>
        {connector && (
          <AppIdentity
            heading
            icon={connector.app.icon}
            name={t("client.page.configure", { app: connector.app.displayName })}
            second={connector.app.publisherName}
          />
        )}
      </DialogTitle>
      <DialogContent className={dialog.content}>
        {query.error !== null && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {refused && <SwitchedOffBar switches={switches} />}
        {connector && <SilenceBar page={page} appId={connector.app.id} app={connector.app.displayName} />}
        {connector && <OutcomeBar outcome={page.outcome} app={connector.app.displayName} />}
        <ProblemBar error={page.problem ?? save.error} />
        {connector && (
          <EmbedFrame
            page={page}
            src={`/embed/connectors/${configurationId}`}
            title={t("client.page.title", { app: connector.app.displayName })}
          />
        )}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onBack}>{t("shared.cancel")}</Button>
        <Button
          appearance="primary"
          disabledFocusable={!page.valid || busy || refused}
          icon={busy ? <Spinner size="tiny" /> : null}
          onClick={page.save}
        >
          {busy ? t("client.page.saving") : t("client.page.save")}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

/**
 * Gives up a draft when its dialog goes without saving it: its webhook need not answer until it expires.
 * @returns says that it is to be kept.
 */
function useDroppedDraft(configurationId: string, isDraft: boolean): () => void {
  const drop = useRef(isDraft);
  useEffect(() => {
    drop.current = isDraft;
  }, [isDraft]);
  useEffect(
    () => () => {
      if (!drop.current) return;
      void done(api.connectors[":configurationId"].$delete({ param: { configurationId } })).catch(() => undefined);
    },
    [configurationId],
  );
  return () => {
    drop.current = false;
  };
}
