import type { Virtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef } from "react";
import type { ListEnd } from "./list-end.ts";

type List = Virtualizer<HTMLDivElement, Element>;

/**
 * Keeps what one reads where it is when rows above change their height: always for rows that are wholly above, such as
 * one whose picture has just come; for a row that reaches into view only when it is measured for the first time, since
 * later it grows below what is read (a card that was opened).
 * @param end hears of each change
 */
export function useReadingPlace(list: List, end: ListEnd): void {
  const measured = useRef(new Set<unknown>());
  useLayoutEffect(() => {
    list.shouldAdjustScrollPositionOnItemSizeChange = (row, change, { scrollOffset }) => {
      end.resized(change);
      const first = !measured.current.has(row.key);
      measured.current.add(row.key);
      const top = scrollOffset ?? 0;
      return first ? row.start < top : row.end <= top;
    };
  }, [list, end]);
}
