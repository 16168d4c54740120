import { lazy, type ReactElement, Suspense, useEffect, useState } from "react";
import { liveState } from "../shared/live/live.ts";
import { useObservable } from "../shared/observable.ts";

const LostBar = lazy(async () => ({ default: (await import("./lost-bar.tsx")).LostBar }));

/** A stream that comes back within this long was hardly gone. */
const patienceMilliseconds = 4_000;

/** Says when what is on the screen may be out of date. */
export function LiveBanner(): ReactElement | null {
  const state = useObservable(liveState);
  const away = state === "lost" || state === "refused";
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(away), away ? patienceMilliseconds : 0);
    return () => clearTimeout(timer);
  }, [away]);
  return shown ? (
    <Suspense>
      <LostBar />
    </Suspense>
  ) : null;
}
