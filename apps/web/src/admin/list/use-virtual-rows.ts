import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useContext, useLayoutEffect, useState } from "react";
import { PageScroll } from "../page-scroll.ts";

export const rowHeight = 56;
const overscan = 12;

/**
 * The rows of a list that are in view of the page, and some around them for the arrow keys to go to.
 * @param root around the element `[data-rows]` that the rows stand in.
 * @param kept index of a row that stays although it is out of view, because it has the focus; -1 for none.
 */
export function useVirtualRows(count: number, root: RefObject<HTMLElement | null>, kept: number) {
  const scroller = useContext(PageScroll);
  const [offset, setOffset] = useState(0);
  // What stands above the list may grow and shrink at any time: a filter wraps, a message comes.
  useLayoutEffect(() => {
    const [rows, page] = [root.current?.querySelector("[data-rows]"), scroller.current];
    if (!rows || page === null) return;
    setOffset(Math.round(rows.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop));
  });
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: offset,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (kept < 0 || kept >= count || indexes.includes(kept)) return indexes;
      return [...indexes, kept].sort((a, b) => a - b);
    },
  });
  return {
    indexes: virtualizer.getVirtualItems().map(({ index }) => index),
    totalHeight: count * rowHeight,
    scrollTo: (index: number) => virtualizer.scrollToIndex(index, { align: "auto" }),
  };
}
