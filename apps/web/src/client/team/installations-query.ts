import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

/** Apps of a team, a page at a time. */
export function installationsQuery(teamId: string) {
  return infiniteQueryOptions({
    queryKey: ["installations", teamId],
    queryFn: async ({ pageParam }) =>
      await read(
        api.teams[":teamId"].installations.$get({
          param: { teamId },
          query: pageParam === null ? {} : { cursor: pageParam },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export type Installation = Awaited<
  ReturnType<NonNullable<ReturnType<typeof installationsQuery>["queryFn"]>>
>["items"][number];
