import { type QueryKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { run } from "./engine.ts";
import type { JobInput, JobName, JobResult, Progress } from "./engine-protocol.ts";

/** For a minute, so that going back to a page does not read the package anew. */
const keptMilliseconds = 60_000;

/**
 * What the engine says about something, kept while it is looked at.
 * @param key all that the answer depends on; what is looked at first, then the rules, the language and the like.
 */
export function useJob<N extends JobName>(job: N, key: QueryKey, input: JobInput<N>) {
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  const queryKey = ["publisher", job, ...key];
  const query = useQuery<JobResult<N>>({
    queryKey,
    queryFn: ({ signal }) => run(job, input, { signal, onProgress: setProgress }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: keptMilliseconds,
    retry: false,
    structuralSharing: false,
    // The same package under other rules or in another language: what was said stays until the new answer is there.
    placeholderData: (previous, query) => (query?.queryKey[2] === key[0] ? previous : undefined),
  });
  return { query, progress, cancel: async () => await queryClient.cancelQueries({ queryKey }) };
}
