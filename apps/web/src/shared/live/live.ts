import { createObservable } from "../observable.ts";
import type { LiveBatch, LiveOrder, LiveReport } from "./live-protocol.ts";
import { type LiveSource, openLiveSource } from "./live-source.ts";

export type LiveState = "off" | "connecting" | "connected" | "lost" | "refused" | "ended";

/** How it stands with the stream, for whoever shows it. */
export const liveState = createObservable<LiveState>("off");

const listeners = new Set<(batch: LiveBatch) => void>();
let stream: { stop(order: LiveOrder): void } | undefined;

function receive(report: LiveReport): void {
  switch (report.kind) {
    case "batch":
      for (const listener of [...listeners]) listener(report.batch);
      break;
    case "connected":
      liveState.set("connected");
      break;
    case "lost":
      liveState.set(report.refused ? "refused" : "lost");
      break;
    case "ended":
      stream = undefined;
      liveState.set("ended");
      break;
  }
}

function direct() {
  const source: LiveSource = openLiveSource(receive);
  return { stop: () => source.close() };
}

function shared() {
  const worker = new SharedWorker(new URL("./live-worker.ts", import.meta.url), {
    type: "module",
    name: "parvis-live",
  });
  const { port } = worker;
  const mine = {
    stop(order: LiveOrder) {
      port.postMessage(order);
      port.close();
    },
  };
  port.addEventListener("message", ({ data }: MessageEvent<LiveReport>) => receive(data));
  port.start();
  // A worker that cannot be loaded: this tab listens for itself.
  worker.addEventListener("error", () => {
    if (stream === mine) stream = direct();
  });
  return mine;
}

/** Begins to listen, once. Over a shared worker where there is one. */
export function startLive(): void {
  if (stream !== undefined) return;
  liveState.set("connecting");
  stream = typeof SharedWorker === "function" ? shared() : direct();
}

/** Stops listening in every tab of this browser: the person signed out. */
export function stopLive(): void {
  stream?.stop("end");
  stream = undefined;
  liveState.set("off");
}

/** @returns the way to stop being told. */
export function onLive(listener: (batch: LiveBatch) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

globalThis.window?.addEventListener("pagehide", () => {
  stream?.stop("leave");
  stream = undefined;
});
// Back from the browser's memory of pages.
globalThis.window?.addEventListener("pageshow", (event) => {
  if (event.persisted && liveState.get() !== "off") startLive();
});
