import { frameAddress, type OriginMatcher, originMatcher, type PageSettings } from "@parvis/host";
import { type OpenedPage, Unusable } from "./embed-answers.ts";
import type { EmbeddingMode } from "./embed-protocol.ts";

/** Where a page is shown. */
export interface PagePlace {
  /** For the frame. */
  readonly address: string;
  readonly allowedOrigins: OriginMatcher;
  /** Of the shim around it, when it is shown through Parvis. */
  readonly shimOrigin?: string;
  /** Addresses that the page stored, as they are outside of its frame. */
  outside(settings: PageSettings): PageSettings;
}

/** As the server wrote it into this document, together with what the document may frame. */
export function embeddingMode(): EmbeddingMode {
  return document.body.dataset.embedding === "legacy" ? "legacy" : "direct";
}

/** The page that the manifest names, and the app's other hosts. */
interface PageSource {
  readonly configurationUrl: string;
  readonly validDomains: readonly string[];
}

/**
 * @param address with its places filled in
 * @param open the way to a page that is shown through Parvis
 * @throws Unusable when the page must not be loaded
 */
export async function placeOf(
  page: PageSource,
  address: string,
  open: (url: string) => Promise<OpenedPage>,
): Promise<PagePlace> {
  // The page that the manifest names makes its own origin; any other must belong to the app.
  const own = originMatcher(page.configurationUrl, page.validDomains);
  const allowed = frameAddress(address, own);
  if (allowed === undefined) throw new Unusable("client/page-not-allowed", address);
  if (embeddingMode() === "direct") return { address: allowed, allowedOrigins: own, outside: (settings) => settings };
  const opened = await open(allowed);
  return {
    address: opened.address,
    allowedOrigins: originMatcher(opened.origin, []),
    shimOrigin: opened.origin,
    // To the page, Parvis's name for its host is its own: another day it may be loaded without us.
    outside: (settings) => {
      const moved = Object.entries(settings).map(([name, value]) => [name, moveTo(opened, value)]);
      return Object.fromEntries(moved);
    },
  };
}

function moveTo({ origin, upstream }: { origin: string; upstream: string }, value: string): string {
  const inside = value === origin || /^[/?#]/.test(value.slice(origin.length));
  return value.startsWith(origin) && inside ? upstream + value.slice(origin.length) : value;
}
