import { createRoute, type z } from "@hono/zod-openapi";
import { type Language, permissionTitle } from "@parvis/manifest";
import { type AppService, iconAddress } from "../catalog/index.ts";
import type { ChatService, PersonService, TeamService } from "../directory/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { languageOf } from "../platform/http/language.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor, pageQuery } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { type Identity, isAdministrator, originOf } from "../platform/identity.ts";
import * as schema from "./consent.schema.ts";
import type { Consent, ConsentService } from "./consent.service.ts";

const middleware = [signedIn()];
const administrators = [signedIn(), administrator()];
const tags = ["Consents"];

const mine = createRoute({
  method: "get",
  path: "/me/consents",
  tags,
  summary: "What the asking person has agreed to: for themselves, for teams, for chats, for the organisation",
  middleware,
  request: { query: pageQuery },
  responses: { 200: jsonResponse("A page, newest first", schema.consents), ...problems(400, 401) },
});

const withdraw = createRoute({
  method: "delete",
  path: "/consents/{consentId}",
  tags,
  summary: "Withdraw a consent, with those to other versions of the app in the same place",
  description:
    "The app stays where it is and waits until somebody agrees anew. A team's consent is withdrawn by its owners, a chat's by the people in it, the organisation's by administrators.",
  middleware,
  request: { params: schema.consentPath },
  responses: { 204: { description: "Withdrawn" }, ...problems(401, 403, 404) },
});

const withdrawOwn = createRoute({
  method: "delete",
  path: "/me/apps/{appId}/consent",
  tags,
  summary: "Withdraw what one agreed to about an app for oneself",
  middleware,
  request: { params: schema.appPath },
  responses: { 204: { description: "Withdrawn" }, ...problems(401, 404) },
});

const listForOrganisation = createRoute({
  method: "get",
  path: "/organisation-consents",
  tags,
  summary: "What was agreed to on behalf of the organisation",
  middleware: administrators,
  request: { query: schema.organisationConsentsQuery },
  responses: { 200: jsonResponse("A page, newest first", schema.consents), ...problems(400, 401, 403) },
});

const give = createRoute({
  method: "put",
  path: "/apps/{appId}/organisation-consent",
  tags,
  summary: "Agree to an app on behalf of the organisation, before or after people add it",
  middleware: administrators,
  request: { params: schema.appPath, ...jsonBody(schema.organisationConsent) },
  responses: { 200: jsonResponse("In force", schema.consent), ...problems(400, 401, 403, 404, 409) },
});

const takeBack = createRoute({
  method: "delete",
  path: "/apps/{appId}/organisation-consent",
  tags,
  summary: "Withdraw the organisation's consent to an app",
  middleware: administrators,
  request: { params: schema.appPath },
  responses: { 204: { description: "Withdrawn" }, ...problems(401, 403, 404) },
});

export interface ConsentPlaces {
  readonly people: Pick<PersonService, "names">;
  readonly teams: Pick<TeamService, "manage" | "placeNames">;
  readonly chats: Pick<ChatService, "see" | "topics">;
}

export function consentRoutes(
  consents: ConsentService,
  apps: Pick<AppService, "many" | "definitions">,
  { people, teams, chats }: ConsentPlaces,
) {
  async function present(
    tenantId: string,
    rows: readonly Consent[],
    language: Language,
  ): Promise<z.infer<typeof schema.consent>[]> {
    const targets = (scope: Consent["scope"]) => rows.filter((row) => row.scope === scope).map((row) => row.targetId);
    const [known, definitions, names, places, topics] = await Promise.all([
      apps.many(
        tenantId,
        rows.map((row) => row.appId),
      ),
      apps.definitions(
        tenantId,
        rows.map((row) => row.definitionId),
      ),
      people.names(
        tenantId,
        rows.flatMap((row) => row.grantedBy ?? []),
      ),
      teams.placeNames(tenantId, { teams: targets("team"), channels: [] }),
      chats.topics(tenantId, targets("chat")),
    ]);
    return rows.map((row) => {
      const { id, appId, scope, targetId } = row;
      const app = known.get(appId);
      const name = scope === "team" ? places.teams.get(targetId) : scope === "chat" ? topics.get(targetId) : undefined;
      return {
        id,
        appId,
        scope,
        app:
          app === undefined
            ? null
            : {
                id: appId,
                displayName: app.displayName,
                publisherName: app.publisherName,
                icon: iconAddress(app.colorIcon),
              },
        version: definitions.get(row.definitionId)?.version ?? null,
        target: name === undefined ? null : { id: targetId, displayName: name },
        permissions: row.permissions.map(({ id: permission, kind, source, type }) => ({
          id: permission,
          title: permissionTitle(permission, source, language),
          kind,
          source,
          ...(type === undefined ? {} : { type }),
        })),
        grantedBy: names.get(row.grantedBy ?? "") ?? null,
        grantedAt: row.grantedAt.toISOString(),
      };
    });
  }

  /** @throws ParvisError consent/not-found, team/owner-required */
  async function assertTheirs(identity: Identity, { scope, targetId }: Consent): Promise<void> {
    if (scope === "team") await teams.manage(identity, targetId);
    else if (scope === "chat") await chats.see(identity, targetId);
    else if (scope === "organization" ? !isAdministrator(identity) : targetId !== identity.personId)
      throw new ParvisError("consent/not-found");
  }

  return createRouter()
    .openapi(mine, async (c) => {
      const { tenantId, personId } = c.var.identity;
      const { limit, cursor } = c.req.valid("query");
      const rows = await consents.listBy(tenantId, personId, { limit, after: decodeCursor(cursor, 1) });
      const page = cutPage(rows, limit, (row) => [row.id]);
      return c.json({ ...page, items: await present(tenantId, page.items, languageOf(c.req)) }, 200);
    })
    .openapi(withdraw, async (c) => {
      const { identity, requestId } = c.var;
      const { consentId } = c.req.valid("param");
      const found = await consents.find(identity.tenantId, consentId);
      await assertTheirs(identity, found);
      const origin = originOf(identity, requestId);
      if (found.scope === "organization") await consents.withdrawForOrganisation(origin, found.appId);
      else await consents.withdraw(origin, { scope: found.scope, id: found.targetId }, found.appId);
      return c.body(null, 204);
    })
    .openapi(withdrawOwn, async (c) => {
      const { identity, requestId } = c.var;
      const place = { scope: "personal", id: identity.personId } as const;
      await consents.withdraw(originOf(identity, requestId), place, c.req.valid("param").appId);
      return c.body(null, 204);
    })
    .openapi(listForOrganisation, async (c) => {
      const { tenantId } = c.var.identity;
      const { limit, cursor, appId } = c.req.valid("query");
      const rows = await consents.listForOrganisation(tenantId, { limit, after: decodeCursor(cursor, 1), appId });
      const page = cutPage(rows, limit, (row) => [row.id]);
      return c.json({ ...page, items: await present(tenantId, page.items, languageOf(c.req)) }, 200);
    })
    .openapi(give, async (c) => {
      const { identity, requestId } = c.var;
      const { appId } = c.req.valid("param");
      const { definitionId } = c.req.valid("json");
      const given = await consents.giveForOrganisation(originOf(identity, requestId), appId, definitionId);
      const [shown] = await present(identity.tenantId, [given], languageOf(c.req));
      if (shown === undefined) throw new ParvisError("consent/not-found");
      return c.json(shown, 200);
    })
    .openapi(takeBack, async (c) => {
      const { identity, requestId } = c.var;
      await consents.withdrawForOrganisation(originOf(identity, requestId), c.req.valid("param").appId);
      return c.body(null, 204);
    });
}
