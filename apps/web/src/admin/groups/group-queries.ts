import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import { pageSize, useEveryPage } from "../list/use-every-page.ts";

function page(cursor: string | undefined, search?: string) {
  return {
    limit: pageSize,
    ...(search === undefined ? {} : { search }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

/** Groups of people, which policies and apps are assigned to. */
export function useGroups(search: string | undefined) {
  return useEveryPage(
    ["groups", "list", search ?? ""],
    async (cursor) => await read(api.groups.$get({ query: page(cursor, search) })),
  );
}

export type Group = NonNullable<ReturnType<typeof useGroups>["data"]>[number];

export function groupQuery(groupId: string) {
  return queryOptions({
    queryKey: ["groups", groupId],
    queryFn: async () => await read(api.groups[":groupId"].$get({ param: { groupId } })),
  });
}

/** Who is in a group, themselves or by a group within it. */
export function useGroupMembers(groupId: string, search?: string) {
  return useEveryPage(
    ["groups", groupId, "members", search ?? ""],
    async (cursor) =>
      await read(
        api.groups[":groupId"].members.$get({ param: { groupId }, query: { ...page(cursor, search), which: "all" } }),
      ),
  );
}

export type GroupMember = NonNullable<ReturnType<typeof useGroupMembers>["data"]>[number];

/** Groups in a group themselves, or those that it is in. */
export function useGroupsBeside(groupId: string, which: "within" | "around") {
  const route = api.groups[":groupId"][which === "within" ? "groups" : "member-of"];
  return useEveryPage(
    ["groups", groupId, which],
    async (cursor) => await read(route.$get({ param: { groupId }, query: page(cursor) })),
  );
}

const mostFound = "20";

/** A few groups to choose from. @param search part of a name; empty for the first by name. */
export function foundGroupsQuery(search: string) {
  return queryOptions({
    queryKey: ["groups", "found", search],
    queryFn: async () =>
      (await read(api.groups.$get({ query: { limit: mostFound, ...(search === "" ? {} : { search }) } }))).items,
  });
}
