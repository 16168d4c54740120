import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import type { Language } from "../../shared/language/language-store.ts";

/** What an app adds and may do; worded by the server in the language asked for. */
export function consentQuery(appId: string, language: Language) {
  return queryOptions({
    queryKey: ["consent", appId, language],
    queryFn: async () => await read(api.apps[":appId"].consent.$get({ param: { appId } })),
  });
}

export type Consent = Awaited<ReturnType<NonNullable<ReturnType<typeof consentQuery>["queryFn"]>>>;

/** What is sent back with an installation or an acceptance. */
export interface GivenConsent {
  readonly definitionId: string;
  readonly onBehalfOfOrganisation: boolean;
}
