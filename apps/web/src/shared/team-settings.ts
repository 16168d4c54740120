import { queryOptions } from "@tanstack/react-query";
import { api, read } from "./api/client.ts";

/** What a team's owners decide about it, and who decided. */
export function teamSettingsQuery(teamId: string) {
  return queryOptions({
    queryKey: ["team-settings", teamId],
    queryFn: async () => await read(api.teams[":teamId"].settings.$get({ param: { teamId } })),
  });
}

export async function changeTeamSettings(teamId: string, json: { membersMayUpload: boolean }) {
  return await read(api.teams[":teamId"].settings.$patch({ param: { teamId }, json }));
}
