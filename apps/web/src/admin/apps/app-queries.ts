import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, read } from "../../shared/api/client.ts";

/** An app as it is in the catalogue. */
export type App = InferResponseType<typeof api.apps.$get, 200>["items"][number];

/** One app with its details. */
export function appQuery(appId: string) {
  return queryOptions({
    queryKey: ["app", appId],
    queryFn: async () => await read(api.apps[":appId"].$get({ param: { appId } })),
  });
}

export type AppDetails = Awaited<ReturnType<NonNullable<ReturnType<typeof appQuery>["queryFn"]>>>;
