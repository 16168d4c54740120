import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { hasCode, mayPass } from "./problem.ts";

const mostTries = 3;

/**
 * Answers are kept until an event says that they changed (shared/live), so nothing is asked twice for time's sake alone.
 * @param onSignedOut the session ended: somebody must sign in again.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (hasCode(error, "session/required")) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        // The browser's own idea of being online is wrong on machines without a network that talk to themselves.
        networkMode: "always",
        retry: (failures, error) => failures < mostTries && mayPass(error),
        retryDelay: (failures) => Math.min(500 * 2 ** failures, 4_000),
      },
      mutations: { networkMode: "always" },
    },
  });
}
