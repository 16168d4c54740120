/** Nearer to the end than this is at the end. */
export const endPixels = 48;
/** So long after somebody has begun to scroll back, what moves back was moved by them. */
const gestureMilliseconds = 1_000;

/** Where a list is, in CSS pixels. */
export interface ListPlace {
  readonly offset: number;
  /** How high all rows are together. */
  readonly total: number;
  /** How high the view is. */
  readonly height: number;
}

/**
 * Whether somebody reads at the end of a list that grows there. Only who goes back leaves the end: what comes or grows
 * takes one along, and when rows become smaller the browser moves the view back, for which nobody has asked.
 */
export class ListEnd {
  readonly #now: () => number;
  #at = true;
  #behind = false;
  #last: ListPlace = { offset: 0, total: 0, height: 0 };
  /** By how much rows became smaller since the view was moved back for it. */
  #shrunk = 0;
  #backUntil = Number.NEGATIVE_INFINITY;

  /** @param now milliseconds, of a clock that only goes forward */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** At the end, and what came or was measured since has moved it: the list is to be scrolled there. */
  get behind(): boolean {
    return this.#behind;
  }

  /** The reader begins to scroll back: by the wheel, a finger, a key, the scroll bar. */
  readerGoesBack(): void {
    this.#backUntil = this.#now() + gestureMilliseconds;
  }

  /** The list moves the view itself, to keep what is read in its place when rows above go or change their height. */
  movedByList(offset: number): void {
    if (offset < this.#last.offset) this.#last = { ...this.#last, offset };
  }

  /** A row was measured. @param change what it is higher by, negative when it became smaller */
  resized(change: number): void {
    if (change < 0) this.#shrunk -= change;
  }

  /** The view or the rows have changed. @returns whether the reader is at the end */
  moved(place: ListPlace): boolean {
    const { offset, total, height } = place;
    const last = this.#last;
    this.#last = place;
    const reached = total - offset - height <= endPixels;
    const back = last.offset - offset;
    if (back > 0) {
      // Without a gesture there are still the browser's search, and whatever else moves the view.
      const explained = this.#shrunk + Math.max(0, last.total - total) + Math.max(0, height - last.height) + 1;
      const byReader = this.#now() <= this.#backUntil || back > explained;
      this.#shrunk = Math.max(0, this.#shrunk - back);
      this.#at = reached || (this.#at && !byReader);
    } else {
      if (reached && back < 0) this.#shrunk = 0;
      this.#at ||= reached;
    }
    this.#behind = this.#at && !reached;
    return this.#at;
  }
}
