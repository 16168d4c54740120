import { type RefObject, useEffect, useRef } from "react";

/** Takes the focus when it appears, if what had it is gone; the returned ref goes on an element with a tabIndex. */
export function useLostFocus(): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) element.current?.focus({ preventScroll: true });
  }, []);
  return element;
}
