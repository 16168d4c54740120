import { Badge, Button, Dropdown, makeStyles, mergeClasses, Option, tokens } from "@fluentui/react-components";
import { PlugDisconnectedRegular } from "@fluentui/react-icons";
import { infiniteQueryOptions, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api, read } from "../../shared/api/client.ts";
import { teamSwitchesQuery } from "../../shared/connector-switches.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import type { Team } from "../../shared/teams.ts";
import { useConfiguredText } from "../connectors/configured-text.ts";
import { ConnectorRow, useRowListStyles } from "../connectors/connector-row.tsx";
import { SwitchedOffBar } from "../connectors/switched-off-bar.tsx";
import { MailWebhooks } from "../webhooks/mail-webhooks.tsx";

const route = getRouteApi("/frame/client/teams/$teamId");
const pageSize = "50";

/** Connectors and webhooks of a team's channels, oldest first, a page at a time. */
function teamConnectorsQuery(teamId: string, channelId: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ["team-connectors", teamId, channelId ?? "all"],
    queryFn: async ({ pageParam }) =>
      await read(
        api.teams[":teamId"].connectors.$get({
          param: { teamId },
          query: {
            limit: pageSize,
            ...(channelId === undefined ? {} : { channelId }),
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, maxWidth: "960px" },
  channel: { minWidth: "min(240px, 100%)", alignSelf: "start" },
  outdated: { opacity: 0.6 },
  mail: { marginBlockStart: tokens.spacingVerticalXL },
});

const all = "all";

/** Everything that posts into the team's channels: where, who configured it, when it was used, what is wrong with it. */
export function TeamConnectors({ team }: { team: Team }): ReactElement {
  const styles = useStyles();
  const list = useRowListStyles();
  const t = useText();
  const configuredText = useConfiguredText();
  const navigate = route.useNavigate();
  const { channel } = route.useSearch();
  const query = useInfiniteQuery(teamConnectorsQuery(team.id, channel));
  const switches = useQuery(teamSwitchesQuery(team.id)).data;
  const problems = {
    "turned-away": t("client.team.problem.turnedAway"),
    "target-failing": t("client.team.problem.failing"),
    "target-stopped": t("client.team.problem.stopped"),
  };
  const named = team.channels.find(({ id }) => id === channel);
  return (
    <div className={styles.root}>
      <SwitchedOffBar switches={switches} />
      <QueryView query={query} skeleton={<RowSkeletons rows={4} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0 && channel === undefined)
            return (
              <StatePanel icon={<PlugDisconnectedRegular />} title={t("client.team.noConnectors")}>
                {t("client.team.noConnectorsHow")}
              </StatePanel>
            );
          return (
            <>
              <Dropdown
                className={styles.channel}
                aria-label={t("client.team.channel")}
                value={named?.displayName ?? t("client.team.everyChannel")}
                selectedOptions={[channel ?? all]}
                onOptionSelect={(_, { optionValue = all }) =>
                  void navigate({
                    search: { tab: "connectors", ...(optionValue === all ? {} : { channel: optionValue }) },
                    replace: true,
                  })
                }
              >
                <Option value={all}>{t("client.team.everyChannel")}</Option>
                {team.channels.map(({ id, displayName }) => (
                  <Option key={id} value={id}>
                    {displayName}
                  </Option>
                ))}
              </Dropdown>
              {items.length === 0 && (
                <StatePanel icon={<PlugDisconnectedRegular />} title={t("client.connectors.noneConfigured")} />
              )}
              <ul className={mergeClasses(list.list, query.isPlaceholderData && styles.outdated)}>
                {items.map((one) => (
                  <ConnectorRow
                    key={one.id}
                    icon={one.icon ?? one.app?.icon ?? null}
                    name={one.name}
                    second={[
                      one.channel.displayName,
                      one.app?.displayName ?? t("client.connectors.incoming"),
                      configuredText(one),
                    ].join(" · ")}
                    actions={
                      <>
                        {one.problems.map((problem) => (
                          <Badge key={problem} appearance="tint" color="warning">
                            {problems[problem]}
                          </Badge>
                        ))}
                        <ButtonLink
                          size="small"
                          to="/teams/$teamId/connectors/$configurationId"
                          params={{ teamId: team.id, configurationId: one.id }}
                          aria-label={t("client.connectors.manageThis", { name: one.name })}
                        >
                          {t("client.connectors.manage")}
                        </ButtonLink>
                      </>
                    }
                  />
                ))}
              </ul>
              {query.hasNextPage && (
                <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t("client.apps.more")}
                </Button>
              )}
            </>
          );
        }}
      </QueryView>
      <section className={styles.mail}>
        <Heading level={2}>{t("client.team.mail")}</Heading>
        <MailWebhooks teamId={team.id} />
      </section>
    </div>
  );
}
