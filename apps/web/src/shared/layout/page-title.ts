import { useEffect } from "react";
import { createObservable } from "../observable.ts";

/** What the person is looking at; also spoken by screen readers when it changes (shell/title-announcer.tsx). */
export const pageTitle = createObservable("");

/** Names the page in the tab, the history and for screen readers. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return;
    document.title = `${title} · Parvis`;
    pageTitle.set(title);
  }, [title]);
}
