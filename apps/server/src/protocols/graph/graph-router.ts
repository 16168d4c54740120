import { type Context, Hono } from "hono";
import { ParvisError } from "../../platform/errors.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import type { Platform } from "../../platform/platform.ts";
import { answerGraphError } from "./graph-errors.ts";

/** Headers of every answer of Graph's (contracts.md A.0). */
const contentType =
  "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

/**
 * Microsoft Graph at `/v1.0` and `/beta`: one set of routes under both, with Graph's headers and error bodies.
 * @param routes what is served, relative to the version.
 */
export function graphRouter(
  { log }: Pick<Platform, "log">,
  routes: readonly Hono<RequestEnvironment>[],
): Hono<RequestEnvironment> {
  const versioned = new Hono<RequestEnvironment>();
  versioned.use(async (c, next) => {
    await next();
    c.header("client-request-id", c.req.header("client-request-id") ?? c.var.requestId);
    c.header("OData-Version", "4.0");
    c.header("Cache-Control", "no-store");
    if (c.res.headers.get("content-type")?.startsWith("application/json")) c.header("Content-Type", contentType);
  });
  versioned.onError((error, c) => answerGraphError(c, error, log));
  for (const each of routes) versioned.route("/", each);
  versioned.all("*", (c) => {
    const detail = `Resource not found for the segment '${c.req.path.split("/")[2] ?? ""}'. This part of Graph is not served here.`;
    throw new ParvisError("request/not-found", { detail });
  });
  return new Hono<RequestEnvironment>().route("/v1.0", versioned).route("/beta", versioned);
}

/** `$top` and an opaque `$skiptoken`, as Graph's collections page. @throws ParvisError request/invalid */
export function readPage(
  query: (name: string) => string | undefined,
  most: number,
): { limit: number; token: string | undefined } {
  const top = query("$top") ?? query("top");
  const limit = top === undefined ? most : Number(top);
  if (!Number.isInteger(limit) || limit < 1)
    throw new ParvisError("request/invalid", {
      detail: `Invalid value for $top: ${top}. Expected a whole number from 1.`,
    });
  return { limit: Math.min(limit, most), token: query("$skiptoken") };
}

/** The address as the client knows it: behind a proxy the scheme is that of the public address. */
export function askedUrl(c: Context<RequestEnvironment>, publicUrl: string): string {
  const asked = new URL(c.req.url);
  const known = new URL(publicUrl);
  if (asked.host === known.host) asked.protocol = known.protocol;
  return asked.href;
}

/**
 * A page in OData's shape. The next page's address stays on the host that was asked (contracts.md A.9).
 * @param next the next page's token; undefined on the last.
 */
export function collection(url: string, context: string, value: readonly unknown[], next: string | undefined) {
  const asked = new URL(url);
  const root = `${asked.origin}/${asked.pathname.split("/")[1]}`;
  const following = new URL(asked);
  if (next !== undefined) following.searchParams.set("$skiptoken", next);
  return {
    "@odata.context": `${root}/$metadata#${context}`,
    "@odata.count": value.length,
    ...(next === undefined ? {} : { "@odata.nextLink": following.href }),
    value,
  };
}
