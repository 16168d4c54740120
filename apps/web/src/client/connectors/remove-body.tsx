import { Button, DialogActions, DialogBody, DialogContent, Spinner, Text } from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { api, done } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { type Configuration, configurationQuery } from "./connector-queries.ts";
import { ConnectorTitle } from "./connector-title.tsx";
import { EmbedFrame } from "./embed-frame.tsx";
import { OutcomeBar } from "./page-messages.tsx";
import { useHostedPage } from "./use-hosted-page.ts";

interface RemoveBodyProps {
  readonly configurationId: string;
  readonly channelId: string;
  readonly onBack: () => void;
  /** Goes back when absent. */
  readonly onRemoved?: () => void;
}

/** Removing a connector: what is lost, and the publisher's page for it where there is one. */
export function RemoveBody(props: RemoveBodyProps): ReactElement {
  const dialog = useDialogStyles();
  const t = useText();
  const query = useQuery(configurationQuery(props.configurationId));
  return (
    <DialogBody>
      <ConnectorTitle
        connector={query.data}
        title={(name) => t("client.remove.title", { name })}
        meanwhile={t("client.connectors.remove")}
      />
      {query.data ? (
        <Removal connector={query.data} {...props} />
      ) : (
        <DialogContent className={dialog.content}>
          <QueryView query={query} skeleton={<RowSkeletons rows={2} />}>
            {() => null}
          </QueryView>
        </DialogContent>
      )}
    </DialogBody>
  );
}

function Removal({
  connector,
  channelId,
  onBack,
  onRemoved = onBack,
}: RemoveBodyProps & { connector: Configuration }): ReactElement {
  const dialog = useDialogStyles();
  const t = useText();
  const intl = useIntl();
  const queryClient = useQueryClient();
  const { id: configurationId, configuredBy: person, changedAt } = connector;
  const app = connector.app?.displayName ?? connector.name;
  const hasPage = (connector.page?.removeUrl ?? null) !== null;
  const remove = useMutation({
    mutationFn: async () => await done(api.connectors[":configurationId"].$delete({ param: { configurationId } })),
    onSuccess: () => {
      notify({ intent: "success", title: t("client.remove.done", { name: connector.name }) });
      void queryClient.invalidateQueries({ queryKey: ["connectors", channelId] });
      onRemoved();
    },
  });
  const title = t("client.page.title", { app });
  const page = useHostedPage("remove", {
    title,
    // A page that does not answer, or is not there, must not keep a connector alive (lifecycle.md 7).
    onRemoved: ({ outcome }) => {
      if (outcome !== "failed") remove.mutate();
    },
  });
  const ask = hasPage && page.outcome === undefined && page.problem === undefined;
  const busy = page.waiting || remove.isPending;
  const when = intl.formatDate(changedAt, { dateStyle: "long" });
  const primary = busy
    ? t("client.remove.waiting", { app })
    : t(hasPage && !ask ? "client.remove.anyway" : "client.connectors.remove");

  return (
    <>
      <DialogContent className={dialog.content}>
        <Text block>
          {person === null ? t("client.remove.whenOnly", { when }) : t("client.remove.whoWhen", { person, when })}
        </Text>
        <Text block>{t("client.remove.lost", { channel: connector.channel.displayName })}</Text>
        <OutcomeBar outcome={page.outcome?.outcome === "failed" ? page.outcome : undefined} app={app} />
        <ProblemBar error={page.problem ?? remove.error} />
        {hasPage && <EmbedFrame page={page} src={`/embed/connectors/${configurationId}`} title={title} />}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onBack}>{t("shared.cancel")}</Button>
        {page.waiting && <Button onClick={() => remove.mutate()}>{t("client.remove.notWait")}</Button>}
        <Button
          appearance="primary"
          disabledFocusable={busy}
          icon={busy ? <Spinner size="tiny" /> : null}
          onClick={() => (ask ? page.remove() : remove.mutate())}
        >
          {primary}
        </Button>
      </DialogActions>
    </>
  );
}
