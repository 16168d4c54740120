import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, read } from "../../shared/api/client.ts";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { ErrorState } from "../../shared/feedback/error-state.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { ButtonLink, TextLink } from "../../shared/layout/text-link.tsx";
import { InstalledAppRow } from "../team/installed-app-row.tsx";
import { useMyAppsListStyles } from "./my-apps-list.ts";

const teamAppsQuery = infiniteQueryOptions({
  queryKey: ["my-apps", "teams"],
  queryFn: async ({ pageParam }) =>
    await read(api.me["team-apps"].$get({ query: pageParam === null ? {} : { cursor: pageParam } })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

type TeamApp = Awaited<ReturnType<NonNullable<typeof teamAppsQuery.queryFn>>>["items"][number];

interface AppsOfTeam {
  readonly team: TeamApp["team"];
  readonly apps: TeamApp[];
}

const useStyles = makeStyles({
  root: { marginBlockStart: tokens.spacingVerticalXXL },
  team: { marginBlockStart: tokens.spacingVerticalL },
  second: { color: tokens.colorNeutralForeground3 },
});

/** They come sorted by team. */
function byTeam(items: readonly TeamApp[]): AppsOfTeam[] {
  const groups: AppsOfTeam[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.team.id === item.team.id) last.apps.push(item);
    else groups.push({ team: item.team, apps: [item] });
  }
  return groups;
}

/** The apps of one's teams. They are managed with the team; what waits is accepted under Updates. */
export function TeamAppList(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const query = useInfiniteQuery(teamAppsQuery);
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <section className={styles.root}>
      <Heading level={2} size={400}>
        {t("client.apps.manage.inTeams")}
      </Heading>
      {items === undefined &&
        (query.error === null ? (
          <Delayed>
            <RowSkeletons rows={3} />
          </Delayed>
        ) : (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ))}
      {items?.length === 0 && <Text className={styles.second}>{t("client.apps.manage.noneInTeams")}</Text>}
      {items && byTeam(items).map((group) => <TeamGroup key={group.team.id} group={group} />)}
      {query.hasNextPage && (
        <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("client.apps.more")}
        </Button>
      )}
    </section>
  );
}

function TeamGroup({ group: { team, apps } }: { group: AppsOfTeam }): ReactElement {
  const styles = useStyles();
  const list = useMyAppsListStyles();
  return (
    <section className={styles.team}>
      <Heading level={3} size={300}>
        <TextLink to="/teams/$teamId" params={{ teamId: team.id }}>
          {team.displayName}
        </TextLink>
      </Heading>
      <ul className={list.list}>
        {apps.map((one) => (
          <TeamAppRow key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function TeamAppRow({ one }: { one: TeamApp }): ReactElement {
  const t = useText();
  const { id, app, team, consentWithdrawn } = one;
  return (
    <InstalledAppRow
      installed={one}
      toConsent={
        <ButtonLink
          to="/apps/manage"
          search={{ tab: "updates", update: id }}
          size="small"
          appearance="primary"
          aria-label={t("client.apps.manage.updateIn", { app: app.displayName, team: team.displayName })}
        >
          {consentWithdrawn ? t("client.apps.personal.agreeAnew") : t("client.team.update")}
        </ButtonLink>
      }
    />
  );
}
