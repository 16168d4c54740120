import type { PopupWindow } from "./authentication.ts";
import type { IncomingMessage, Peer } from "./conversation.ts";

/**
 * What a host tells the shim beside what it passes on. A popup of a page that accepts no host but its own origin must find its
 * opener there, so the shim opens it.
 */
export type ShimOrder =
  | { readonly shim: "open"; readonly popup: number; readonly url: string; readonly features: string }
  | { readonly shim: "post"; readonly popup: number; readonly message: unknown; readonly origin: string }
  | { readonly shim: "close"; readonly popup: number };

/** What the shim tells the host. A page that makes one up deceives itself about its own sign-in, and nobody else. */
export type ShimReport =
  | { readonly shim: "said"; readonly popup: number; readonly message: unknown; readonly origin: string }
  | { readonly shim: "closed"; readonly popup: number };

/** How a host opens windows and hears from them. */
export interface Popups {
  open(url: string, features: string): PopupWindow | null;
  /** Whose message an event is; undefined when it is dealt with. */
  read(event: MessageEvent): IncomingMessage | undefined;
}

/** Windows that the host opens itself. */
export const ownPopups: Popups = {
  open: (url, features) => window.open(url, "_blank", features),
  read: (event) => event,
};

function readReport(data: unknown): ShimReport | undefined {
  const report = typeof data === "object" && data !== null && "shim" in data ? (data as ShimReport) : undefined;
  return report?.shim === "said" || report?.shim === "closed" ? report : undefined;
}

/** Windows that the shim opens. @param shim its window @param shimOrigin the app's own origin, where it lies */
export function shimPopups(shim: () => Peer | null | undefined, shimOrigin: string): Popups {
  const open = new Map<number, PopupWindow & { closed: boolean }>();
  let last = 0;
  const order = (given: ShimOrder): void => shim()?.postMessage(given, shimOrigin);
  return {
    open(url, features) {
      last += 1;
      const popup = last;
      const opened = {
        closed: false,
        close: () => order({ shim: "close", popup }),
        postMessage: (message: unknown, origin: string) => order({ shim: "post", popup, message, origin }),
      };
      open.set(popup, opened);
      order({ shim: "open", popup, url, features });
      return opened;
    },
    read(event) {
      const report = event.source === shim() && event.origin === shimOrigin ? readReport(event.data) : undefined;
      if (report === undefined) return event;
      const popup = open.get(report.popup);
      if (popup === undefined) return undefined;
      if (report.shim === "said") return { source: popup, origin: String(report.origin), data: report.message };
      popup.closed = true;
      open.delete(report.popup);
      return undefined;
    },
  };
}
