import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import type { Verdict } from "../client-search.ts";

const pageSize = "50";
/** Posts that were turned away make no event, so the log is read anew while it is looked at. */
const freshMilliseconds = 4_000;

/** What was posted to a webhook, newest first, a page at a time. */
export function deliveriesQuery(configurationId: string, verdict: Verdict | undefined) {
  return infiniteQueryOptions({
    queryKey: ["deliveries", configurationId, verdict ?? "all"],
    queryFn: async ({ pageParam }) =>
      await read(
        api.connectors[":configurationId"].deliveries.$get({
          param: { configurationId },
          query: {
            limit: pageSize,
            ...(verdict === undefined ? {} : { verdict }),
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
    // Reading on through a long log is not to be paid for every few seconds.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 1 ? false : freshMilliseconds),
  });
}

/** One post with its body, its answer and what is shown of it. It never changes. */
export function deliveryQuery(configurationId: string, deliveryId: string) {
  return queryOptions({
    queryKey: ["delivery", configurationId, deliveryId],
    queryFn: async () =>
      await read(
        api.connectors[":configurationId"].deliveries[":deliveryId"].$get({ param: { configurationId, deliveryId } }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export type DeliveryDetails = Awaited<ReturnType<NonNullable<ReturnType<typeof deliveryQuery>["queryFn"]>>>;
type Pages = Awaited<ReturnType<NonNullable<ReturnType<typeof deliveriesQuery>["queryFn"]>>>;
export type Delivery = Pages["items"][number];
