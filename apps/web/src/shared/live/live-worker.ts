import type { LiveOrder, LiveReport } from "./live-protocol.ts";
import { type LiveSource, openLiveSource } from "./live-source.ts";

/**
 * One live stream for all tabs of a browser: over HTTP/1.1 a browser opens six connections to a server, and a stream a
 * tab would use them up.
 */
const ports = new Set<MessagePort>();
let source: LiveSource | undefined;

function tellAll(report: LiveReport): void {
  for (const port of ports) port.postMessage(report);
}

function leave(port: MessagePort): void {
  ports.delete(port);
  if (ports.size > 0) return;
  source?.close();
  source = undefined;
}

addEventListener("connect", (event) => {
  const [port] = (event as MessageEvent).ports;
  if (port === undefined) return;
  ports.add(port);
  port.addEventListener("message", ({ data }: MessageEvent<LiveOrder>) => {
    if (data === "end") {
      source?.close();
      source = undefined;
      tellAll({ kind: "ended" });
    }
    leave(port);
  });
  // Where browsers tell: a tab that crashed says no goodbye.
  port.addEventListener("close", () => leave(port));
  port.start();
  if (source?.connected) {
    port.postMessage({ kind: "connected" } satisfies LiveReport);
    const batch = { fresh: true, messages: [], revised: [], skipped: [], changes: [] };
    port.postMessage({ kind: "batch", batch } satisfies LiveReport);
  }
  source ??= openLiveSource(tellAll);
});
