import { Unusable } from "./embed-answers.ts";

/** What a page is allowed to do; what it may be is decided by this document's Content-Security-Policy. */
const sandbox =
  "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads";

export function makeFrame(title: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", sandbox);
  frame.title = title;
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  return frame;
}

export function openInWindow(url: string): { accepted: true } {
  window.open(url, "_blank", "noopener,noreferrer");
  return { accepted: true };
}

/** Why no token came, for the page. */
export function tokenWords(error: unknown): never {
  throw new Error(error instanceof Unusable ? error.detail || error.code : "The token could not be issued.");
}
