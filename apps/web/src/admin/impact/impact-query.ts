import { queryOptions } from "@tanstack/react-query";
import type { InferRequestType } from "hono/client";
import { api, read } from "../../shared/api/client.ts";

/** A change that somebody thinks about. */
export type ConsideredChange = InferRequestType<(typeof api.policies)["what-if"]["$post"]>["json"];

/** How many people would gain or lose which apps by a change. */
export function impactQuery(change: ConsideredChange) {
  return queryOptions({
    // Under the apps, whose every change makes the answer another one.
    queryKey: ["access", "what-if", change],
    queryFn: async () => await read(api.policies["what-if"].$post({ json: change })),
  });
}

export type Impact = Awaited<ReturnType<NonNullable<ReturnType<typeof impactQuery>["queryFn"]>>>;
