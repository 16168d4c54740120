import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import { pageSize, useEveryPage } from "../list/use-every-page.ts";

/** Whom an app is for. */
export function availabilityQuery(appId: string) {
  return queryOptions({
    queryKey: ["app", appId, "availability"],
    queryFn: async () => await read(api.apps[":appId"].availability.$get({ param: { appId } })),
  });
}

export type InForce = Awaited<ReturnType<NonNullable<ReturnType<typeof availabilityQuery>["queryFn"]>>>;

/** The people and groups an app is for by name. */
export function useAvailableTo(appId: string) {
  return useEveryPage(
    ["app", appId, "available-to"],
    async (cursor) =>
      await read(
        api.apps[":appId"]["available-to"].$get({
          param: { appId },
          query: { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) },
        }),
      ),
  );
}
