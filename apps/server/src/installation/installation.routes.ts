import { createRoute } from "@hono/zod-openapi";
import { type AppService, iconAddress } from "../catalog/index.ts";
import type { PersonService, TeamService } from "../directory/index.ts";
import { signedIn } from "../platform/http/guards.ts";
import { languageOf } from "../platform/http/language.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor, pageQuery } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { type Identity, isAdministrator, originOf } from "../platform/identity.ts";
import { consentOf } from "./given-consent.ts";
import { installationPresenter } from "./installation.presenter.ts";
import * as schema from "./installation.schema.ts";
import type { InstallationService } from "./installation.service.ts";

const guards = [signedIn()];
const placeOf = (teamId: string) => ({ scope: "team", id: teamId }) as const;
const tags = ["Installations"];

const consent = createRoute({
  method: "get",
  path: "/apps/{appId}/consent",
  tags,
  summary: "What an app adds and may do, to agree to before it is installed",
  middleware: guards,
  request: { params: schema.appPath },
  responses: { 200: jsonResponse("To be shown", schema.consentDescription), ...problems(401, 403, 404) },
});

const list = createRoute({
  method: "get",
  path: "/teams/{teamId}/installations",
  tags,
  summary: "Apps of a team",
  middleware: guards,
  request: { params: schema.teamPath, query: pageQuery },
  responses: { 200: jsonResponse("A page", schema.installations), ...problems(401, 404) },
});

const add = createRoute({
  method: "post",
  path: "/teams/{teamId}/installations",
  tags,
  summary: "Add an app to a team",
  middleware: guards,
  request: { params: schema.teamPath, ...jsonBody(schema.newInstallation) },
  responses: { 201: jsonResponse("Installed", schema.installation), ...problems(400, 401, 403, 404, 409) },
});

const upgrade = createRoute({
  method: "post",
  path: "/teams/{teamId}/installations/{installationId}/upgrade",
  tags,
  summary: "Accept the newest version of an app for a team",
  middleware: guards,
  request: { params: schema.installationPath, ...jsonBody(schema.acceptance) },
  responses: { 200: jsonResponse("Accepted", schema.installation), ...problems(400, 401, 403, 404, 409) },
});

const remove = createRoute({
  method: "delete",
  path: "/teams/{teamId}/installations/{installationId}",
  tags,
  summary: "Take an app off a team, with its connectors",
  middleware: guards,
  request: { params: schema.installationPath },
  responses: { 204: { description: "Removed" }, ...problems(401, 403, 404) },
});

export function installationRoutes(
  installations: InstallationService,
  teams: TeamService,
  apps: Pick<AppService, "definitions">,
  people: Pick<PersonService, "names">,
) {
  const { present, presentOne } = installationPresenter(apps, people);

  /** @returns what whoever passes may do with it. @throws ParvisError team/not-found, team/owner-required */
  async function assertMayHandle(identity: Identity, teamId: string, appIdOf: () => Promise<string> | string) {
    const { mayManage } = await teams.see(identity, teamId);
    const handles = { mayManage: () => true };
    if (mayManage) return handles;
    const { tenantId, personId } = identity;
    if (!(await installations.mayHandleOwn(tenantId, personId, teamId, await appIdOf())))
      await teams.manage(identity, teamId);
    return handles;
  }
  const appOf = async ({ tenantId }: Identity, teamId: string, installationId: string) =>
    (await installations.find(tenantId, placeOf(teamId), installationId)).appId;

  return createRouter()
    .openapi(consent, async (c) => {
      const { identity } = c.var;
      const { app, description, organisationConsent, places } = await installations.consentFor(
        identity.tenantId,
        identity.personId,
        c.req.valid("param").appId,
        languageOf(c.req),
      );
      const names = await people.names(
        identity.tenantId,
        organisationConsent?.grantedBy ? [organisationConsent.grantedBy] : [],
      );
      const { displayName, publisherName, version, definitionId } = app;
      return c.json(
        {
          appId: app.id,
          definitionId,
          displayName,
          publisherName,
          version,
          icon: iconAddress(app.colorIcon),
          places,
          adds: description.adds,
          permissions: description.permissions,
          organisationConsent:
            organisationConsent === undefined
              ? null
              : {
                  grantedBy: names.get(organisationConsent.grantedBy ?? "") ?? null,
                  grantedAt: organisationConsent.grantedAt.toISOString(),
                },
          mayConsentForOrganisation: isAdministrator(identity),
        },
        200,
      );
    })
    .openapi(list, async (c) => {
      const { teamId } = c.req.valid("param");
      const { limit, cursor } = c.req.valid("query");
      const { tenantId, personId } = c.var.identity;
      const { mayManage } = await teams.see(c.var.identity, teamId);
      const page = cutPage(
        await installations.list(tenantId, placeOf(teamId), { limit, after: decodeCursor(cursor, 1) }),
        limit,
        (row) => [row.id],
      );
      const rows = await installations.running(tenantId, page.items);
      const own = await installations.ownUploads(tenantId, personId, rows);
      const reader = {
        language: languageOf(c.req),
        mayManage: ({ appId }: { appId: string }) => mayManage || own.has(appId),
      };
      return c.json({ ...page, items: await present(tenantId, rows, reader) }, 200);
    })
    .openapi(add, async (c) => {
      const { identity } = c.var;
      const { teamId } = c.req.valid("param");
      const wanted = c.req.valid("json");
      const handles = await assertMayHandle(identity, teamId, () => wanted.appId);
      const made = await installations.add(
        originOf(identity, c.var.requestId),
        placeOf(teamId),
        wanted.appId,
        consentOf(identity, wanted.consent),
      );
      return c.json(await presentOne(identity.tenantId, made, { ...handles, language: languageOf(c.req) }), 201);
    })
    .openapi(upgrade, async (c) => {
      const { identity } = c.var;
      const { teamId, installationId } = c.req.valid("param");
      const handles = await assertMayHandle(
        identity,
        teamId,
        async () => await appOf(identity, teamId, installationId),
      );
      const given = consentOf(identity, c.req.valid("json").consent);
      const origin = originOf(identity, c.var.requestId);
      const now = await installations.upgrade(origin, placeOf(teamId), installationId, given);
      return c.json(await presentOne(identity.tenantId, now, { ...handles, language: languageOf(c.req) }), 200);
    })
    .openapi(remove, async (c) => {
      const { teamId, installationId } = c.req.valid("param");
      await assertMayHandle(c.var.identity, teamId, async () => await appOf(c.var.identity, teamId, installationId));
      await installations.remove(originOf(c.var.identity, c.var.requestId), placeOf(teamId), installationId);
      return c.body(null, 204);
    });
}
