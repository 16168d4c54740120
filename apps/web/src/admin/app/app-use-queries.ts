import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import { useEveryPage } from "../list/use-every-page.ts";

const placesAtOnce = "50";

const readUse = async (appId: string) => await read(api.apps[":appId"].deletion.$get({ param: { appId } }));

/** How many have an app, and what else stands on it; follows what happens. */
export function appUseQuery(appId: string) {
  return queryOptions({ queryKey: ["app-uses", appId, "counts"], queryFn: async () => await readUse(appId) });
}

/** The same as it was when somebody asked to delete the app: what they agree to must not change under their eyes. */
export function lossQuery(appId: string) {
  return queryOptions({
    queryKey: ["app-loss", appId],
    queryFn: async () => await readUse(appId),
    staleTime: 0,
    gcTime: 0,
  });
}

export type AppUse = Awaited<ReturnType<typeof readUse>>;

/** Where an app is installed, longest first. */
export function useAppPlaces(appId: string) {
  return useEveryPage(
    ["app-uses", appId, "places"],
    async (cursor) =>
      await read(
        api.apps[":appId"].installations.$get({
          param: { appId },
          query: { limit: placesAtOnce, ...(cursor === undefined ? {} : { cursor }) },
        }),
      ),
    1,
  );
}

export type AppPlace = NonNullable<ReturnType<typeof useAppPlaces>["data"]>[number];
