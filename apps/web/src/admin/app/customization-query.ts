import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

/** What of an app is the organisation's own, and what may be. */
export function customizationQuery(appId: string) {
  return queryOptions({
    queryKey: ["app", appId, "customization"],
    queryFn: async () => await read(api.apps[":appId"].customization.$get({ param: { appId } })),
  });
}

export type Customization = Awaited<ReturnType<NonNullable<ReturnType<typeof customizationQuery>["queryFn"]>>>;
