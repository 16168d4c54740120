import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

/** Whether one may upload custom apps, for oneself or a team, and what stands in the way. */
export function uploadAccessQuery(teamId: string | undefined) {
  return queryOptions({
    queryKey: ["access", "upload", teamId ?? "oneself"],
    queryFn: async () => await read(api["upload-access"].$get({ query: teamId === undefined ? {} : { team: teamId } })),
    // An administrator who is not in the team uploads nothing for it.
    retry: false,
  });
}

/** Custom apps that were uploaded for oneself or a team, by name, a page at a time. */
export function uploadsQuery(teamId: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ["uploads", teamId ?? "oneself"],
    queryFn: async ({ pageParam }) =>
      await read(
        api.uploads.$get({
          query: {
            ...(teamId === undefined ? {} : { team: teamId }),
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export type UploadedApp = Awaited<ReturnType<NonNullable<ReturnType<typeof uploadsQuery>["queryFn"]>>>["items"][number];
