import { api, read } from "../../shared/api/client.ts";
import { pageSize, useEveryPage } from "../list/use-every-page.ts";

/** Every team of the organisation, also those that the administrator is not in. */
export function useTeams(search: string | undefined) {
  return useEveryPage(
    ["admin-teams", "list", search ?? ""],
    async (cursor) =>
      await read(
        api.teams.$get({
          query: {
            all: "true",
            limit: pageSize,
            ...(search === undefined ? {} : { search }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        }),
      ),
  );
}

export type ListedTeam = NonNullable<ReturnType<typeof useTeams>["data"]>[number];

/** Who is in a team. */
export function useMembers(teamId: string) {
  return useEveryPage(
    ["members", teamId, "all"],
    async (cursor) =>
      await read(
        api.teams[":teamId"].members.$get({
          param: { teamId },
          query: { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) },
        }),
      ),
  );
}

export type Member = NonNullable<ReturnType<typeof useMembers>["data"]>[number];
