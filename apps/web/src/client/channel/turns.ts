import { createContext } from "react";
import { flushSync } from "react-dom";

/** Of each frame, so much goes into drawing cards that have just come near; scrolling needs the rest. */
const shareMilliseconds = 6;

/** Whose turn it is to draw its card: so many at once would make a frame too long to scroll by. */
export interface Turns {
  /** Whether a card may be drawn at once, which those of the first view may. */
  atOnce(): boolean;
  /** @returns takes the request back. */
  wait(draw: () => void): () => void;
}

/** @param free cards that are drawn without waiting: what one sees first comes whole. */
export function createTurns(free: number): Turns {
  let left = free;
  const waiting: (() => void)[] = [];

  function draw(): void {
    const began = performance.now();
    do {
      // The last to come is the nearest to what is read: while scrolling up, rows are made from the top.
      const next = waiting.pop();
      // Drawn now, so that what it took is known.
      if (next !== undefined) flushSync(next);
    } while (waiting.length > 0 && performance.now() - began < shareMilliseconds);
    if (waiting.length > 0) schedule();
  }

  function schedule(): void {
    // Tabs in the background have no frames.
    if (document.hidden) setTimeout(draw, 0);
    else requestAnimationFrame(draw);
  }

  return {
    atOnce: () => left-- > 0,
    wait(request) {
      waiting.push(request);
      if (waiting.length === 1) schedule();
      return () => {
        const at = waiting.indexOf(request);
        if (at >= 0) waiting.splice(at, 1);
      };
    },
  };
}

export const TurnsContext = createContext<Turns>({ atOnce: () => true, wait: () => () => undefined });
