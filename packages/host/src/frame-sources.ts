import { type DomainPattern, isLoopback, parseDomainPattern } from "./domain-pattern.ts";
import { parsePageUrl } from "./origins.ts";

/** What a source may consist of. No space, comma, semicolon or quote: manifest text can add neither source nor directive. */
const SOURCE = /^https?:\/\/(\*\.)?[a-z0-9_.:[\]-]+$/;

/**
 * The sources of a CSP `frame-src` directive under which an app's pages may be framed: the configuration URL's origin
 * and its `validDomains`. CSP knows `*` only as the first label and lets it cover any depth, so a pattern with inner
 * wildcards becomes the next wider source; `originMatcher` still judges each message exactly.
 * Empty when nothing is usable: write `'none'` then.
 */
export function frameSources(configurationUrl: string, validDomains: readonly string[]): string[] {
  const own = parsePageUrl(configurationUrl)?.origin;
  const patterns = validDomains.map(parseDomainPattern).filter((pattern) => pattern !== undefined);
  const sources = [...(own ? [own] : []), ...patterns.flatMap(sourcesOf)];
  return [...new Set(sources)].filter((source) => SOURCE.test(source));
}

function sourcesOf(pattern: DomainPattern): string[] {
  const lastWildcard = pattern.labels.lastIndexOf("*");
  const fixed = pattern.labels.slice(lastWildcard + 1).join(".");
  const host = `${lastWildcard < 0 ? "" : "*."}${fixed}${pattern.port ? `:${pattern.port}` : ""}`;
  return isLoopback(fixed) ? [`https://${host}`, `http://${host}`] : [`https://${host}`];
}
