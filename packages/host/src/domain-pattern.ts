/**
 * One entry of a manifest's `validDomains`: a host name, optionally with a port, in which whole labels may be `*`.
 * As in Teams, one `*` stands for exactly one label, so `*.example.com` covers `a.example.com`, but neither
 * `example.com` nor `a.b.example.com` (write `*.*.example.com` for that).
 */
export interface DomainPattern {
  readonly labels: readonly string[];
  /** As written; empty for the default port of the scheme. */
  readonly port: string;
}

const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;
const NUMERIC = /^[0-9.]+$/;
/** Stands in for `*` while the URL parser normalises case and international names. */
const STAND_IN = "wildcard-label";
const LONGEST_ENTRY = 253 + ":65535".length;

/** Host names that stay on the machine, where browsers treat http as trustworthy. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "127.0.0.1" || hostname === "[::1]"
  );
}

/**
 * Reads one entry. Refused (`undefined`): anything with a scheme, path or user; `{teamSiteDomain}` and other
 * placeholders; partial wildcards (`a*.example.com`); a lone `*`, `*.com` and bare top-level domains.
 */
export function parseDomainPattern(entry: string): DomainPattern | undefined {
  if (entry.length > LONGEST_ENTRY || !/^[^\s/?#@\\{}%[\]]+$/.test(entry) || entry.includes(STAND_IN)) return undefined;
  const wild = entry.split(/([.:])/).map((part) => (part === "*" ? STAND_IN : part));
  if (wild.some((part) => part.includes("*"))) return undefined;
  const url = URL.parse(`https://${wild.join("")}`);
  if (!url) return undefined;
  const labels = url.hostname.split(".").map((label) => (label === STAND_IN ? "*" : label));
  if (!labels.every((label) => label === "*" || LABEL.test(label))) return undefined;
  return isSpecificEnough(labels) ? { labels, port: url.port } : undefined;
}

function isSpecificEnough(labels: readonly string[]): boolean {
  const name = labels.join(".");
  if (NUMERIC.test(name) || name === "localhost") return true;
  // `*.localhost` is the one wildcard over a single label: it never leaves the machine.
  if (labels.at(-1) === "localhost") return labels.slice(0, -1).every((label) => label === "*" || LABEL.test(label));
  return labels.length >= 2 && labels.slice(-2).every((label) => label !== "*");
}

/** Whether the host and port of `url` fall under `pattern`. The scheme is the caller's to judge. */
export function domainMatches(pattern: DomainPattern, url: URL): boolean {
  const labels = url.hostname.split(".");
  return (
    url.port === pattern.port &&
    labels.length === pattern.labels.length &&
    pattern.labels.every((label, index) => label === "*" || label === labels[index])
  );
}
