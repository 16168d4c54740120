/** How many messages one window may send: `burst` at once, refilled at `perSecond`. */
export interface FloodBounds {
  readonly burst: number;
  readonly perSecond: number;
}

/** Far above what any page needs (a configuration page sends about ten messages in its life). */
export const DEFAULT_FLOOD_BOUNDS: FloodBounds = { burst: 500, perSecond: 100 };

export interface FloodLimit {
  /** Takes one message; `false` when the window has used up its share and the message must be dropped unread. */
  take(): boolean;
}

/** A token bucket. `now` gives milliseconds that never run backwards. */
export function createFloodLimit(bounds: FloodBounds, now: () => number): FloodLimit {
  let tokens = bounds.burst;
  let last = now();
  return {
    take() {
      const time = now();
      tokens = Math.min(bounds.burst, tokens + ((time - last) / 1000) * bounds.perSecond);
      last = time;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
