import type { MiddlewareHandler } from "hono";
import { ParvisError } from "../errors.ts";
import { isAdministrator } from "../identity.ts";
import type { RequestEnvironment } from "./router.ts";

type Guard = MiddlewareHandler<RequestEnvironment>;

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Changes come from our own pages only. Browsers say where a request comes from (Origin, Sec-Fetch-Site) and pages
 * cannot make them lie; programs that are no browser send neither and carry no ambient cookie.
 */
export function sameOrigin(publicUrl: () => string): Guard {
  return async (c, next) => {
    if (!safeMethods.has(c.req.method)) {
      const site = c.req.header("sec-fetch-site");
      const origin = c.req.header("origin");
      const ours =
        origin === undefined || origin === new URL(publicUrl()).origin || hostOf(origin) === c.req.header("host");
      const near = site === undefined || site === "same-origin" || site === "none";
      if (!ours || !near)
        throw new ParvisError("request/foreign-origin", { detail: `The request came from ${origin ?? site}.` });
    }
    await next();
  };
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** Lets only people with a session on, and puts them into `c.var.identity`. */
export function signedIn(): Guard {
  return async (c, next) => {
    const identity = await c.var.identify();
    if (identity === undefined) throw new ParvisError("session/required");
    c.set("identity", identity);
    await next();
  };
}

/** Lets only administrators on. Stands after {@link signedIn}. */
export function administrator(): Guard {
  return async (c, next) => {
    if (!isAdministrator(c.var.identity)) throw new ParvisError("access/administrator-only");
    await next();
  };
}
