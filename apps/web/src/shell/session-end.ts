import type { QueryClient } from "@tanstack/react-query";
import type { AnyRouter } from "@tanstack/react-router";
import { stopLive } from "../shared/live/live.ts";
import { sessionQuery } from "../shared/session.ts";

let ending = false;

/**
 * Leaves nothing of the person behind and shows the sign-in page.
 * @param returnTo where to come back to after signing in again.
 */
export async function endSession(queryClient: QueryClient, router: AnyRouter, returnTo?: string): Promise<void> {
  if (ending) return;
  ending = true;
  try {
    stopLive();
    queryClient.removeQueries({ queryKey: sessionQuery.queryKey });
    const search = returnTo === undefined || returnTo === "/" ? {} : { returnTo };
    // Whoever comes back has the page once in their history.
    await router.navigate({ to: "/sign-in", search, replace: returnTo !== undefined });
    queryClient.clear();
  } finally {
    ending = false;
  }
}
