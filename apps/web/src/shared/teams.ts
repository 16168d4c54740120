import { queryOptions } from "@tanstack/react-query";
import { api, read } from "./api/client.ts";

const pageSize = "200";
/** Microsoft Teams lets a person be in 1,000 teams; more than that are found by search. */
const mostPages = 5;

async function readTeams() {
  const first = await read(api.teams.$get({ query: { limit: pageSize } }));
  const teams = first.items;
  let cursor = first.nextCursor;
  for (let page = 1; page < mostPages && cursor !== null; page++) {
    const next = await read(api.teams.$get({ query: { limit: pageSize, cursor } }));
    teams.push(...next.items);
    cursor = next.nextCursor;
  }
  return teams;
}

/** The person's teams with their channels, by name. */
export const teamsQuery = queryOptions({ queryKey: ["teams"], queryFn: readTeams });

export type Team = Awaited<ReturnType<typeof readTeams>>[number];
export type Channel = Team["channels"][number];

/** One team, also when an administrator looks at one that they are not in. */
export function teamQuery(teamId: string) {
  return queryOptions({
    queryKey: ["team", teamId],
    queryFn: async () => await read(api.teams[":teamId"].$get({ param: { teamId } })),
  });
}
