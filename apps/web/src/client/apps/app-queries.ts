import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

const pageSize = "48";

/** Apps of the organisation that the person may use, by name, a page at a time. */
export function appsQuery(search: string) {
  return infiniteQueryOptions({
    queryKey: ["apps", "catalog", search],
    queryFn: async ({ pageParam }) =>
      await read(
        api.apps.$get({
          query: {
            limit: pageSize,
            ...(search === "" ? {} : { search }),
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });
}

/** An app with its details. */
export function appQuery(appId: string) {
  return queryOptions({
    queryKey: ["app", appId],
    queryFn: async () => await read(api.apps[":appId"].$get({ param: { appId } })),
  });
}

export type AppDetails = Awaited<ReturnType<NonNullable<ReturnType<typeof appQuery>["queryFn"]>>>;
