import { Readable, Transform } from "node:stream";
import { ParvisError } from "../platform/errors.ts";
import type { Outbound, OutboundAnswer, OutboundRequest } from "../platform/http/outbound.ts";
import type { EmbeddingSession } from "./embedding.store.ts";
import type { PageCookies } from "./page-cookies.ts";
import { answeredHeaders, type Ends, forwardedHeaders, framePolicies, opening } from "./proxied-headers.rules.ts";

/** Everything, until the last byte of an answer. */
const timeoutMilliseconds = 60_000;
const mostSent = 20 * 1_048_576;
const mostAnswered = 50 * 1_048_576;

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

function methodOf(name: string): OutboundRequest["method"] {
  const method = methods.find((known) => known === name);
  if (method === undefined) throw new ParvisError("request/wrong-method");
  return method;
}

/** The request's body, cut off when it turns out longer than it may be. */
function limitedBody(request: Request): Readable | undefined {
  if (request.body === null) return undefined;
  let length = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _, done) {
      length += chunk.length;
      if (length <= mostSent) done(null, chunk);
      else
        done(new ParvisError("request/too-large", { detail: `A page may send ${mostSent / 1_048_576} MB at most.` }));
    },
  });
  return Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
    .on("error", (error) => limit.destroy(error))
    .pipe(limit);
}

export interface Proxied {
  readonly session: EmbeddingSession;
  /** What the browser sees as the page's origin. */
  readonly origin: string;
  readonly cookies: PageCookies;
  /** The address on this origin that stands for one on another host of the app; undefined for other people's. */
  readonly follow: (address: string) => Promise<string | undefined>;
}

/** Where a redirect leads, as the browser may follow it. */
async function locationOf(request: Request, asked: URL, given: string, page: Proxied): Promise<string> {
  const target = URL.parse(given, asked);
  if (target === null) return given;
  if (target.origin === page.session.upstream) return page.origin + target.pathname + target.search + target.hash;
  // What a page fetches follows to the other host itself, as it would without us; a page that moves stays with us.
  if (opening(request.headers) === undefined) return target.href;
  return (await page.follow(target.href)) ?? target.href;
}

/** Sends a page's request to its own server, and the answer back. @throws ParvisError outbound/refused, outbound/failed */
export async function proxyRequest(outbound: Outbound, request: Request, page: Proxied): Promise<Response> {
  const { session, origin, cookies } = page;
  const ends: Ends = { upstream: session.upstream, origin };
  const { pathname, search } = new URL(request.url);
  const asked = new URL(session.upstream);
  asked.pathname = pathname;
  asked.search = search;
  const headers = forwardedHeaders(request.headers, ends);
  const cookie = cookies.headerFor(asked.href);
  const body = limitedBody(request);
  const answer = await outbound.open({
    method: methodOf(request.method),
    url: asked.href,
    headers: cookie === "" ? headers : { ...headers, cookie },
    ...(body === undefined ? {} : { body }),
    timeoutMilliseconds,
    maximumBytes: mostAnswered,
    signal: request.signal,
  });
  try {
    return await present(request, asked, answer, page);
  } catch (error) {
    answer.body.destroy();
    throw error;
  }
}

async function present(
  request: Request,
  asked: URL,
  answer: OutboundAnswer<Readable>,
  page: Proxied,
): Promise<Response> {
  const { session, origin, cookies } = page;
  const headers = new Headers(answeredHeaders(answer.headers));
  const ends: Ends = { upstream: session.upstream, origin };
  for (const policy of framePolicies(answer.headers["content-security-policy"], ends, session.ancestors))
    headers.append("Content-Security-Policy", policy);
  for (const given of await cookies.take([answer.headers["set-cookie"] ?? []].flat(), asked.href))
    headers.append("Set-Cookie", given);
  const { location } = answer.headers;
  if (typeof location === "string") headers.set("Location", await locationOf(request, asked, location, page));
  const empty = request.method === "HEAD" || [204, 205, 304].includes(answer.status);
  if (empty) answer.body.destroy();
  const body = empty ? null : (Readable.toWeb(answer.body) as ReadableStream<Uint8Array>);
  return new Response(body, { status: answer.status, headers });
}
