import { queryOptions } from "@tanstack/react-query";
import type { InferRequestType } from "hono/client";
import { api, read } from "../../shared/api/client.ts";

const whatIf = api.policies["what-if"].$post;

/** A change that somebody thinks about, before it is made. */
export type ConsideredChange = InferRequestType<typeof whatIf>["json"];

/**
 * How many people would gain or lose which apps.
 * @param change undefined: of nothing that could take an app from anybody, so the server is not asked.
 */
export function impactQuery(change: ConsideredChange | undefined) {
  return queryOptions({
    // Events about policies, settings and apps make the answer to this an old one.
    queryKey: ["access", "what-if", change],
    queryFn: async () =>
      change === undefined ? { appsGained: 0, appsLost: 0, apps: [] } : await read(whatIf({ json: change })),
  });
}

export type Impact = Awaited<ReturnType<NonNullable<ReturnType<typeof impactQuery>["queryFn"]>>>;
