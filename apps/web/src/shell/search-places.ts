import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../shared/api/client.ts";
import { folded } from "../shared/language/matches.ts";
import type { Channel, Team } from "../shared/teams.ts";

const mostOfAKind = 8;

function best<T>(all: readonly T[], nameOf: (one: T) => string, wanted: string): T[] {
  const sought = folded(wanted);
  const named = all.map((one) => ({ one, at: folded(nameOf(one)).indexOf(sought) })).filter(({ at }) => at >= 0);
  // Names that begin so come first; otherwise the order stays.
  return [...named.filter(({ at }) => at === 0), ...named.filter(({ at }) => at > 0)]
    .slice(0, mostOfAKind)
    .map(({ one }) => one);
}

export interface Places {
  readonly teams: readonly Team[];
  readonly channels: readonly { readonly team: Team; readonly channel: Channel }[];
}

/** Teams and channels whose name holds what is looked for; the first ones while nothing is. */
export function findPlaces(teams: readonly Team[], wanted: string): Places {
  const channels = teams.flatMap((team) => team.channels.map((channel) => ({ team, channel })));
  return {
    teams: best(teams, (team) => team.displayName, wanted),
    channels: best(channels, ({ channel }) => channel.displayName, wanted),
  };
}

export function appSearchQuery(search: string) {
  return queryOptions({
    queryKey: ["apps", "search", search],
    queryFn: async () => (await read(api.apps.$get({ query: { search, limit: String(mostOfAKind) } }))).items,
    staleTime: 10_000,
  });
}
