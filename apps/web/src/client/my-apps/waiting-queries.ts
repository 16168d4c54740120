import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { api, done, read } from "../../shared/api/client.ts";
import type { MyApp } from "../../shared/my-apps.ts";
import type { GivenConsent } from "../install/consent-query.ts";

const waiting = { waiting: "true", limit: "200" } as const;
const pages = {
  initialPageParam: null as string | null,
  getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor,
};

/** Apps of one's own that wait for consent. */
const waitingMineQuery = infiniteQueryOptions({
  queryKey: ["my-apps", "waiting"],
  queryFn: async ({ pageParam }) =>
    await read(api.me.apps.$get({ query: pageParam === null ? waiting : { ...waiting, cursor: pageParam } })),
  ...pages,
});

/** Apps of one's teams that wait for a consent which one may give. */
const waitingInTeamsQuery = infiniteQueryOptions({
  queryKey: ["my-apps", "waiting-in-teams"],
  queryFn: async ({ pageParam }) =>
    await read(api.me["team-apps"].$get({ query: pageParam === null ? waiting : { ...waiting, cursor: pageParam } })),
  ...pages,
});

type TeamApp = Awaited<ReturnType<NonNullable<typeof waitingInTeamsQuery.queryFn>>>["items"][number];

/** Something that goes on in its old version until it is accepted, or rests until consent is given anew. */
export interface Waiting {
  /** In the address: the app for oneself, the installation in a team. */
  readonly key: string;
  readonly appId: string;
  readonly name: string;
  readonly publisherName: string;
  readonly icon: string;
  /** What runs. */
  readonly version: string;
  /** What would run. */
  readonly next: { readonly definitionId: string; readonly version: string };
  readonly reasons: readonly string[];
  readonly consentWithdrawn: boolean;
  /** Null: for oneself. */
  readonly team: TeamApp["team"] | null;
  readonly mayAccept: boolean;
  /** As the server tells it. */
  readonly source: { readonly mine: MyApp } | { readonly installation: TeamApp };
}

const reasonsOf = (update: MyApp["update"]) => (update?.reasons ?? []).map(({ message }) => message);

function waitingMine(mine: MyApp): Waiting {
  const { app, update, version, consentWithdrawn } = mine;
  return {
    key: app.id,
    appId: app.id,
    name: app.displayName,
    publisherName: app.publisherName,
    icon: app.icons.color,
    version,
    next: update ?? { definitionId: mine.definitionId, version },
    reasons: reasonsOf(update),
    consentWithdrawn,
    team: null,
    mayAccept: true,
    source: { mine },
  };
}

function waitingInTeam(installation: TeamApp): Waiting {
  const { id, app, team, update, version, consentWithdrawn, mayManage } = installation;
  return {
    key: id,
    appId: app.id,
    name: app.displayName,
    publisherName: app.publisherName,
    icon: app.icon,
    version,
    next: update ?? { definitionId: installation.definitionId, version },
    reasons: reasonsOf(update),
    consentWithdrawn,
    team,
    mayAccept: mayManage,
    source: { installation },
  };
}

/** Everything that waits for oneself: one's own apps, then those of teams by the team's name. */
export function useWaiting() {
  const mine = useInfiniteQuery(waitingMineQuery);
  const inTeams = useInfiniteQuery(waitingInTeamsQuery);
  const known = mine.data !== undefined && inTeams.data !== undefined;
  return {
    waiting: known
      ? [
          ...mine.data.pages.flatMap(({ items }) => items.map(waitingMine)),
          ...inTeams.data.pages.flatMap(({ items }) => items.map(waitingInTeam)),
        ]
      : undefined,
    error: mine.error ?? inTeams.error,
    hasMore: mine.hasNextPage || inTeams.hasNextPage,
    isFetchingMore: mine.isFetchingNextPage || inTeams.isFetchingNextPage,
    fetchMore: () => {
      if (mine.hasNextPage) void mine.fetchNextPage();
      if (inTeams.hasNextPage) void inTeams.fetchNextPage();
    },
    retry: () => {
      void mine.refetch();
      void inTeams.refetch();
    },
  };
}

/** Agrees to what an app asks for now, where it waits. */
export async function accept({ source, next, appId, team }: Waiting): Promise<void> {
  const consent: GivenConsent = { definitionId: next.definitionId, onBehalfOfOrganisation: false };
  if ("mine" in source || team === null) {
    await done(api.me.apps[":appId"].upgrade.$post({ param: { appId }, json: { consent } }));
    return;
  }
  const param = { teamId: team.id, installationId: source.installation.id };
  await done(api.teams[":teamId"].installations[":installationId"].upgrade.$post({ param, json: { consent } }));
}
