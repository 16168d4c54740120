import { keepPreviousData, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Read by itself, a page after the other; what is beyond is read when the end of the list comes into view. */
const pagesAtOnce = 10;
/** Of every list; the most a page may hold. */
export const pageSize = "200";

/**
 * A list of the server as a whole, so that it can be sorted and filtered here. The first page shows at once.
 * @param atOnce how many pages are read unasked; one for a list without end.
 */
export function useEveryPage<T>(
  queryKey: QueryKey,
  read: (cursor: string | undefined) => Promise<Page<T>>,
  atOnce = pagesAtOnce,
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam }) => await read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // The answer to the search before stays until the new one is there.
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const wanted = hasNextPage && !isFetching && !isError && (data?.pages.length ?? 0) < atOnce;
  useEffect(() => {
    if (wanted) void fetchNextPage();
  }, [wanted, fetchNextPage]);
  return {
    data: data?.pages.flatMap((page) => page.items),
    error: query.error,
    refetch: query.refetch,
    /** Whether there is nothing beyond what was read. */
    complete: !hasNextPage,
    /** Whether the answer to an earlier question is still shown. */
    outdated: query.isPlaceholderData,
    readOn: () => {
      if (hasNextPage && !isFetching) void fetchNextPage();
    },
  };
}

export type EveryPage<T> = ReturnType<typeof useEveryPage<T>>;
