import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

/** Whether one may use an app, and which gate says no. */
export function accessQuery(appId: string) {
  return queryOptions({
    queryKey: ["access", "mine", appId],
    queryFn: async () => await read(api.apps[":appId"].access.$get({ param: { appId }, query: {} })),
  });
}

export type Access = Awaited<ReturnType<NonNullable<ReturnType<typeof accessQuery>["queryFn"]>>>;
export type Gate = Access["gates"][number];

/** How one may ask for an app, and what came of it. */
export function askingQuery(appId: string) {
  return queryOptions({
    queryKey: ["requests", "asking", appId],
    queryFn: async () => await read(api.apps[":appId"].requests.mine.$get({ param: { appId } })),
  });
}

export type Asking = Awaited<ReturnType<NonNullable<ReturnType<typeof askingQuery>["queryFn"]>>>;

/** What one has asked for, newest first. */
export const myRequestsQuery = infiniteQueryOptions({
  queryKey: ["requests", "mine"],
  queryFn: async ({ pageParam }) =>
    await read(api["app-requests"].mine.$get({ query: pageParam === null ? {} : { cursor: pageParam } })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

export type MyRequest = Awaited<ReturnType<NonNullable<typeof myRequestsQuery.queryFn>>>["items"][number];
