/** What crosses between a browser and a page's own server, and what stays on its side. */

type Given = Readonly<Record<string, string | string[] | undefined>>;

/** RFC 9110 section 7.6.1, and what older clients send in its place. */
const hopByHop = [
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];

const notForwarded = new Set([
  ...hopByHop,
  "host",
  // The jar on our side says which cookies go along, and nobody but us sees the browser's.
  "cookie",
  "expect",
  "origin",
  "referer",
  "forwarded",
  "via",
  "service-worker-navigation-preload",
]);
const notForwardedFamilies = /^(x-forwarded-|x-real-ip|cf-|sec-websocket-)/;

const notAnswered = new Set([
  ...hopByHop,
  "set-cookie",
  // Ours takes their place.
  "x-frame-options",
  "content-security-policy",
  "content-security-policy-report-only",
  // A page speaks for its own host, not for ours: this would sign people out of Parvis, or send browsers elsewhere.
  "clear-site-data",
  "strict-transport-security",
  "public-key-pins",
  "alt-svc",
  "nel",
  "report-to",
  "reporting-endpoints",
  "location",
  "refresh",
  "content-location",
  // Framed by design, and same-origin with everything it loads through us.
  "cross-origin-opener-policy",
  "cross-origin-embedder-policy",
  "origin-agent-cluster",
  "service-worker-allowed",
  "document-policy",
]);
/** No other site is to read through us what the page's own server would give it. */
const crossOrigin = /^access-control-/;

/** Which of the two servers a page's addresses are on. */
export interface Ends {
  /** The page's own server, as `https://connector.example`. */
  readonly upstream: string;
  /** Where the browser sees it. */
  readonly origin: string;
}

/** The browser's headers as its own server would have got them. */
export function forwardedHeaders(given: Headers, { upstream, origin }: Ends): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of given) {
    if (!notForwarded.has(name) && !notForwardedFamilies.test(name)) headers[name] = value;
  }
  if (given.get("origin") === origin) headers.origin = upstream;
  const referer = given.get("referer");
  // The shim is no page of theirs.
  if (referer?.startsWith(`${origin}/`) === true && !referer.startsWith(`${origin}/.parvis/`))
    headers.referer = upstream + referer.slice(origin.length);
  return headers;
}

/** The page's headers as the browser gets them; cookies, policies and redirects are dealt with apart. */
export function answeredHeaders(given: Given): [name: string, value: string][] {
  return Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined || notAnswered.has(name) || crossOrigin.test(name)) return [];
    return [value].flat().map((one): [string, string] => [name, one]);
  });
}

/** The page's own policies with our `frame-ancestors`; what names its own host names ours as well. */
export function framePolicies(
  given: string | string[] | undefined,
  { upstream }: Ends,
  ancestors: readonly string[],
): string[] {
  const { host } = new URL(upstream);
  const own = new Set([upstream, host, `*.${host.split(".").slice(1).join(".")}`]);
  const policies = [given ?? []].flat().flatMap((header) => header.split(","));
  const kept = policies.map((policy) =>
    policy
      .split(";")
      .map((directive) => directive.trim().split(/\s+/))
      .filter(([name = ""]) => !/^(frame-ancestors|report-uri|report-to|upgrade-insecure-requests|)$/i.test(name))
      .map(([name = "", ...sources]) => {
        const widened = sources.some((source) => own.has(source.replace(/\/$/, ""))) && !sources.includes("'self'");
        return [name, ...sources, ...(widened ? ["'self'"] : [])].join(" ");
      })
      .join("; "),
  );
  return [...kept.filter((policy) => policy !== ""), `frame-ancestors 'self' ${ancestors.join(" ")}`];
}

/**
 * Requests that only the page itself may make. Browsers say where a request comes from and pages cannot make them lie; what
 * comes from elsewhere may open a page, and nothing more, for the session would go along.
 */
export function mayAsk(method: string, headers: Headers, origin: string): boolean {
  const site = headers.get("sec-fetch-site");
  const from = headers.get("origin");
  if (from !== null && from !== origin) return false;
  if (site === null || site === "same-origin" || site === "none") return true;
  return headers.get("sec-fetch-mode") === "navigate" && (method === "GET" || method === "HEAD");
}

/** Whether the request opens a page in a frame, in a window of its own, or neither. */
export function opening(headers: Headers): "frame" | "window" | undefined {
  if (headers.get("sec-fetch-mode") !== "navigate") return undefined;
  return headers.get("sec-fetch-dest") === "document" ? "window" : "frame";
}
