import { createBatcher } from "./batcher.ts";
import type { LiveReport } from "./live-protocol.ts";

/** Batches come at most this often; the first event after a pause does not wait. */
const batchMilliseconds = 50;
const firstRetryMilliseconds = 1_000;
const longestRetryMilliseconds = 15_000;

export interface LiveSource {
  readonly connected: boolean;
  close(): void;
}

/**
 * Reads the live stream and reports in batches. The browser resumes a stream that breaks by itself, sending back where
 * it stopped; one that the server refuses is opened anew here, more and more rarely.
 */
export function openLiveSource(report: (report: LiveReport) => void): LiveSource {
  const batcher = createBatcher();
  let source: EventSource | undefined;
  let connected = false;
  let closed = false;
  let delivered = 0;
  let delivery: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let retryAfter = firstRetryMilliseconds;

  function deliver(): void {
    delivery = undefined;
    delivered = performance.now();
    const batch = batcher.take();
    if (batch !== undefined) report({ kind: "batch", batch });
  }

  function schedule(): void {
    delivery ??= setTimeout(deliver, Math.max(0, delivered + batchMilliseconds - performance.now()));
  }

  function heard(): void {
    retryAfter = firstRetryMilliseconds;
    if (connected) return;
    connected = true;
    report({ kind: "connected" });
  }

  function failed(): void {
    const refused = source?.readyState === EventSource.CLOSED;
    connected = false;
    report({ kind: "lost", refused });
    if (!refused || closed) return;
    retry = setTimeout(open, retryAfter);
    retryAfter = Math.min(retryAfter * 2, longestRetryMilliseconds);
  }

  function open(): void {
    source = new EventSource("/api/live");
    source.addEventListener("hello", () => {
      heard();
      batcher.fresh();
      schedule();
    });
    source.addEventListener("resumed", heard);
    source.addEventListener("message", (event) => {
      batcher.message(JSON.parse(event.data));
      schedule();
    });
    source.addEventListener("revision", (event) => {
      batcher.revision(JSON.parse(event.data));
      schedule();
    });
    source.addEventListener("change", (event) => {
      batcher.change(JSON.parse(event.data));
      schedule();
    });
    source.addEventListener("error", failed);
  }

  open();
  return {
    get connected() {
      return connected;
    },
    close() {
      closed = true;
      clearTimeout(delivery);
      clearTimeout(retry);
      source?.close();
    },
  };
}
