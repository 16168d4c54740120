import { useRouter } from "@tanstack/react-router";
import { type RefObject, useEffect } from "react";

/** Places in the history whose scroll position is kept; a person does not go back further. */
const mostPlaces = 50;
const positions = new Map<string, number>();

/**
 * Makes going from page to page what it is in a browser without script: a new page begins at its top, going back
 * finds the place again, and the focus is in the page when what had it is gone.
 * @param page what scrolls.
 */
export function usePageMoves(page: RefObject<HTMLElement | null>): void {
  const router = useRouter();
  useEffect(() => {
    const stopLeaving = router.subscribe("onBeforeNavigate", ({ fromLocation, pathChanged }) => {
      const key = fromLocation?.state.__TSR_key;
      if (!pathChanged || key === undefined || page.current === null) return;
      positions.delete(key);
      positions.set(key, page.current.scrollTop);
      for (const oldest of [...positions.keys()].slice(0, -mostPlaces)) positions.delete(oldest);
    });
    const stopArriving = router.subscribe("onResolved", ({ fromLocation, toLocation, pathChanged }) => {
      if (fromLocation === undefined || !pathChanged) return;
      // After the page is on the screen: a list has its height then.
      requestAnimationFrame(() => {
        const element = page.current;
        if (element === null) return;
        element.scrollTop = positions.get(toLocation.state.__TSR_key ?? "") ?? 0;
        const { activeElement } = document;
        if (activeElement === null || activeElement === document.body) element.focus({ preventScroll: true });
      });
    });
    return () => {
      stopLeaving();
      stopArriving();
    };
  }, [router, page]);
}
