import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import { pageSize, useEveryPage } from "../list/use-every-page.ts";

/** Groups of people, which policies and apps are assigned to. */
export function useGroups(search: string | undefined) {
  return useEveryPage(
    ["groups", "list", search ?? ""],
    async (cursor) =>
      await read(
        api.groups.$get({
          query: {
            limit: pageSize,
            ...(search === undefined ? {} : { search }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        }),
      ),
  );
}

export type Group = NonNullable<ReturnType<typeof useGroups>["data"]>[number];

export function groupQuery(groupId: string) {
  return queryOptions({
    queryKey: ["groups", groupId],
    queryFn: async () => await read(api.groups[":groupId"].$get({ param: { groupId } })),
  });
}

/** Who is in a group. */
export function useGroupMembers(groupId: string) {
  return useEveryPage(
    ["groups", groupId, "members"],
    async (cursor) =>
      await read(
        api.groups[":groupId"].members.$get({
          param: { groupId },
          query: { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) },
        }),
      ),
  );
}

export type GroupMember = NonNullable<ReturnType<typeof useGroupMembers>["data"]>[number];

const mostFound = "20";

/** A few groups to choose from. @param search part of a name; empty for the first by name. */
export function foundGroupsQuery(search: string) {
  return queryOptions({
    queryKey: ["groups", "found", search],
    queryFn: async () =>
      (await read(api.groups.$get({ query: { limit: mostFound, ...(search === "" ? {} : { search }) } }))).items,
  });
}
