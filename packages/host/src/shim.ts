/**
 * The page between a client and a page that accepts no host but its own origin (teamsjs-host.md section 7). It lies on the
 * page's origin, so that the SDK finds a parent it knows, and passes messages between the two. It adds nothing and reads
 * nothing; each side is known by its window and its origin. Runs alone in a browser: it imports nothing.
 */

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

function relay({ frame, parentOrigin, isPage }: Ends): void {
  /** A page that a redirect led to another of the app's hosts has another origin than the one before. */
  let pageOrigin = location.origin;
  window.addEventListener("message", (event) => {
    if (event.source === window.parent && event.origin === parentOrigin) {
      frame.contentWindow?.postMessage(event.data, pageOrigin);
    } else if (event.source === frame.contentWindow && isPage(event.origin)) {
      pageOrigin = event.origin;
      window.parent.postMessage(event.data, parentOrigin);
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
