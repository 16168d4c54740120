import { createRoute } from "@hono/zod-openapi";
import type { AppService } from "../catalog/index.ts";
import type { PersonService } from "../directory/index.ts";
import { signedIn } from "../platform/http/guards.ts";
import { languageOf } from "../platform/http/language.ts";
import { jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { isAdministrator } from "../platform/identity.ts";
import { installationPresenter } from "./installation.presenter.ts";
import * as schema from "./installation.schema.ts";
import type { TeamAppService } from "./team-app.service.ts";

const list = createRoute({
  method: "get",
  path: "/me/team-apps",
  tags: ["Own apps"],
  summary: "Apps of all teams that the asking person is in, by the team's name",
  middleware: [signedIn()],
  request: { query: schema.teamAppsQuery },
  responses: { 200: jsonResponse("A page", schema.teamApps), ...problems(400, 401) },
});

export function teamAppRoutes(
  teamApps: TeamAppService,
  apps: Pick<AppService, "definitions">,
  people: Pick<PersonService, "names">,
) {
  const { present } = installationPresenter(apps, people);

  return createRouter().openapi(list, async (c) => {
    const { tenantId, personId } = c.var.identity;
    const { limit, cursor, waiting } = c.req.valid("query");
    const administrator = isAdministrator(c.var.identity);
    const rows = await teamApps.list(tenantId, personId, {
      limit,
      after: decodeCursor(cursor, 3),
      waiting: waiting ? { administrator } : undefined,
    });
    const page = cutPage(rows, limit, (row) => [row.sortName, row.targetId, row.id]);
    const names = new Map(page.items.map((row) => [row.targetId, row.teamName]));
    const managed = new Set(page.items.filter(({ role }) => administrator || role === "owner").map(({ id }) => id));
    const running = await teamApps.running(tenantId, page.items);
    const own = await teamApps.ownUploads(tenantId, personId, running);
    const shown = await present(tenantId, running, {
      language: languageOf(c.req),
      mayManage: ({ id, appId }) => managed.has(id) || own.has(appId),
    });
    const items = shown.map((item) => {
      const id = item.teamId ?? "";
      return { ...item, team: { id, displayName: names.get(id) ?? "" } };
    });
    return c.json({ items, nextCursor: page.nextCursor }, 200);
  });
}
