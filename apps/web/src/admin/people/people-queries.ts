import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import { pageSize, useEveryPage } from "../list/use-every-page.ts";

/** People of the organisation. */
export function usePeople(search: string | undefined) {
  return useEveryPage(
    ["people", "list", search ?? ""],
    async (cursor) =>
      await read(
        api.people.$get({
          query: {
            limit: pageSize,
            ...(search === undefined ? {} : { search }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        }),
      ),
  );
}

export type Person = NonNullable<ReturnType<typeof usePeople>["data"]>[number];
export type Role = Person["roles"][number];

const mostFound = "20";

/** A few people to choose from. @param search part of a name or sign-in name; empty for the first by name. */
export function foundPeopleQuery(search: string) {
  return queryOptions({
    queryKey: ["people", "found", search],
    queryFn: async () =>
      (await read(api.people.$get({ query: { limit: mostFound, ...(search === "" ? {} : { search }) } }))).items,
  });
}
