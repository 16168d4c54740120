import { randomUUID } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { Hono, type MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { ParvisError } from "../errors.ts";
import type { BearerIdentity, Identity } from "../identity.ts";
import type { Platform } from "../platform.ts";
import { sameOrigin } from "./guards.ts";
import { healthRoutes } from "./health.ts";
import { answerProblem } from "./problem.ts";
import { publishedKeys } from "./published-keys.ts";
import type { RequestEnvironment } from "./router.ts";

type Handler = MiddlewareHandler<RequestEnvironment>;

/** What main.ts puts together into one HTTP application. */
export interface ApplicationParts {
  readonly platform: Platform;
  /** Who a session cookie stands for. */
  readonly identify: (cookieHeader: string | undefined) => Promise<Identity | undefined>;
  /** What a bearer token for a resource stands for. @throws ParvisError token/invalid */
  readonly verifyBearer: (token: string, audience: string) => Promise<BearerIdentity>;
  /** Other people's protocols: addresses and shapes are theirs. */
  readonly protocols: readonly Hono<RequestEnvironment>[];
  /** Parvis's own API, mounted at /api. */
  readonly api: OpenAPIHono<RequestEnvironment>;
  /** The web client, for every other address. */
  readonly pages: Hono<RequestEnvironment>;
}

/** Every request gets an id, which the answer carries, the log names and an error shows. */
function requestIds(): Handler {
  return async (c, next) => {
    const id = randomUUID();
    c.set("requestId", id);
    await next();
    c.header("request-id", id);
  };
}

/** The pattern of the handler that answered: the last that is not there for every address. */
function patternOf(c: Parameters<Handler>[0]): string {
  return matchedRoutes(c).findLast(({ path }) => !path.endsWith("*"))?.path ?? "*";
}

/** One line and one observation a request. The pattern is logged, never the address: addresses can be secrets. */
function requestLog({ log, metrics }: Platform): Handler {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const milliseconds = performance.now() - began;
    const route = patternOf(c);
    const { status } = c.res;
    metrics.requests.observe({ method: c.req.method, route, status }, milliseconds / 1_000);
    const line = {
      requestId: c.var.requestId,
      method: c.req.method,
      route,
      status,
      milliseconds: Math.round(milliseconds),
    };
    if (route.startsWith("/api")) log.info(line, "request");
    else log.debug(line, "request");
  };
}

/** Each request asks for its session at most once, and only when a guard wants it. */
function lazyIdentity(identify: ApplicationParts["identify"]): Handler {
  return async (c, next) => {
    let asked: Promise<Identity | undefined> | undefined;
    c.set("identify", async () => {
      asked ??= identify(c.req.header("cookie"));
      const identity = await asked;
      const clientIp = c.env?.incoming?.socket?.remoteAddress;
      return identity === undefined || clientIp === undefined ? identity : { ...identity, clientIp };
    });
    await next();
  };
}

/** A token is verified only when a guard wants it. */
function lazyBearer(verify: ApplicationParts["verifyBearer"]): Handler {
  return async (c, next) => {
    c.set("verifyBearer", async (token, audience) => {
      const bearer = await verify(token, audience);
      const clientIp = c.env?.incoming?.socket?.remoteAddress;
      return clientIp === undefined ? bearer : { ...bearer, clientIp };
    });
    await next();
  };
}

function apiHeaders(): Handler {
  return async (c, next) => {
    await next();
    if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
    c.header("X-Content-Type-Options", "nosniff");
  };
}

export function createApplication({
  platform,
  identify,
  verifyBearer,
  protocols,
  api,
  pages,
}: ApplicationParts): Hono<RequestEnvironment> {
  const application = new Hono<RequestEnvironment>();
  application.onError((error, c) => answerProblem(c, error, platform.log));
  application.use(requestIds(), requestLog(platform), lazyIdentity(identify), lazyBearer(verifyBearer));
  application.route("/", healthRoutes(platform));
  application.route("/", publishedKeys(platform.keys));
  // Before our own API: some of their addresses begin like it.
  for (const protocol of protocols) application.route("/", protocol);
  application.use(
    "/api/*",
    apiHeaders(),
    sameOrigin(() => platform.publicUrl()),
  );
  application.route("/api", api);
  application.all("/api/*", (c) => {
    throw new ParvisError("request/not-found", {
      detail: `${c.req.method} ${c.req.path} is not part of the API. /api/docs lists what is.`,
    });
  });
  application.route("/", pages);
  return application;
}
