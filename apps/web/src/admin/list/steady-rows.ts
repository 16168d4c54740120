import { type PointerEvent, useEffect, useRef, useState } from "react";

/** So long after it last moved, the pointer is not about to press anything. */
const calmMilliseconds = 1_000;

/** What is shown, with what is new about it, but in the order and number that is on the screen. */
export function inShownOrder<T>(shown: readonly T[], fresh: readonly T[], idOf: (item: T) => string): T[] {
  const byId = new Map(fresh.map((item) => [idOf(item), item]));
  return shown.map((item) => byId.get(idOf(item)) ?? item);
}

/**
 * Rows that do not move away from under a moving pointer when others change the list (ui.md). What they add or take
 * away shows as soon as the pointer rests or leaves.
 * @param question what the list answers to: search, filter, order. Its answer is always shown at once.
 */
export function useSteadyRows<T>(items: readonly T[], idOf: (item: T) => string, question: string) {
  const [moving, setMoving] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = useRef<{ question: string; rows: readonly T[] }>({ question, rows: items });
  useEffect(() => () => clearTimeout(timer.current), []);

  const held = moving && shown.current.question === question && shown.current.rows.length > 0;
  const rows = held ? inShownOrder(shown.current.rows, items, idOf) : items;
  useEffect(() => {
    shown.current = { question, rows };
  });

  const calm = () => {
    clearTimeout(timer.current);
    setMoving(false);
  };
  const guards = {
    onPointerMove: (event: PointerEvent) => {
      if (event.pointerType !== "mouse") return;
      setMoving(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(calm, calmMilliseconds);
    },
    onPointerLeave: calm,
  };
  return { rows, guards };
}
