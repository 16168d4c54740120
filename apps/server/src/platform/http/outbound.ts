import { lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { PassThrough, type Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { Agent, type Dispatcher } from "undici";
import { ParvisError } from "../errors.ts";
import { type TargetPolicy, targetPolicy } from "./private-targets.ts";

export interface OutboundRequest {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Readable;
  /** For everything until the last byte of the answer. */
  readonly timeoutMilliseconds: number;
  /** Of the answer's body, as it arrives. */
  readonly maximumBytes: number;
  /** How many redirects are followed, each judged like the first address; 0 hands them to the caller. GET and HEAD only. */
  readonly redirects?: number;
  readonly signal?: AbortSignal;
}

export interface OutboundAnswer<Body> {
  readonly status: number;
  /** Names in lower case; several values of one name as an array. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Body;
  /** Where the answer came from, after redirects. */
  readonly url: string;
}

export interface Outbound {
  /**
   * Sends a request and reads the whole answer.
   * @throws ParvisError outbound/refused when the address is none that others may make Parvis reach; outbound/failed
   * when it cannot be reached, takes too long or answers too much.
   */
  send(request: OutboundRequest): Promise<OutboundAnswer<Buffer>>;
  /** As `send`, with the body as it arrives; the stream fails with the same errors. The caller must read or destroy it. */
  open(request: OutboundRequest): Promise<OutboundAnswer<Readable>>;
  /** @throws ParvisError outbound/refused for an address that could never be sent to; says nothing of what DNS will say. */
  check(url: string): void;
  close(): Promise<void>;
}

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

function refused(why: string): ParvisError {
  return new ParvisError("outbound/refused", {
    detail: `${why} The operator of this Parvis can allow it in PARVIS_PRIVATE_TARGETS.`,
  });
}

/** Refuses after DNS has answered and connects to what was judged, so that a name cannot change its mind in between. */
function judgingLookup(policy: TargetPolicy): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, "", 4);
      const allowed = found.filter(({ address }) => policy.mayConnect(address));
      const [first] = allowed;
      if (first === undefined) {
        const why = refused(`${hostname} is on a private network, which requests for others do not reach.`);
        return done(why, "", 4);
      }
      // Node asks for all addresses when it races IPv4 and IPv6.
      if (options.all === true) (done as unknown as (error: null, all: typeof allowed) => void)(null, allowed);
      else done(null, first.address, first.family);
    });
  };
}

function portOf(url: URL): number {
  return Number(url.port || (url.protocol === "https:" ? 443 : 80));
}

function readUrl(policy: TargetPolicy, text: string): URL {
  if (!URL.canParse(text)) throw new ParvisError("outbound/refused", { detail: "The address is not a URL." });
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new ParvisError("outbound/refused", {
      detail: `Only http and https addresses are reached, not ${url.protocol}`,
    });
  if (url.username !== "" || url.password !== "")
    throw new ParvisError("outbound/refused", { detail: "The address holds a name or password. Send it in a header." });
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // A numeric address is never looked up, so it is judged here.
  if (isIP(host) !== 0 && !policy.namedByOperator(host, portOf(url)) && !policy.mayConnect(host))
    throw refused(`${host} is not a public address, and requests for others reach no other.`);
  return url;
}

function asFailure(error: unknown, host: string): ParvisError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof ParvisError) return cause;
  const name = error instanceof Error ? error.name : "";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const slow = name === "TimeoutError" || /TIMEOUT/i.test(code);
  const detail = slow
    ? `${host} did not answer in time.`
    : `${host} cannot be reached${code === "" ? "" : ` (${code})`}.`;
  return new ParvisError("outbound/failed", { detail, cause: error });
}

/** Passes an answer on until it is longer than it may be, or the request's time is over. */
function limited(body: Readable, maximumBytes: number, host: string): Readable {
  const out = new PassThrough();
  let length = 0;
  body.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length <= maximumBytes) {
      if (!out.write(chunk)) body.pause();
      return;
    }
    const limit = `${Math.ceil(maximumBytes / 1024)} KB`;
    out.destroy(new ParvisError("outbound/failed", { detail: `${host} answered more than ${limit}.` }));
  });
  out.on("drain", () => body.resume());
  out.on("close", () => body.destroy());
  body.on("end", () => out.end());
  body.on("error", (error) => out.destroy(asFailure(error, host)));
  return out;
}

/**
 * Requests that somebody else's data asks for (a card's button or picture, a relay, an embedded page): never to private
 * networks unless the operator lists them, whatever DNS or a redirect says, and never without a limit.
 */
export function outboundRequests(privateTargets: readonly string[]): Outbound {
  const policy = targetPolicy(privateTargets);
  const pool = { connections: 16, keepAliveTimeout: 10_000 };
  const judging = new Agent({ ...pool, connect: { lookup: judgingLookup(policy), timeout: 10_000 } });
  /** For hosts that the operator named: wherever they are. */
  const trusting = new Agent({ ...pool, connect: { timeout: 10_000 } });

  async function once(request: OutboundRequest, url: URL, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    const agent = policy.namedByOperator(url.hostname, portOf(url)) ? trusting : judging;
    try {
      return await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: request.method,
        headers: { "user-agent": "Parvis", ...request.headers },
        body: request.body ?? null,
        signal,
        headersTimeout: request.timeoutMilliseconds,
        bodyTimeout: request.timeoutMilliseconds,
      });
    } catch (error) {
      throw asFailure(error, url.host);
    }
  }

  async function open(request: OutboundRequest): Promise<OutboundAnswer<Readable>> {
    const timeout = AbortSignal.timeout(request.timeoutMilliseconds);
    const signal = request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal]);
    let url = readUrl(policy, request.url);
    for (let left = request.redirects ?? 0; ; left--) {
      const { statusCode, headers, body } = await once(request, url, signal);
      const { location } = headers;
      if (left > 0 && redirectStatuses.has(statusCode) && typeof location === "string" && URL.canParse(location, url)) {
        await body.dump();
        const next = readUrl(policy, new URL(location, url).href);
        // Headers meant for one host, tokens among them, are not for another.
        if (next.origin !== url.origin) request = { ...request, headers: {} };
        url = next;
        continue;
      }
      return { status: statusCode, headers, body: limited(body, request.maximumBytes, url.host), url: url.href };
    }
  }

  return {
    open,
    send: async (request) => {
      const answer = await open(request);
      const chunks: Buffer[] = [];
      answer.body.on("data", (chunk: Buffer) => chunks.push(chunk));
      await finished(answer.body);
      return { ...answer, body: Buffer.concat(chunks) };
    },
    check: (url) => void readUrl(policy, url),
    close: async () => void (await Promise.all([judging.destroy(), trusting.destroy()])),
  };
}
