import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { type ReactElement, useEffect, useRef } from "react";
import { hasCode, mayPass } from "../shared/api/problem.ts";
import { ErrorState } from "../shared/feedback/error-state.tsx";

const askAgainMilliseconds = 3_000;

/** Calls back once Parvis is ready again. Asks without touching the screen, and only while somebody looks at it. */
function useWhenReady(wanted: boolean, ready: () => void): void {
  const latest = useRef(ready);
  useEffect(() => {
    latest.current = ready;
  });
  useEffect(() => {
    if (!wanted) return;
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const answer = await fetch("/readyz").catch(() => undefined);
      if (answer?.ok) latest.current();
    }, askAgainMilliseconds);
    return () => clearInterval(timer);
  }, [wanted]);
}

/** A page that could not be shown. */
export function RouteError({ error, reset }: ErrorComponentProps): ReactElement {
  const router = useRouter();
  const { reset: resetQueries } = useQueryErrorResetBoundary();
  // What failed is asked anew when the page is tried again.
  useEffect(() => resetQueries(), [resetQueries]);
  const retry = () => {
    if (hasCode(error, "client/outdated")) return location.reload();
    reset();
    void router.invalidate();
  };
  useWhenReady(mayPass(error), retry);
  return <ErrorState level={1} error={error} onRetry={retry} />;
}
