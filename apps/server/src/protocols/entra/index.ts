import { Hono } from "hono";
import type { Directory } from "../../directory/index.ts";
import { asParvisError } from "../../platform/errors.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import type { Platform } from "../../platform/platform.ts";
import { discoveryRoutes } from "./discovery.routes.ts";
import { refuse } from "./entra-errors.ts";
import { tokenRoutes } from "./token.routes.ts";

/** Microsoft's identity platform, as far as programs use it: tokens, discovery, keys. */
export function entraRoutes(
  platform: Pick<Platform, "keys" | "publicUrl" | "log">,
  directory: Directory,
): Hono<RequestEnvironment> {
  const routes = new Hono<RequestEnvironment>();
  routes.onError((thrown, c) => {
    const error = asParvisError(thrown);
    if (error.code === "server/unexpected")
      platform.log.error({ requestId: c.var.requestId, err: thrown }, "A token request failed");
    if (error.code === "session/too-many-attempts") {
      const headers = { "Retry-After": String(error.parts.retryAfterSeconds ?? 60) };
      return refuse(c, "tooManyAttempts", "Too many attempts. Wait a few minutes, then try again.", headers);
    }
    return error.status >= 500
      ? refuse(c, "unavailable", "A transient error has occurred. Please try again.")
      : refuse(c, "requestInvalid", error.message);
  });
  return routes.route("/", discoveryRoutes(platform, directory)).route("/", tokenRoutes(directory));
}
