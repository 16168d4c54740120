/**
 * The page between a client and a page that accepts no host but its own origin (teamsjs-host.md section 7). It lies on the
 * page's origin, so that the SDK finds a parent it knows, and passes messages between the two. It adds nothing and reads
 * nothing but the orders of the client to open a window for the page: a popup too finds an opener that it knows. Each side is
 * known by its window and its origin. Runs alone in a browser: it imports nothing.
 */
import type { ShimOrder, ShimReport } from "./shim-popups.ts";

/** Where our own files are on an app's origin; no page may be loaded from there. */
const OWN = "/.parvis/";

interface Ends {
  readonly frame: HTMLIFrameElement;
  /** Origin of the document that frames the shim. */
  readonly parentOrigin: string;
  /** Whether a page of this origin may stand in the frame: the app's own ones. */
  readonly isPage: (origin: string) => boolean;
}

/** The page's address, from the shim's own: the fragment, which reaches no server. Undefined when it leads elsewhere. */
function pageAddress(fragment: string): string | undefined {
  const url = URL.parse(decodeURIComponent(fragment.replace(/^#/, "")), location.href);
  return url && url.origin === location.origin && !url.pathname.startsWith(OWN) ? url.href : undefined;
}

const closedPollMilliseconds = 250;

function isOrder(data: unknown): data is ShimOrder {
  return typeof data === "object" && data !== null && "shim" in data;
}

/** Windows opened for the page, by the client's order. */
function openWindows(report: (news: ShimReport) => void) {
  const windows = new Map<number, Window>();

  function open(popup: number, url: string, features: string): void {
    const opened = window.open(url, "_blank", features);
    if (opened === null) {
      report({ shim: "closed", popup });
      return;
    }
    windows.set(popup, opened);
    const poll = setInterval(() => {
      if (!opened.closed) return;
      clearInterval(poll);
      windows.delete(popup);
      report({ shim: "closed", popup });
    }, closedPollMilliseconds);
  }

  return {
    obey(order: ShimOrder): void {
      if (order.shim === "open") open(order.popup, order.url, order.features);
      if (order.shim === "post") windows.get(order.popup)?.postMessage(order.message, order.origin);
      if (order.shim === "close") windows.get(order.popup)?.close();
    },
    /** Which of them a message comes from. */
    of: (source: unknown) => [...windows].find(([, opened]) => opened === source)?.[0],
  };
}

function relay({ frame, parentOrigin, isPage }: Ends): void {
  /** A page that a redirect led to another of the app's hosts has another origin than the one before. */
  let pageOrigin = location.origin;
  const windows = openWindows((news) => window.parent.postMessage(news, parentOrigin));
  window.addEventListener("message", ({ source, origin, data }) => {
    if (source === window.parent && origin === parentOrigin) {
      if (isOrder(data)) windows.obey(data);
      else frame.contentWindow?.postMessage(data, pageOrigin);
    } else if (source === frame.contentWindow && isPage(origin)) {
      pageOrigin = origin;
      window.parent.postMessage(data, parentOrigin);
    } else if (isPage(origin)) {
      const popup = windows.of(source);
      const said = (number: number): ShimReport => ({ shim: "said", popup: number, message: data, origin });
      if (popup !== undefined) window.parent.postMessage(said(popup), parentOrigin);
    }
  });
}

function begin(): void {
  const { parent = "", pages = "" } = document.body.dataset;
  const address = pageAddress(location.hash);
  if (window.parent === window || address === undefined) return;
  const frame = document.createElement("iframe");
  frame.title = document.title;
  const known = pages.split(" ");
  relay({ frame, parentOrigin: parent, isPage: (origin) => known.some((pattern) => fits(pattern, origin)) });
  frame.src = address;
  document.body.append(frame);
}

/** `https://a.example`, or `https://a-*.example` for any one label that begins so. */
function fits(pattern: string, origin: string): boolean {
  const [before = "", after] = pattern.split("*");
  if (after === undefined) return origin === pattern;
  const middle = origin.slice(before.length, origin.length - after.length);
  return origin.startsWith(before) && origin.endsWith(after) && /^[0-9a-z]+$/.test(middle);
}

begin();
