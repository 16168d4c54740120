import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { type ReactElement, useEffect } from "react";
import { ErrorState } from "../shared/feedback/error-state.tsx";

/** A page that could not be shown. */
export function RouteError({ error, reset }: ErrorComponentProps): ReactElement {
  const router = useRouter();
  const { reset: resetQueries } = useQueryErrorResetBoundary();
  // What failed is asked anew when the page is tried again.
  useEffect(() => resetQueries(), [resetQueries]);
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <ErrorState level={1} error={error} onRetry={retry} />;
}
