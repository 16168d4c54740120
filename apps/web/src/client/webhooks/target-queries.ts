import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

const pageSize = "50";
/** What is on its way changes without an event. */
const freshMilliseconds = 4_000;
const targets = api.connectors[":configurationId"].targets;

/** Where a connector's cards go besides its channel. */
export function targetsQuery(configurationId: string) {
  return queryOptions({
    queryKey: ["targets", configurationId],
    queryFn: async () => (await read(targets.$get({ param: { configurationId } }))).items,
    refetchInterval: freshMilliseconds,
  });
}

export type Target = Awaited<ReturnType<NonNullable<ReturnType<typeof targetsQuery>["queryFn"]>>>[number];
export const deliveryStates = ["pending", "delivered", "dead"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Cards on their way to a target, delivered, and given up: newest first. */
export function targetDeliveriesQuery(configurationId: string, targetId: string, state: DeliveryState | undefined) {
  return infiniteQueryOptions({
    queryKey: ["targets", configurationId, targetId, state ?? "all"],
    queryFn: async ({ pageParam }) =>
      await read(
        targets[":targetId"].deliveries.$get({
          param: { configurationId, targetId },
          query: {
            limit: pageSize,
            ...(state === undefined ? {} : { state }),
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
    refetchInterval: ({ state: known }) => ((known.data?.pages.length ?? 0) > 1 ? false : freshMilliseconds),
  });
}
