import { createRoute, z } from "@hono/zod-openapi";
import { signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter } from "../platform/http/router.ts";
import { commandLine } from "./app-registration.rules.ts";
import type { TenantService } from "./tenant.service.ts";
import { permissionsFor, resources } from "./token.rules.ts";
import type { TokenService } from "./token.service.ts";

const wanted = z
  .object({
    resource: z.enum(["graph", "management", "exchange"]).openapi({
      description: Object.entries(resources)
        .map(([name, address]) => `\`${name}\`: ${address}`)
        .join("; "),
    }),
  })
  .openapi("SessionTokenRequest");

const token = z
  .object({ accessToken: z.string(), expiresInSeconds: z.number().int() })
  .openapi("SessionToken", { description: "A bearer token for the person signed in" });

const issue = createRoute({
  method: "post",
  path: "/session/tokens",
  tags: ["Session"],
  summary: "A bearer token for the addresses that speak Microsoft's protocols",
  description:
    "For command lines that keep a session. It stands for the person, who may do with it what they may do here.",
  middleware: [signedIn()],
  request: jsonBody(wanted),
  responses: { 200: jsonResponse("The token", token), ...problems(400, 401) },
});

export function sessionTokenRoutes(tenants: Pick<TenantService, "get">, tokens: TokenService) {
  return createRouter().openapi(issue, async (c) => {
    const { tenantId, personId: id, upn, displayName, roles } = c.var.identity;
    const { resource } = c.req.valid("json");
    const person = { id, upn, displayName, roles: [...roles] };
    const permissions = permissionsFor(resource, commandLine.appRoles);
    const issued = await tokens.forPerson(await tenants.get(tenantId), commandLine, person, resource, permissions);
    return c.json({ accessToken: issued.token, expiresInSeconds: issued.expiresInSeconds }, 200);
  });
}
