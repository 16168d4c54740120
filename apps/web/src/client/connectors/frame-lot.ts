import type { EmbedOrder, EmbedReport } from "../embed/embed-protocol.ts";

/** A page that ends cannot take longer than its save (30 s), its own requests and the linger of the host (60 s). */
const endMilliseconds = 105_000;

type Movable = HTMLElement & { moveBefore?(node: Node, before: Node | null): void };

let lot: Movable | undefined;

function openLot(): Movable {
  if (lot === undefined) {
    lot = document.createElement("div");
    lot.hidden = true;
    document.body.append(lot);
  }
  return lot;
}

/**
 * Takes a frame out of sight without reloading it, and out of the document when its page's last requests have been
 * answered: a page that has just been saved may still be telling its own server. To be called before the frame's
 * place goes. Browsers that cannot move a frame without reloading it lose it with its place.
 * @param port the line to the document in the frame.
 */
export function parkFrame(frame: HTMLIFrameElement, port: MessagePort): void {
  port.postMessage({ kind: "end" } satisfies EmbedOrder);
  const place = openLot();
  if (place.moveBefore === undefined || !frame.isConnected) {
    port.close();
    return;
  }
  place.moveBefore(frame, null);
  const leave = () => {
    clearTimeout(timer);
    port.close();
    frame.remove();
  };
  const timer = setTimeout(leave, endMilliseconds);
  port.onmessage = ({ data }: MessageEvent<EmbedReport>) => {
    if (data.kind === "ended") leave();
  };
}
