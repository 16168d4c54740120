import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import type { Language } from "../../shared/language/language-store.ts";

/** What an app adds and may do, in words of a language. */
export function consentQuery(appId: string, language: Language) {
  return queryOptions({
    queryKey: ["consent", appId, language],
    queryFn: async () => await read(api.apps[":appId"].consent.$get({ param: { appId } })),
  });
}

export type Consent = Awaited<ReturnType<NonNullable<ReturnType<typeof consentQuery>["queryFn"]>>>;
