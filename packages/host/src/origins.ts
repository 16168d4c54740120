import { domainMatches, isLoopback, parseDomainPattern } from "./domain-pattern.ts";

/** Says whether messages from `origin` (as in `MessageEvent.origin`) may be listened to. */
export type OriginMatcher = (origin: string) => boolean;

/** The URL of a serialised origin; `undefined` for "null" (sandboxed frames) and anything that is more than an origin. */
function parseOrigin(origin: string): URL | undefined {
  const url = URL.parse(origin);
  return url && (url.protocol === "https:" || url.protocol === "http:") && url.origin === origin ? url : undefined;
}

/** An http(s) address, else `undefined`. */
export function parsePageUrl(value: string): URL | undefined {
  const url = URL.parse(value);
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url : undefined;
}

/**
 * The origins that belong to an app by Teams' rules: the configuration URL's own origin, scheme and port included, and
 * the manifest's `validDomains` (see `parseDomainPattern`) over https, or over http on a loopback name.
 * An unreadable configuration URL and unreadable entries contribute nothing.
 */
export function originMatcher(configurationUrl: string, validDomains: readonly string[]): OriginMatcher {
  const own = parsePageUrl(configurationUrl)?.origin;
  const patterns = validDomains.map(parseDomainPattern).filter((pattern) => pattern !== undefined);
  return (origin) => {
    const url = parseOrigin(origin);
    if (!url) return false;
    if (origin === own) return true;
    if (url.protocol === "http:" && !isLoopback(url.hostname)) return false;
    return patterns.some((pattern) => domainMatches(pattern, url));
  };
}

/**
 * The address to put into a frame's `src`, or `undefined` when the frame must not be pointed there: settings come from
 * the page, which may write any text into `contentUrl` and `removeUrl`.
 */
export function frameAddress(value: string, allowedOrigins: OriginMatcher): string | undefined {
  const url = parsePageUrl(value);
  return url && url.username === "" && url.password === "" && allowedOrigins(url.origin) ? url.href : undefined;
}
