import { createRoute } from "@hono/zod-openapi";
import type { TeamService } from "../directory/index.ts";
import type { AppStatus } from "../governance/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { readLimited } from "../platform/http/body.ts";
import { signedIn } from "../platform/http/guards.ts";
import { languageOf } from "../platform/http/language.ts";
import { jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { type Identity, isAdministrator, originOf } from "../platform/identity.ts";
import { because } from "../platform/reasons.rules.ts";
import { presentApp } from "./app.presenter.ts";
import { appPath, packageBody } from "./app.schema.ts";

import { nameIn } from "./names.ts";
import { largestPackage } from "./package-reader.ts";
import * as schema from "./sideload.schema.ts";
import type { AppRow, SideloadService, SideloadTarget } from "./sideload.service.ts";

const tags = ["Uploads"];
const people = [signedIn()];
const refusals = problems(400, 401, 403, 404, 409, 413, 422);
const description =
  "Refused with the gates that stand in the way (`GET /upload-access`), or with every finding in the package. What is stored is then consented to and added as any other app.";

const uploadMine = createRoute({
  method: "post",
  path: "/me/apps/upload",
  tags,
  summary: "Upload a custom app for oneself",
  description,
  middleware: people,
  request: packageBody,
  responses: { 201: jsonResponse("Stored", schema.uploadedApp), ...refusals },
});

const uploadForTeam = createRoute({
  method: "post",
  path: "/teams/{teamId}/apps/upload",
  tags,
  summary: "Upload a custom app for a team that one is in",
  description,
  middleware: people,
  request: { params: schema.teamPath, ...packageBody },
  responses: { 201: jsonResponse("Stored", schema.uploadedApp), ...refusals },
});

const list = createRoute({
  method: "get",
  path: "/uploads",
  tags,
  summary: "Custom apps that were uploaded for oneself or a team, by name",
  middleware: people,
  request: { query: schema.uploadsQuery },
  responses: { 200: jsonResponse("A page", schema.uploadedApps), ...problems(400, 401, 404) },
});

const update = createRoute({
  method: "post",
  path: "/uploads/{appId}/definitions",
  tags,
  summary: "Upload a new version of an app that one uploaded",
  middleware: people,
  request: { params: appPath, ...packageBody },
  responses: { 200: jsonResponse("Stored", schema.uploadedApp), ...refusals },
});

const remove = createRoute({
  method: "delete",
  path: "/uploads/{appId}",
  tags,
  summary: "Remove an uploaded app from where it was uploaded for",
  middleware: people,
  request: { params: appPath },
  responses: { 204: { description: "Removed" }, ...problems(401, 403, 404) },
});

/** What the routes ask of others. */
export interface SideloadPorts {
  statuses(tenantId: string, apps: readonly AppRow[]): Promise<Map<string, AppStatus>>;
  names(tenantId: string, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>>;
  /** Which apps are installed for somebody. */
  installedIn(tenantId: string, target: SideloadTarget): Promise<ReadonlySet<string>>;
  readonly teams: Pick<TeamService, "see">;
}

export function sideloadRoutes(uploads: SideloadService, ports: SideloadPorts) {
  async function targetFor(identity: Identity, teamId: string | undefined) {
    if (teamId === undefined) return { target: { scope: "personal", id: identity.personId } as const, manages: true };
    const { id, mayManage } = await ports.teams.see(identity, teamId);
    return { target: { scope: "team", id } as const, manages: mayManage };
  }

  async function present(
    { tenantId, personId }: Identity,
    target: SideloadTarget,
    manages: boolean,
    rows: readonly AppRow[],
  ) {
    const [statuses, names, installed] = await Promise.all([
      ports.statuses(tenantId, rows),
      ports.names(
        tenantId,
        rows.map((row) => row.createdBy),
      ),
      ports.installedIn(tenantId, target),
    ]);
    return rows.map((row) => ({
      ...presentApp(row, statuses.get(row.id) ?? "allowed"),
      uploadedBy: nameIn(names, row.createdBy),
      installed: installed.has(row.id),
      mayUpdate: row.createdBy === personId,
      mayRemove: manages || row.createdBy === personId,
    }));
  }

  async function presentOne(identity: Identity, app: AppRow) {
    const { target, manages } = await targetFor(
      identity,
      app.sideloadedScope === "team" ? (app.sideloadedTo ?? "") : undefined,
    );
    const [shown] = await present(identity, target, manages, [app]);
    if (shown === undefined) throw new ParvisError("app/not-found");
    return shown;
  }

  return createRouter()
    .openapi(uploadMine, async (c) => {
      const { identity } = c.var;
      const { target } = await targetFor(identity, undefined);
      const bytes = await readLimited(c.req, largestPackage, "An app package");
      const origin = originOf(identity, c.var.requestId);
      const made = await uploads.upload(origin, identity.personId, target, bytes, languageOf(c.req));
      return c.json(await presentOne(identity, made), 201);
    })
    .openapi(uploadForTeam, async (c) => {
      const { identity } = c.var;
      const { target } = await targetFor(identity, c.req.valid("param").teamId);
      const bytes = await readLimited(c.req, largestPackage, "An app package");
      const origin = originOf(identity, c.var.requestId);
      const made = await uploads.upload(origin, identity.personId, target, bytes, languageOf(c.req));
      return c.json(await presentOne(identity, made), 201);
    })
    .openapi(list, async (c) => {
      const { identity } = c.var;
      const { team, limit, cursor } = c.req.valid("query");
      const { target, manages } = await targetFor(identity, team);
      const after = decodeCursor(cursor, 2);
      const rows = await uploads.list(identity.tenantId, identity.personId, target, { limit, after });
      const page = cutPage(rows, limit, (row) => [row.displayName.toLowerCase(), row.id]);
      return c.json({ ...page, items: await present(identity, target, manages, page.items) }, 200);
    })
    .openapi(update, async (c) => {
      const { identity } = c.var;
      const { appId } = c.req.valid("param");
      const bytes = await readLimited(c.req, largestPackage, "An app package");
      const origin = originOf(identity, c.var.requestId);
      const made = await uploads.update(origin, identity.personId, appId, bytes, languageOf(c.req));
      return c.json(await presentOne(identity, made), 200);
    })
    .openapi(remove, async (c) => {
      const { identity } = c.var;
      const { app, target } = await uploads.find(identity.tenantId, c.req.valid("param").appId);
      if (!isAdministrator(identity)) {
        // Whoever it is not for does not know of it. One's own goes even while it is blocked.
        const owner = target.scope === "personal" && target.id === identity.personId;
        if (!owner && target.scope === "personal") throw new ParvisError("app/not-found");
        const manages =
          owner ||
          (await ports.teams.see(identity, target.id).then(
            ({ mayManage }) => mayManage,
            () => {
              throw new ParvisError("app/not-found");
            },
          ));
        if (!manages && app.createdBy !== identity.personId)
          throw new ParvisError("access/denied", because("upload/not-yours-to-remove", { app: app.displayName }));
      }
      await uploads.remove(originOf(identity, c.var.requestId), app.id);
      return c.body(null, 204);
    });
}
