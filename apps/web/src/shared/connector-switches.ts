import { queryOptions } from "@tanstack/react-query";
import { api, read } from "./api/client.ts";

/** A team's connector switches, and why the person may not configure connectors there, if so. */
export function teamSwitchesQuery(teamId: string) {
  return queryOptions({
    queryKey: ["connector-switches", teamId],
    queryFn: async () => await read(api.teams[":teamId"]["connector-switches"].$get({ param: { teamId } })),
  });
}

export type TeamSwitches = Awaited<ReturnType<NonNullable<ReturnType<typeof teamSwitchesQuery>["queryFn"]>>>;

/** Removing is never switched off, only left to owners. Until the answer is there, the server refuses by itself. */
export function mayRemoveFrom(switches: TeamSwitches | undefined): boolean {
  return switches?.refusal?.reason !== "owners-only";
}
