import {
  Breadcrumb,
  BreadcrumbDivider,
  BreadcrumbItem,
  Button,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { ArrowLeftRegular, DeleteRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { mayRemoveFrom, teamSwitchesQuery } from "../../shared/connector-switches.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { narrow, useNarrow } from "../../shared/layout/narrow.ts";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { ButtonLink, TextLink } from "../../shared/layout/text-link.tsx";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import { patiently } from "../../shared/patient-import.ts";
import { useConfiguredText } from "../connectors/configured-text.ts";
import { type Configuration, configurationQuery } from "../connectors/connector-queries.ts";
import { SwitchedOffBar } from "../connectors/switched-off-bar.tsx";
import { channelActs, channelWebhook } from "./webhook.ts";
import { WebhookTabs } from "./webhook-tabs.tsx";

const RemoveDialog = lazy(patiently(async () => ({ default: (await import("./remove-dialog.tsx")).RemoveDialog })));

const route = getRouteApi("/frame/client/teams/$teamId/connectors/$configurationId");

const useStyles = makeStyles({
  page: {
    height: "100%",
    overflow: "auto",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalXXL,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, maxWidth: "960px" },
  trail: { "& ol": { flexWrap: "wrap" } },
  header: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  who: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalL, flex: "1 1 300px", minWidth: 0 },
  words: { minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** A connector or webhook of a channel on a page of its own: address, deliveries, targets, settings. */
export function WebhookPage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const isNarrow = useNarrow();
  const { teamId, configurationId } = route.useParams();
  const query = useQuery(configurationQuery(configurationId));
  usePageTitle(query.data?.name);
  return (
    <div className={styles.page}>
      {isNarrow && (
        <ButtonLink
          to="/teams/$teamId"
          params={{ teamId }}
          search={{ tab: "connectors" }}
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={t("client.webhooks.back")}
        />
      )}
      <QueryView query={query} skeleton={<RowSkeletons rows={4} />}>
        {(webhook) => <Webhook key={webhook.id} webhook={webhook} />}
      </QueryView>
    </div>
  );
}

function Webhook({ webhook }: { webhook: Configuration }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const configuredText = useConfiguredText();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const [removing, setRemoving] = useState(false);
  const switches = useQuery(teamSwitchesQuery(webhook.team.id)).data;
  const mayConfigure = (switches?.refusal ?? null) === null;
  const { name, app, team, channel } = webhook;

  return (
    <div className={styles.content}>
      <Breadcrumb className={styles.trail} aria-label={t("client.webhooks.trail")}>
        <BreadcrumbItem>
          <TextLink to="/teams/$teamId" params={{ teamId: team.id }} search={{ tab: "connectors" }}>
            {team.displayName}
          </TextLink>
        </BreadcrumbItem>
        <BreadcrumbDivider />
        <BreadcrumbItem>
          <TextLink to="/teams/$teamId/channels/$channelId" params={{ teamId: team.id, channelId: channel.id }}>
            {channel.displayName}
          </TextLink>
        </BreadcrumbItem>
      </Breadcrumb>
      <div className={styles.header}>
        <div className={styles.who}>
          <AppIcon src={webhook.icon ?? app?.icon ?? null} size={48} />
          <div className={styles.words}>
            <Heading level={1} size={600}>
              {name}
            </Heading>
            <Text size={200} className={styles.quiet}>
              {app?.displayName ?? t("client.connectors.incoming")} · {configuredText(webhook)}
            </Text>
          </div>
        </div>
        {mayRemoveFrom(switches) && (
          <Button icon={<DeleteRegular />} onClick={() => setRemoving(true)}>
            {t("client.connectors.remove")}
          </Button>
        )}
      </div>
      <SwitchedOffBar switches={switches} />
      <WebhookTabs
        webhook={channelWebhook(webhook)}
        acts={channelActs(webhook.id)}
        mayConfigure={mayConfigure}
        inTeam
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
      />
      {removing && (
        <Suspense>
          <RemoveDialog
            webhook={webhook}
            onClose={() => setRemoving(false)}
            onRemoved={() =>
              void navigate({
                to: "/teams/$teamId",
                params: { teamId: team.id },
                search: { tab: "connectors" },
                replace: true,
              })
            }
          />
        </Suspense>
      )}
    </div>
  );
}
