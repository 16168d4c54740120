import { type Context, Hono } from "hono";
import type { Directory } from "../../directory/index.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import type { Platform } from "../../platform/platform.ts";
import { refuse } from "./entra-errors.ts";

/** Names that stand for whichever organisation a person belongs to. */
export const anyTenant = new Set(["common", "organizations"]);

const open = { "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=3600" };

/**
 * What clients read before they ask for a token: OpenID Connect Discovery 1.0 in Entra's shape, the signing keys, and
 * the instance discovery of Microsoft's client libraries.
 */
export function discoveryRoutes(
  { keys, publicUrl }: Pick<Platform, "keys" | "publicUrl">,
  { tenants, tokens }: Pick<Directory, "tenants" | "tokens">,
): Hono<RequestEnvironment> {
  async function configuration(c: Context<RequestEnvironment, "/:tenant/v2.0/.well-known/openid-configuration">) {
    const name = c.req.param("tenant");
    const tenant = anyTenant.has(name) ? undefined : await tenants.resolve(name);
    if (tenant === undefined && !anyTenant.has(name))
      return refuse(
        c,
        "tenantNotFound",
        `Tenant '${name}' not found. Expected the id or a domain of an organisation here.`,
      );
    const base = `${publicUrl()}/${tenant?.id ?? name}`;
    const body = {
      token_endpoint: `${base}/oauth2/v2.0/token`,
      token_endpoint_auth_methods_supported: ["client_secret_post", "client_secret_basic"],
      jwks_uri: `${base}/discovery/v2.0/keys`,
      response_modes_supported: ["query", "fragment", "form_post"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
      response_types_supported: ["code"],
      grant_types_supported: ["client_credentials", "password"],
      scopes_supported: ["openid", "profile", "email", "offline_access"],
      // The braces are Entra's, for addresses that stand for any organisation.
      issuer: tenant === undefined ? `${publicUrl()}/{tenantid}/v2.0` : tokens.issuerOf(tenant.id),
      request_uri_parameter_supported: false,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      claims_supported: ["sub", "iss", "aud", "exp", "iat", "nbf", "name", "oid", "preferred_username", "tid", "ver"],
      tenant_region_scope: null,
      cloud_instance_name: new URL(publicUrl()).host,
    };
    return c.json(body, 200, open);
  }

  const jwks = (c: Context<RequestEnvironment>) => c.json(keys.jwks(), 200, open);

  return new Hono<RequestEnvironment>()
    .get("/:tenant/v2.0/.well-known/openid-configuration", configuration)
    .get("/:tenant/discovery/v2.0/keys", jwks)
    .get("/:tenant/discovery/keys", jwks)
    .get("/common/discovery/instance", (c) => {
      const { host } = new URL(publicUrl());
      const body = {
        tenant_discovery_endpoint: `${publicUrl()}/common/v2.0/.well-known/openid-configuration`,
        "api-version": "1.1",
        metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
      };
      return c.json(body, 200, open);
    });
}
