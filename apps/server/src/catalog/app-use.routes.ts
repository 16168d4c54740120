import { createRoute, z } from "@hono/zod-openapi";
import { ParvisError } from "../platform/errors.ts";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor, pageOf, pageQuery } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import { matches, tagOf } from "../platform/state-tag.ts";
import { appPath, named } from "./app.schema.ts";
import type { AppRow, AppService } from "./app.service.ts";
import { ifMatch } from "./customization.schema.ts";
import { type CatalogNames, nameIn } from "./names.ts";

const tags = ["Manage apps"];
const guards = [signedIn(), administrator()];

/** What administrators ask of other areas before they take an app away. */
export interface AppUses {
  count(tenantId: string, appId: string): Promise<{ personal: number; team: number; chat: number; people: number }>;
  places(
    tenantId: string,
    appId: string,
    page: { limit: number; after: readonly string[] | undefined },
  ): Promise<
    {
      id: string;
      scope: "personal" | "team" | "chat" | "channel";
      targetId: string;
      definitionId: string;
      installedBy: string | null;
      installedAt: Date;
    }[]
  >;
  policiesNaming(
    tenantId: string,
    app: AppRow,
  ): Promise<readonly { id: string; kind: "permission" | "setup"; name: string }[]>;
  /** How many of its connectors are set up. */
  connectors(tenantId: string, appId: string): Promise<number>;
}

const place = z
  .object({
    id: z.uuid(),
    scope: z.enum(["personal", "team", "chat", "channel"]),
    target: named.openapi({
      description: "The person, team or chat that has it; a chat without a topic has an empty name",
    }),
    version: z.string().nullable().openapi({ description: "What was accepted there; a newer one may run by itself" }),
    installedBy: named,
    installedAt: z.iso.datetime(),
  })
  .openapi("AppPlace");

const loss = z
  .object({
    installations: z.object({ personal: z.number().int(), team: z.number().int(), chat: z.number().int() }),
    people: z.number().int().openapi({ description: "Who has it for themselves or in a team" }),
    connectors: z.number().int().openapi({ description: "Of its connectors, those that are set up and may post" }),
    policies: z
      .array(z.object({ id: z.string(), kind: z.enum(["permission", "setup"]), name: z.string() }))
      .openapi({ description: "Those that name it, a hundred at most; they keep naming it, as an unknown app" }),
    etag: z.string(),
  })
  .openapi("AppLoss");

const places = createRoute({
  method: "get",
  path: "/apps/{appId}/installations",
  tags,
  summary: "Who has an app, longest first",
  middleware: guards,
  request: { params: appPath, query: pageQuery },
  responses: { 200: jsonResponse("A page", pageOf(place).openapi("AppPlaces")), ...problems(401, 403, 404) },
});

const deletion = createRoute({
  method: "get",
  path: "/apps/{appId}/deletion",
  tags,
  summary: "Who would lose an app if it were removed",
  description: "To be shown before `DELETE`; its `ETag` as `If-Match` there makes sure that nobody joined meanwhile.",
  middleware: guards,
  request: { params: appPath },
  responses: { 200: jsonResponse("The loss", loss), ...problems(401, 403, 404) },
});

const remove = createRoute({
  method: "delete",
  path: "/apps/{appId}",
  tags,
  summary: "Remove an app and its installations",
  middleware: guards,
  request: { params: appPath, headers: ifMatch },
  responses: { 204: { description: "Removed" }, ...problems(401, 403, 404, 412) },
});

export function appUseRoutes(apps: AppService, uses: AppUses, names: CatalogNames) {
  async function lossOf(tenantId: string, appId: string) {
    const app = await apps.get(tenantId, appId);
    const [{ people, ...installations }, connectors, policies] = await Promise.all([
      uses.count(tenantId, appId),
      uses.connectors(tenantId, appId),
      uses.policiesNaming(tenantId, app),
    ]);
    const lost = { installations, people, connectors, policies: [...policies] };
    return { ...lost, etag: tagOf(lost) };
  }

  return createRouter()
    .openapi(places, async (c) => {
      const { tenantId } = c.var.identity;
      const { limit, cursor } = c.req.valid("query");
      const { id: appId } = await apps.get(tenantId, c.req.valid("param").appId);
      const rows = await uses.places(tenantId, appId, { limit, after: decodeCursor(cursor, 1) });
      const page = cutPage(rows, limit, (row) => [row.id]);
      const targets = (wanted: string) => page.items.flatMap((row) => (row.scope === wanted ? [row.targetId] : []));
      const [people, teams, chats, versions] = await Promise.all([
        names.people(tenantId, [...targets("personal"), ...page.items.map((row) => row.installedBy)]),
        names.teams(tenantId, targets("team")),
        names.chats(tenantId, targets("chat")),
        apps.definitions(tenantId, [...new Set(page.items.map((row) => row.definitionId))]),
      ]);
      const named = { personal: people, team: teams, chat: chats, channel: teams };
      const items = page.items.map(({ id, scope, targetId, definitionId, installedBy, installedAt }) => ({
        id,
        scope,
        target: nameIn(named[scope], targetId),
        version: versions.get(definitionId)?.version ?? null,
        installedBy: nameIn(people, installedBy),
        installedAt: installedAt.toISOString(),
      }));
      return c.json({ items, nextCursor: page.nextCursor }, 200);
    })
    .openapi(deletion, async (c) => {
      const lost = await lossOf(c.var.identity.tenantId, c.req.valid("param").appId);
      return c.json(lost, 200, { ETag: lost.etag });
    })
    .openapi(remove, async (c) => {
      const { appId } = c.req.valid("param");
      const seen = c.req.valid("header")["if-match"];
      const now = seen === undefined ? undefined : await lossOf(c.var.identity.tenantId, appId);
      if (now !== undefined && !matches(seen, now.etag)) {
        throw new ParvisError("change/stale", {
          detail: "Others have the app by now than when you looked. Look at who would lose it, then remove it again.",
          extra: { current: now, etag: now.etag },
        });
      }
      await apps.remove(originOf(c.var.identity, c.var.requestId), appId);
      return c.body(null, 204);
    });
}
