import { api, read } from "../../shared/api/client.ts";
import { pageSize, useEveryPage } from "../list/use-every-page.ts";

/** Apps that people wait for. */
export function useWaitingApps() {
  return useEveryPage(
    ["requests", "waiting"],
    async (cursor) =>
      await read(api["app-requests"].$get({ query: { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) } })),
  );
}

export type WaitingApp = NonNullable<ReturnType<typeof useWaitingApps>["data"]>[number];

/** Who waits for an app, longest first. */
export function useOpenRequests(appId: string) {
  return useEveryPage(
    ["requests", "app", appId],
    async (cursor) =>
      await read(
        api.apps[":appId"].requests.$get({
          param: { appId },
          query: { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) },
        }),
      ),
    1,
  );
}

export type OpenRequest = NonNullable<ReturnType<typeof useOpenRequests>["data"]>[number];
