import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter, type RequestEnvironment } from "../platform/http/router.ts";
import { type Identity, isAdministrator } from "../platform/identity.ts";
import { type RoleName, roleNames, sessionDays } from "./person.rules.ts";
import * as schema from "./session.schema.ts";
import type { SessionService } from "./session.service.ts";
import type { Tenant, TenantService } from "./tenant.service.ts";

/**
 * The name of the session's cookie. Behind https its prefix makes browsers refuse it from anybody but this very host: the
 * origins of apps lie below ours, and what lies below may otherwise set cookies for what is above (RFC 6265bis 4.1.3).
 */
export function sessionCookie(publicUrl: string): string {
  return publicUrl.startsWith("https:") ? "__Host-parvis_session" : "parvis_session";
}

const tags = ["Session"];

/** Puts a session into the browser: out of reach of scripts, and never sent by other sites' requests. */
export function giveSession(c: Context<RequestEnvironment>, value: string, publicUrl: string): void {
  const secure = publicUrl.startsWith("https:");
  setCookie(c, sessionCookie(publicUrl), value, {
    httpOnly: true,
    sameSite: "Lax",
    secure,
    path: "/",
    maxAge: sessionDays * 86_400,
  });
}

function present(identity: Identity, { id, displayName, domain, cloud }: Tenant) {
  const roles = [...identity.roles].filter((name): name is RoleName => roleNames.some((known) => known === name));
  return {
    person: { id: identity.personId, upn: identity.upn, displayName: identity.displayName, roles },
    organisation: { id, displayName, domain, cloud },
    administrator: isAdministrator(identity),
  };
}

const show = createRoute({
  method: "get",
  path: "/session",
  tags,
  summary: "Who is signed in",
  middleware: [signedIn()],
  responses: { 200: jsonResponse("The session", schema.session), ...problems(401) },
});

const signIn = createRoute({
  method: "post",
  path: "/session",
  tags,
  summary: "Sign in with a local account",
  description: "Answers with a session cookie; programs keep it and send it back (`curl -c jar -b jar`).",
  request: jsonBody(schema.credentials),
  responses: { 200: jsonResponse("Signed in", schema.session), ...problems(400, 401, 429) },
});

const signOut = createRoute({
  method: "delete",
  path: "/session",
  tags,
  summary: "Sign out",
  responses: { 204: { description: "Signed out" } },
});

export function sessionRoutes(sessions: SessionService, tenants: TenantService, publicUrl: () => string) {
  return createRouter()
    .openapi(show, async (c) => c.json(present(c.var.identity, await tenants.get(c.var.identity.tenantId)), 200))
    .openapi(signIn, async (c) => {
      const value = await sessions.signIn({
        ...c.req.valid("json"),
        client: c.env?.incoming?.socket?.remoteAddress ?? "",
        previousCookie: getCookie(c, sessionCookie(publicUrl())),
        requestId: c.var.requestId,
      });
      const identity = await sessions.identify(value);
      if (identity === undefined) throw new Error("A session that was just opened is not there.");
      giveSession(c, value, publicUrl());
      return c.json(present(identity, await tenants.get(identity.tenantId)), 200);
    })
    .openapi(signOut, async (c) => {
      await sessions.signOut(getCookie(c, sessionCookie(publicUrl())));
      deleteCookie(c, sessionCookie(publicUrl()), { path: "/", secure: publicUrl().startsWith("https:") });
      return c.body(null, 204);
    });
}
