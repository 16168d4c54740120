import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import { pageSize, useEveryPage } from "../list/use-every-page.ts";

/** Apps of the organisation, blocked ones too. */
export function useApps(search: string | undefined) {
  return useEveryPage(
    ["apps", "manage", search ?? ""],
    async (cursor) =>
      await read(
        api.apps.$get({
          query: {
            view: "manage",
            limit: pageSize,
            ...(search === undefined ? {} : { search }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        }),
      ),
  );
}

export type App = NonNullable<ReturnType<typeof useApps>["data"]>[number];

/** One app with its details. */
export function appQuery(appId: string) {
  return queryOptions({
    queryKey: ["app", appId],
    queryFn: async () => await read(api.apps[":appId"].$get({ param: { appId } })),
  });
}

export type AppDetails = Awaited<ReturnType<NonNullable<ReturnType<typeof appQuery>["queryFn"]>>>;
