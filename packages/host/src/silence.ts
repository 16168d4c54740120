/** Why nothing comes from a page. */
export type Silence =
  /** The frame has not finished loading. */
  | "not-loaded"
  /** The page has loaded, but never said `initialize`: it does not use the SDK, or it failed. */
  | "no-initialize"
  /**
   * The page said `initialize` and ignores what we answer: its SDK does not accept this host's origin (teamsjs-host.md
   * section 4; docs/guides/embedded-pages.md says what to do).
   */
  | "origin-not-accepted";

export interface SilenceTimings {
  readonly loadMilliseconds: number;
  readonly initializeMilliseconds: number;
  readonly firstCallMilliseconds: number;
}

export interface SilenceWatch {
  loaded(): void;
  initialized(): void;
  /** Something other than `initialize` arrived, which proves that the page accepts us. The watch is over. */
  heard(): void;
  stop(): void;
}

/** How long the page has to answer the probe; an SDK does so within one task. */
const PROBE_MILLISECONDS = 1000;

/**
 * Watches for a page that never gets to talk. `probe` raises an event that every SDK answers by itself, so that a page
 * which has nothing to say is not taken for one that cannot hear.
 */
export function createSilenceWatch(
  timings: SilenceTimings,
  onSilent: (silence: Silence) => void,
  probe: () => void,
): SilenceWatch {
  let stage: "loading" | "loaded" | "initialized" | "over" = "loading";
  let timer = setTimeout(() => onSilent("not-loaded"), timings.loadMilliseconds);

  function next(reached: typeof stage, milliseconds: number, task: () => void): void {
    stage = reached;
    clearTimeout(timer);
    timer = setTimeout(task, milliseconds);
  }

  function end(): void {
    stage = "over";
    clearTimeout(timer);
  }

  return {
    loaded() {
      if (stage === "loading" || stage === "loaded") {
        next("loaded", timings.initializeMilliseconds, () => onSilent("no-initialize"));
      }
    },
    initialized() {
      if (stage === "over") return;
      next("initialized", timings.firstCallMilliseconds, () => {
        probe();
        timer = setTimeout(() => onSilent("origin-not-accepted"), PROBE_MILLISECONDS);
      });
    },
    heard: end,
    stop: end,
  };
}
