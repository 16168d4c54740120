import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import type { AppsSearch } from "../admin-search.ts";
import { pageSize, useEveryPage } from "../list/use-every-page.ts";

/** What each filter of the address asks of the server. */
const statusQuery = { allowed: "allowed", blocked: "blocked,blockedByPublisher,blockedOrgWide" } as const;
const byName = "name";

/** The server's words for what stands in the address. */
export function managedQueryOf(search: AppsSearch): Record<string, string> {
  const { sort = byName, status, kind, availability, only, scope } = search;
  const column = sort.startsWith("-") ? sort.slice(1) : sort;
  const wanted = {
    search: search.search,
    status: status && statusQuery[status],
    kind,
    availability,
    scope,
    publishingStatus: only === "waiting" ? "submitted,updateSubmitted" : undefined,
    requested: only === "requested" ? "true" : undefined,
    customized: only === "customized" ? "true" : undefined,
    asksPermissions: only === "permissions" ? "true" : undefined,
    // Equal ones by name, so that their order is one that people follow.
    sort: `${column}${sort.startsWith("-") ? ":desc" : ""}${column === byName ? "" : `,${byName}`}`,
  };
  return Object.fromEntries(Object.entries(wanted).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** Every app as administrators manage them; searched, filtered and sorted by the server. */
export function useManagedApps(search: AppsSearch) {
  const query = managedQueryOf(search);
  return useEveryPage(
    ["apps", "managed", query],
    async (cursor) =>
      await read(
        api["managed-apps"].$get({
          query: { ...query, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) },
        }),
      ),
    1,
  );
}

export type ManagedApp = NonNullable<ReturnType<typeof useManagedApps>["data"]>[number];

/** How many apps there are, blocked, waiting for approval, and asked for. */
export const appCountsQuery = queryOptions({
  queryKey: ["apps", "counts"],
  queryFn: async () => await read(api["managed-apps"].counts.$get()),
});
