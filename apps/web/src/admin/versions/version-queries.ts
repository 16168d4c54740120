import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import type { Language } from "../../shared/language/language-store.ts";
import { pageSize, useEveryPage } from "../list/use-every-page.ts";

/** All versions of an app, newest first, also those that were rejected or wait for approval. */
export function useVersions(appId: string) {
  return useEveryPage(
    ["app", appId, "versions"],
    async (cursor) =>
      await read(
        api.apps[":appId"].definitions.$get({
          param: { appId },
          query: { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) },
        }),
      ),
    1,
  );
}

export type Version = NonNullable<ReturnType<typeof useVersions>["data"]>[number];

/** What differs between two versions, and whether going on needs a fresh consent. The reasons come in a language. */
export function comparisonQuery(appId: string, from: string, to: string, language: Language) {
  return queryOptions({
    queryKey: ["app", appId, "comparison", from, to, language],
    queryFn: async () => await read(api.apps[":appId"].comparison.$get({ param: { appId }, query: { from, to } })),
  });
}

export type AppComparison = Awaited<ReturnType<NonNullable<ReturnType<typeof comparisonQuery>["queryFn"]>>>;
