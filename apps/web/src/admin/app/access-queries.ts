import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

/** Why somebody can or cannot use an app. @param person an id or sign-in name; left out, oneself. */
export function accessQuery(appId: string, person: string | undefined) {
  return queryOptions({
    queryKey: ["access", appId, person ?? ""],
    queryFn: async () =>
      await read(api.apps[":appId"].access.$get({ param: { appId }, query: person === undefined ? {} : { person } })),
  });
}

export type Access = Awaited<ReturnType<NonNullable<ReturnType<typeof accessQuery>["queryFn"]>>>;
export type Gate = Access["gates"][number];
