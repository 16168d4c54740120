import type { ReactElement, ReactNode } from "react";
import { Delayed } from "./delayed.tsx";
import { ErrorState } from "./error-state.tsx";

interface QueryViewProps<T> {
  readonly query: { readonly data: T | undefined; readonly error: Error | null; refetch(): unknown };
  /** In the shape of what will come. */
  readonly skeleton: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** A query on the screen: a skeleton while it takes noticeably long, its answer, or why there is none. */
export function QueryView<T>({ query, skeleton, children }: QueryViewProps<T>): ReactElement {
  // What was read before stays when reading it again fails.
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Delayed>{skeleton}</Delayed>;
}
