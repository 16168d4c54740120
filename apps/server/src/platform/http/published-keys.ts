import { Hono } from "hono";
import type { SigningKeys } from "../signing-keys.ts";
import type { RequestEnvironment } from "./router.ts";

/**
 * The keys that tokens of ours are checked by (JWKS, RFC 7517), where Microsoft's identity platform has them. One set for
 * all tenants; whose token it is says its issuer.
 */
export function publishedKeys(keys: Pick<SigningKeys, "jwks">): Hono<RequestEnvironment> {
  return new Hono<RequestEnvironment>().get("/:tenant/discovery/v2.0/keys", (c) =>
    c.json(keys.jwks(), 200, { "Cache-Control": "public, max-age=3600", "Access-Control-Allow-Origin": "*" }),
  );
}
