import type { Browser, Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds: when it began, how long it took, and how long the processor worked on it. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What a page needed the processor for, frame by frame, in milliseconds. */
export interface FrameWork {
  readonly work: readonly number[];
  /** From the first task of each frame to its last, in time: what other programs of the machine take is in it. */
  readonly spans: readonly number[];
}

/**
 * Adds up what the page's own thread worked for each frame while something is done, by the browser's trace. Time of the
 * processor and not of the clock, so that another program that runs meanwhile does not count as ours.
 */
export async function frameWork(browser: Browser, page: Page, act: () => Promise<void>): Promise<FrameWork> {
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const threads = new Map<string, TraceEvent[]>();
  const renderers = new Set(
    traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(threadOf),
  );
  for (const event of traceEvents) {
    const thread = threadOf(event);
    if (event.ph !== "X" || !renderers.has(thread)) continue;
    if (event.name !== "RunTask" && event.name !== "Commit") continue;
    const events = threads.get(thread) ?? [];
    threads.set(thread, events);
    events.push(event);
  }
  // The page is the thread that made most frames.
  const [busiest = []] = [...threads.values()].toSorted((a, b) => commits(b) - commits(a));
  return framesOf(busiest.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0)));
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}:${tid}`;
}

function commits(events: readonly TraceEvent[]): number {
  return events.filter(({ name }) => name === "Commit").length;
}

/** A frame is all tasks up to the one in which it is handed to the compositor. */
function framesOf(events: readonly TraceEvent[]): FrameWork {
  const [work, spans]: [number[], number[]] = [[], []];
  let [tasks, began, ended, sum, done] = [0, 0, 0, 0, false];
  const close = () => {
    work.push(sum / 1_000);
    spans.push((ended - began) / 1_000);
    [tasks, sum, done] = [0, 0, false];
  };
  for (const { name, ts, dur = 0, tdur = 0 } of events) {
    if (name === "Commit") {
      done = true;
      continue;
    }
    if (done) close();
    if (tasks++ === 0) began = ts;
    ended = ts + dur;
    sum += tdur;
  }
  if (done) close();
  return { work, spans };
}
