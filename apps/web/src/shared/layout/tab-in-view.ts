import { useCallback } from "react";

/**
 * For a list of tabs that is longer than a phone is wide: the one that is open is in view.
 * @param tab the tab that is open.
 * @returns the list's ref.
 */
export function useTabInView(tab: string): (tabs: HTMLElement | null) => (() => void) | undefined {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each tab has its place
  return useCallback(
    (tabs) => {
      if (tabs === null) return;
      const bring = () => {
        const open = tabs.querySelector("[role=tab][aria-selected=true]");
        open?.scrollIntoView({ block: "nearest", inline: "center" });
      };
      // Its words come late, or in heavier letters: then it is wider. Observing tells once at the beginning, too.
      const observer = new ResizeObserver(bring);
      for (const child of tabs.children) observer.observe(child);
      return () => observer.disconnect();
    },
    [tab],
  );
}
