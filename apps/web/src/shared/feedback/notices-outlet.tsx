import { lazy, type ReactElement, Suspense } from "react";
import { useObservable } from "../observable.ts";
import { patiently } from "../patient-import.ts";
import { latestNotice } from "./notices.ts";

const Toaster = lazy(patiently(async () => ({ default: (await import("./notice-toaster.tsx")).NoticeToaster })));

/** The place of notices. */
export function NoticesOutlet(): ReactElement | null {
  const any = useObservable(latestNotice) !== undefined;
  return any ? (
    <Suspense>
      <Toaster />
    </Suspense>
  ) : null;
}
