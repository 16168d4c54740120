import { createRoute } from "@hono/zod-openapi";
import { ParvisError } from "../platform/errors.ts";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor, pageQuery } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import { tagOf } from "../platform/state-tag.ts";
import { namesOf, presentVersion } from "./access.presenter.ts";
import type { AppRuleService } from "./app-rule.service.ts";
import type { GovernancePorts } from "./governance.ports.ts";
import * as schema from "./governance.schema.ts";
import type { GovernanceService } from "./governance.service.ts";

const guards = [signedIn(), administrator()];

const showSettings = createRoute({
  method: "get",
  path: "/settings",
  tags: ["Settings"],
  summary: "Settings of the organisation",
  middleware: guards,
  responses: { 200: jsonResponse("The settings; `ETag` names this state", schema.settings), ...problems(401, 403) },
});

const showInForce = createRoute({
  method: "get",
  path: "/settings/in-force",
  tags: ["Settings"],
  summary: "Who set each setting, and since when",
  middleware: guards,
  responses: { 200: jsonResponse("The settings by name", schema.settingsInForce), ...problems(401, 403) },
});

const changeSettings = createRoute({
  method: "patch",
  path: "/settings",
  tags: ["Settings"],
  summary: "Change settings of the organisation",
  middleware: guards,
  request: { headers: schema.ifMatch, ...jsonBody(schema.settingsChange) },
  responses: { 200: jsonResponse("The settings now", schema.settings), ...problems(400, 401, 403, 409, 412) },
});

const setStatus = createRoute({
  method: "put",
  path: "/apps/{appId}/status",
  tags: ["Apps"],
  summary: "Allow or block an app for the organisation",
  middleware: guards,
  request: { params: schema.appPath, ...jsonBody(schema.appStatus) },
  responses: { 204: { description: "Done; it holds at once" }, ...problems(400, 401, 403, 404) },
});

const setStatuses = createRoute({
  method: "put",
  path: "/app-statuses",
  tags: ["Apps"],
  summary: "Allow or block several apps for the organisation",
  middleware: guards,
  request: jsonBody(schema.appStatuses),
  responses: { 200: jsonResponse("Done", schema.effect), ...problems(400, 401, 403, 404) },
});

const showAvailability = createRoute({
  method: "get",
  path: "/apps/{appId}/availability",
  tags: ["Apps"],
  summary: "Whom an app is for",
  middleware: guards,
  request: { params: schema.appPath },
  responses: { 200: jsonResponse("The availability", schema.availabilityInForce), ...problems(401, 403, 404) },
});

const setAvailability = createRoute({
  method: "put",
  path: "/apps/{appId}/availability",
  tags: ["Apps"],
  summary: "Decide whom an app is for",
  middleware: guards,
  request: { params: schema.appPath, headers: schema.ifMatch, ...jsonBody(schema.availabilityChange) },
  responses: { 200: jsonResponse("Done", schema.effect), ...problems(400, 401, 403, 404, 412) },
});

const listAvailableTo = createRoute({
  method: "get",
  path: "/apps/{appId}/available-to",
  tags: ["Apps"],
  summary: "The people and groups an app is for",
  middleware: guards,
  request: { params: schema.appPath, query: pageQuery },
  responses: { 200: jsonResponse("A page", schema.availableTo), ...problems(401, 403, 404) },
});

const changeAvailableTo = createRoute({
  method: "post",
  path: "/apps/{appId}/available-to",
  tags: ["Apps"],
  summary: "Add people and groups to those an app is for, or take some away",
  middleware: guards,
  request: { params: schema.appPath, ...jsonBody(schema.availableToChange) },
  responses: { 200: jsonResponse("Done", schema.effect), ...problems(400, 401, 403, 404, 409) },
});

export function governanceRoutes(governance: GovernanceService, appRules: AppRuleService, ports: GovernancePorts) {
  const iso = (date: Date | null) => date?.toISOString() ?? null;

  return createRouter()
    .openapi(showSettings, async (c) => {
      const settings = await governance.settings(c.var.identity.tenantId);
      return c.json(settings, 200, { ETag: tagOf(settings) });
    })
    .openapi(showInForce, async (c) => {
      const { tenantId } = c.var.identity;
      const all = Object.entries(await governance.settingsInForce(tenantId));
      const { people } = await namesOf(ports, tenantId, { people: all.map(([, { setBy }]) => setBy), groups: [] });
      const shown = all.map(([name, { value, setBy, setAt }]) => [
        name,
        { value, setBy, setByName: setBy === null ? null : (people.get(setBy) ?? null), since: iso(setAt) },
      ]);
      return c.json(Object.fromEntries(shown), 200);
    })
    .openapi(changeSettings, async (c) => {
      const origin = originOf(c.var.identity, c.var.requestId);
      const now = await governance.changeSettings(origin, c.req.valid("json"), c.req.valid("header")["if-match"]);
      return c.json(now, 200, { ETag: tagOf(now) });
    })
    .openapi(setStatus, async (c) => {
      const app = await ports.app(c.var.identity.tenantId, c.req.valid("param").appId);
      await appRules.setStatus(originOf(c.var.identity, c.var.requestId), [app], c.req.valid("json").status);
      return c.body(null, 204);
    })
    .openapi(setStatuses, async (c) => {
      const { status, ...given } = c.req.valid("json");
      const apps = given.apps.map((id) => id.toLowerCase());
      const found = (await ports.appsByRef(c.var.identity.tenantId, apps)).filter(({ id }) => apps.includes(id));
      const missing = apps.filter((id) => !found.some((app) => app.id === id));
      if (missing.length > 0)
        throw new ParvisError("app/not-found", {
          detail: `There is no app ${missing.join(", ")} here. Nothing was changed.`,
          extra: { missing },
        });
      const origin = originOf(c.var.identity, c.var.requestId);
      return c.json(presentVersion(await appRules.setStatus(origin, found, status)), 200);
    })
    .openapi(showAvailability, async (c) => {
      const { tenantId } = c.var.identity;
      const now = await appRules.availability(tenantId, await ports.app(tenantId, c.req.valid("param").appId));
      const { people } = await namesOf(ports, tenantId, { people: [now.setBy], groups: [] });
      const etag = appRules.tag(now);
      const { availability, touched, setBy, setAt } = now;
      const setByName = setBy === null ? null : (people.get(setBy) ?? null);
      const shown = {
        availability,
        touched,
        setBy,
        setByName,
        since: iso(setAt),
        people: now.people,
        groups: now.groups,
      };
      return c.json({ ...shown, etag }, 200, { ETag: etag });
    })
    .openapi(setAvailability, async (c) => {
      const app = await ports.app(c.var.identity.tenantId, c.req.valid("param").appId);
      const origin = originOf(c.var.identity, c.var.requestId);
      const wanted = c.req.valid("json");
      const ifMatch = c.req.valid("header")["if-match"];
      return c.json(presentVersion(await appRules.setAvailability(origin, app, wanted, ifMatch)), 200);
    })
    .openapi(listAvailableTo, async (c) => {
      const { tenantId } = c.var.identity;
      const { limit, cursor } = c.req.valid("query");
      const app = await ports.app(tenantId, c.req.valid("param").appId);
      const rows = await appRules.availableTo(tenantId, app.id, { limit, after: decodeCursor(cursor, 1) });
      const page = cutPage(rows, limit, (row) => [row.id]);
      const names = await namesOf(ports, tenantId, {
        people: page.items.filter(({ kind }) => kind === "person").map(({ id }) => id),
        groups: page.items.filter(({ kind }) => kind === "group").map(({ id }) => id),
      });
      const items = page.items.map(({ kind, id, setBy, setAt }) => ({
        kind,
        id,
        displayName: names[kind === "person" ? "people" : "groups"].get(id) ?? id,
        setBy,
        since: setAt.toISOString(),
      }));
      return c.json({ items, nextCursor: page.nextCursor }, 200);
    })
    .openapi(changeAvailableTo, async (c) => {
      const app = await ports.app(c.var.identity.tenantId, c.req.valid("param").appId);
      const origin = originOf(c.var.identity, c.var.requestId);
      return c.json(presentVersion(await appRules.changeAvailableTo(origin, app, c.req.valid("json"))), 200);
    });
}
