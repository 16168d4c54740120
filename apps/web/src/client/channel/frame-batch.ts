/** More in one delivery is a flood: then deliveries are spaced out, so that the page stays answerable. */
const floodSize = 20;
const floodMilliseconds = 250;

export interface FrameBatch<T> {
  /** @param gap there were more than these before them. */
  add(items: readonly T[], gap: boolean): void;
}

/**
 * Gathers what arrives and delivers it at most once a frame; under a flood a few times a second. Works in tabs in the
 * background too, where there are no frames.
 */
export function createFrameBatch<T>(deliver: (items: readonly T[], gap: boolean) => void): FrameBatch<T> {
  let waiting: T[] = [];
  let gap = false;
  let scheduled = false;
  let notBefore = 0;

  function flush(): void {
    const items = waiting;
    const hadGap = gap;
    waiting = [];
    gap = false;
    scheduled = false;
    notBefore = items.length > floodSize ? performance.now() + floodMilliseconds : 0;
    deliver(items, hadGap);
  }

  function schedule(): void {
    const wait = notBefore - performance.now();
    if (wait > 0 || document.hidden) setTimeout(flush, Math.max(wait, 0));
    else requestAnimationFrame(flush);
  }

  return {
    add(items, hasGap) {
      // After a gap, what came before it is not shown any more.
      waiting = hasGap ? [...items] : [...waiting, ...items];
      gap ||= hasGap;
      if (scheduled) return;
      scheduled = true;
      schedule();
    },
  };
}
