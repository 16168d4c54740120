import { Button, DialogActions, DialogBody, DialogContent, DialogTitle, Spinner } from "@fluentui/react-components";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useEffect, useRef } from "react";
import { api, done } from "../../shared/api/client.ts";
import { ErrorState } from "../../shared/feedback/error-state.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import { CopyField } from "../../shared/parts/copy-field.tsx";
import { connectorQuery } from "./connector-queries.ts";
import { EmbedFrame } from "./embed-frame.tsx";
import { OutcomeBar, SilenceBar } from "./page-messages.tsx";
import { useHostedPage } from "./use-hosted-page.ts";
import { useSaveConnector } from "./use-save-connector.ts";

interface PageSessionProps {
  readonly configurationId: string;
  readonly channelId: string;
  /** Before the person's eyes. Once it is not, the session ends. */
  readonly shown: boolean;
  readonly onBack: () => void;
  readonly onClose: () => void;
  /** Nothing is under way any more: it may be taken away. */
  readonly onGone: () => void;
}

/** The publisher's configuration page in the dialog: it says when one may save, and how saving went. */
export function PageSession({
  configurationId,
  channelId,
  shown,
  onBack,
  onClose,
  onGone,
}: PageSessionProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const query = useQuery({ ...connectorQuery(configurationId), enabled: shown });
  const connector = query.data;
  const save = useSaveConnector(configurationId, channelId);
  const isDraft = connector?.state === "draft" && !save.isSuccess;
  const page = useHostedPage("configure", {
    title: t("client.page.title", { app: connector?.app.displayName ?? "" }),
    shown,
    onGone,
    onSaved: (settings) => save.mutate(settings, { onSuccess: finish }),
  });
  useDroppedDraft(shown && isDraft ? configurationId : undefined);

  function finish(saved: { name: string; webhookUrl: string }): void {
    notify({
      intent: "success",
      title: t("client.page.saved", { name: saved.name }),
      stays: true,
      body: <CopyField label={t("client.webhook.address")} value={saved.webhookUrl} />,
    });
    queryClient.removeQueries({ queryKey: ["connector", configurationId] });
    onClose();
  }

  const busy = page.waiting || save.isPending;
  return (
    <DialogBody style={shown ? undefined : { display: "none" }}>
      {shown && (
        <DialogTitle>
          {connector && (
            <AppIdentity
              icon={connector.app.icon}
              name={t("client.page.configure", { app: connector.app.displayName })}
              second={connector.app.publisherName}
            />
          )}
        </DialogTitle>
      )}
      <DialogContent>
        {shown && query.error !== null && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {shown && connector && <SilenceBar page={page} app={connector.app.displayName} />}
        {shown && connector && <OutcomeBar outcome={page.outcome} app={connector.app.displayName} />}
        {shown && <ProblemBar error={page.problem ?? save.error} />}
        {connector && (
          <EmbedFrame
            page={page}
            configurationId={configurationId}
            title={t("client.page.title", { app: connector.app.displayName })}
          />
        )}
      </DialogContent>
      {shown && (
        <DialogActions>
          <Button onClick={onBack}>{t("shared.cancel")}</Button>
          <Button
            appearance="primary"
            disabledFocusable={!page.valid || busy}
            icon={busy ? <Spinner size="tiny" /> : null}
            onClick={page.save}
          >
            {busy ? t("client.page.saving") : t("client.page.save")}
          </Button>
        </DialogActions>
      )}
    </DialogBody>
  );
}

/** Gives up a draft that was on the screen and was not saved: its webhook need not answer until it expires. */
function useDroppedDraft(draftId: string | undefined): void {
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (draftId === undefined) return;
    clearTimeout(pending.current);
    return () => {
      // Not at once: React may take an effect back only to run it again.
      const drop = () =>
        void done(api.connectors[":configurationId"].$delete({ param: { configurationId: draftId } })).catch(
          () => undefined,
        );
      pending.current = setTimeout(drop);
    };
  }, [draftId]);
}
