import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import { categoryQuery } from "./app-category.ts";
import type { Category, Kind } from "./categories.ts";

const pageSize = "48";
const sectionSize = "12";

/** Apps that the person may use, by name, a page at a time. */
export function appsQuery(search: string, category: Category | undefined) {
  return infiniteQueryOptions({
    queryKey: ["apps", "catalog", search, category ?? "all"],
    queryFn: async ({ pageParam }) =>
      await read(
        api.apps.$get({
          query: {
            limit: pageSize,
            ...categoryQuery(category),
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

/** The first apps of each kind, before anything was looked for. */
export function sectionQuery(kind: Kind) {
  return queryOptions({
    queryKey: ["apps", "section", kind],
    queryFn: async () => await read(api.apps.$get({ query: { limit: sectionSize, kind } })),
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
