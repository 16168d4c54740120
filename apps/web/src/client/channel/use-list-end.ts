import { type RefObject, useEffect, useState } from "react";
import { ListEnd } from "./list-end.ts";

const keysBack: ReadonlySet<string> = new Set(["ArrowUp", "PageUp", "Home", " "]);

/** The end of a list, told by what the reader does when they go back from it. */
export function useListEnd(scroller: RefObject<HTMLElement | null>): ListEnd {
  const [end] = useState(() => new ListEnd());
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const ended = new AbortController();
    const options = { passive: true, signal: ended.signal };
    element.addEventListener("wheel", ({ deltaY }) => deltaY < 0 && end.readerGoesBack(), options);
    element.addEventListener("touchmove", () => end.readerGoesBack(), options);
    element.addEventListener("keydown", ({ key }) => keysBack.has(key) && end.readerGoesBack(), options);
    // The scroll bar is the scroller's own; whatever else is pressed is in a row.
    element.addEventListener("pointerdown", ({ target }) => target === element && end.readerGoesBack(), options);
    return () => ended.abort();
  }, [scroller, end]);
  return end;
}
