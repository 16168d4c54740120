import { type Context, Hono } from "hono";
import {
  type AppQueryService,
  type AppService,
  type CatalogApp,
  type CatalogDefinition,
  largestPackage,
  type SubmissionService,
} from "../../catalog/index.ts";
import { ParvisError } from "../../platform/errors.ts";
import { bearer } from "../../platform/http/bearer.ts";
import { readLimited } from "../../platform/http/body.ts";
import { languageOf } from "../../platform/http/language.ts";
import { decodeCursor, encodeCursor } from "../../platform/http/page.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import { isAdministrator, originOfBearer } from "../../platform/identity.ts";
import { askedUrl, collection, readPage } from "./graph-router.ts";
import { noOptions, type QueryOptions, readOptions } from "./odata-options.ts";
import { resources } from "./resources.ts";
import * as present from "./teams-app.presenter.ts";
import { readAppFilter } from "./teams-app-filter.ts";

/** What the catalogue's addresses are served from. */
export interface TeamsAppServices {
  readonly apps: AppService;
  readonly submissions: SubmissionService;
  readonly queries: AppQueryService;
  cloudOf(tenantId: string): Promise<string>;
  /** Names of applications by client id; people are left out. */
  applications(tenantId: string, ids: readonly string[]): Promise<Map<string, string>>;
}

type C = Context<RequestEnvironment>;
const audience = resources.graph;
const change = ["AppCatalog.ReadWrite.All", "Directory.ReadWrite.All"];
const read = ["AppCatalog.Read.All", "AppCatalog.ReadWrite.All"];
const legacy = ["Directory.Read.All", "Directory.ReadWrite.All"];

/** contracts.md A.3's table. Applications by themselves may change the catalogue too: docs/decisions/0013 says why. */
const mayRead = bearer({ audience, application: read, delegated: ["AppCatalog.Submit", ...read, ...legacy] });
const maySubmit = bearer({ audience, application: change.slice(0, 1), delegated: ["AppCatalog.Submit", ...change] });
const mayDecide = bearer({ audience, application: change.slice(0, 1), delegated: change, administrator: true });
const mayDelete = bearer({
  audience,
  application: change.slice(0, 1),
  delegated: ["AppCatalog.Submit", ...change],
  administrator: true,
});

const mostApps = 100;
const packageTypes = new Set(["application/zip", "application/x-zip-compressed", "application/octet-stream"]);

/** `/appCatalogs/teamsApps` (contracts.md A.1 to A.3). */
export function teamsAppRoutes(services: TeamsAppServices, publicUrl: () => string): Hono<RequestEnvironment> {
  const { apps, submissions, queries } = services;

  const originOf = (c: C) => originOfBearer(c.var.bearer, c.var.requestId);
  const shapeOf = (c: C) => readOptions((name) => c.req.query(name));
  const wantsDefinitions = (shape: QueryOptions) => {
    present.assertRelations(shape, ["appDefinitions"], "teamsApp");
    return shape.expand.has("appdefinitions");
  };

  function placeOf(c: C): { root: string; beta: boolean; path: string } {
    const asked = new URL(askedUrl(c, publicUrl()));
    const version = asked.pathname.split("/")[1] ?? "";
    return { root: `${asked.origin}/${version}`, beta: version === "beta", path: asked.origin + asked.pathname };
  }

  async function contextOf(c: C, definitions: readonly CatalogDefinition[]): Promise<present.WireContext> {
    const makers = [...new Set(definitions.flatMap(({ createdBy }) => createdBy ?? []))];
    const { root, beta } = placeOf(c);
    const applications = makers.length === 0 ? new Map() : await services.applications(c.var.bearer.tenantId, makers);
    return { root, beta, applications };
  }

  async function appOf(c: C): Promise<CatalogApp> {
    return await queries.get(c.var.bearer, c.req.param("id") ?? "");
  }

  async function definitionsOf(c: C, app: CatalogApp): Promise<CatalogDefinition[]> {
    return (await queries.definitions(c.var.bearer, [app.id])).get(app.id) ?? [];
  }

  /** The definition of the id, or, when its state has changed since, the one it has become. */
  async function definitionOf(c: C, app: CatalogApp): Promise<{ definition: CatalogDefinition; asNamed: boolean }> {
    const named = present.readDefinitionId(c.req.param("definitionId") ?? "");
    const own = named?.appId.toLowerCase() === present.wireAppId(app).toLowerCase();
    const versions = own ? (await definitionsOf(c, app)).filter(({ version }) => version === named?.version) : [];
    const exact = versions.find(({ state }) => named?.state === undefined || state === named.state);
    const definition = exact ?? versions[0];
    if (definition === undefined) throw new ParvisError("definition/not-found");
    return { definition, asNamed: exact !== undefined };
  }

  async function namedDefinition(c: C): Promise<{ app: CatalogApp; definition: CatalogDefinition }> {
    const app = await appOf(c);
    const { definition, asNamed } = await definitionOf(c, app);
    if (!asNamed) throw new ParvisError("definition/not-found");
    return { app, definition };
  }

  async function packageOf(c: C): Promise<Uint8Array> {
    const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    if (!packageTypes.has(type)) {
      throw new ParvisError("request/wrong-type", {
        detail: `The content type is "${type}". Send the app package as application/zip.`,
      });
    }
    return await readLimited(c.req, largestPackage, "An app package");
  }

  /** Whether an administrator is to decide. Only those who may change the catalogue go without (contracts.md A.3). */
  async function reviewAsked(c: C): Promise<boolean> {
    const given = c.req.query("requiresReview")?.toLowerCase();
    if (given !== undefined && given !== "true" && given !== "false")
      throw new ParvisError("request/invalid", { detail: `requiresReview is "${given}". Expected true or false.` });
    const { person, permissions, tenantId } = c.var.bearer;
    if (given === "true") {
      if ((await services.cloudOf(tenantId)) === "worldwide") return true;
      throw new ParvisError("access/denied", { detail: "Submissions by this API are not available in your cloud." });
    }
    if (person !== undefined && !isAdministrator(person)) throw new ParvisError("access/administrator-only");
    if (!change.some((name) => permissions.has(name)))
      throw new ParvisError("token/permission-missing", {
        detail: `Publishing at once needs one of ${change.join(", ")}. Submit with requiresReview=true instead.`,
      });
    return false;
  }

  function assertOfOrganisation({ distribution }: CatalogApp): void {
    if (distribution === "organization") return;
    throw new ParvisError("access/denied", { detail: "Only apps of the organisation's own catalogue can be changed." });
  }

  /** A version that was submitted or, by the legacy form, published at once. */
  async function addDefinition(c: C, review: boolean): Promise<Response> {
    const app = await appOf(c);
    assertOfOrganisation(app);
    const bytes = await packageOf(c);
    if (!review) {
      await apps.update(originOf(c), app.id, bytes, languageOf(c.req));
      return c.body(null, 204);
    }
    const { id } = await submissions.submitUpdate(originOf(c), app.id, bytes, languageOf(c.req));
    const definition = (await definitionsOf(c, app)).find((each) => each.id === id);
    if (definition === undefined) throw new ParvisError("definition/not-found");
    const context = await contextOf(c, [definition]);
    const { root, path } = placeOf(c);
    const shown = present.presentDefinition(context, app.id, definition, noOptions);
    return c.json(
      { "@odata.context": `${root}/$metadata#appCatalogs/teamsApps('${app.id}')/appDefinitions/$entity`, ...shown },
      201,
      { Location: `${path}/${String(shown.id)}` },
    );
  }

  function iconKind(c: C): "colorIcon" | "outlineIcon" {
    const kind = c.req.param("icon");
    if (placeOf(c).beta && (kind === "colorIcon" || kind === "outlineIcon")) return kind;
    throw new ParvisError("request/not-found", { detail: `Resource not found for the segment '${kind}'.` });
  }

  const one = "/appCatalogs/teamsApps/:id";
  const definition = `${one}/appDefinitions/:definitionId`;

  return new Hono<RequestEnvironment>()
    .get("/appCatalogs/teamsApps", mayRead, async (c) => {
      const shape = shapeOf(c);
      const { limit, token } = readPage((name) => c.req.query(name), mostApps);
      const after = decodeCursor(token, 1)?.[0];
      const rows = await queries.list(c.var.bearer, { limit, after, filter: readAppFilter(c.req.query("$filter")) });
      const page = rows.slice(0, limit);
      const wanted = wantsDefinitions(shape);
      const found = wanted
        ? await queries.definitions(
            c.var.bearer,
            page.map(({ id }) => id),
          )
        : undefined;
      const context = await contextOf(c, [...(found?.values() ?? [])].flat());
      const value = page.map((app) => present.presentTeamsApp(context, app, shape, found && (found.get(app.id) ?? [])));
      const next = rows.length > limit ? encodeCursor([page.at(-1)?.id ?? ""]) : undefined;
      return c.json(
        collection(askedUrl(c, publicUrl()), `appCatalogs/teamsApps${present.shapeInContext(shape)}`, value, next),
      );
    })
    .post("/appCatalogs/teamsApps", maySubmit, async (c) => {
      const review = await reviewAsked(c);
      const bytes = await packageOf(c);
      const made = review
        ? (await submissions.submit(originOf(c), bytes, languageOf(c.req))).appId
        : (await apps.upload(originOf(c), bytes, languageOf(c.req))).id;
      const app = await queries.get(c.var.bearer, made);
      const { root, path } = placeOf(c);
      const shown = present.presentTeamsApp(await contextOf(c, []), app, noOptions, undefined);
      return c.json({ "@odata.context": `${root}/$metadata#appCatalogs/teamsApps/$entity`, ...shown }, 201, {
        Location: `${path}/${app.id}`,
      });
    })
    .get(one, mayRead, async (c) => {
      const shape = shapeOf(c);
      const app = await appOf(c);
      const wanted = wantsDefinitions(shape);
      const found = wanted ? await definitionsOf(c, app) : undefined;
      const context = await contextOf(c, found ?? []);
      return c.json({
        "@odata.context": `${context.root}/$metadata#appCatalogs/teamsApps${present.shapeInContext(shape)}/$entity`,
        ...present.presentTeamsApp(context, app, shape, found),
      });
    })
    .put(one, mayDecide, async (c) => await addDefinition(c, false))
    .delete(one, mayDelete, async (c) => {
      const app = await appOf(c);
      assertOfOrganisation(app);
      await apps.remove(originOf(c), app.id);
      return c.body(null, 204);
    })
    .get(`${one}/appDefinitions`, mayRead, async (c) => {
      const shape = shapeOf(c);
      const app = await appOf(c);
      const found = await definitionsOf(c, app);
      const context = await contextOf(c, found);
      const id = present.wireAppId(app);
      const value = found.map((each) => present.presentDefinition(context, id, each, shape));
      const name = `appCatalogs/teamsApps('${id}')/appDefinitions${present.shapeInContext(shape)}`;
      return c.json(collection(askedUrl(c, publicUrl()), name, value, undefined));
    })
    .post(`${one}/appDefinitions`, maySubmit, async (c) => await addDefinition(c, await reviewAsked(c)))
    .get(definition, mayRead, async (c) => {
      const shape = shapeOf(c);
      const found = await namedDefinition(c);
      const context = await contextOf(c, [found.definition]);
      const id = present.wireAppId(found.app);
      return c.json({
        "@odata.context": `${context.root}/$metadata#appCatalogs/teamsApps('${id}')/appDefinitions${present.shapeInContext(shape)}/$entity`,
        ...present.presentDefinition(context, id, found.definition, shape),
      });
    })
    .patch(definition, mayDecide, async (c) => {
      const app = await appOf(c);
      assertOfOrganisation(app);
      const ifMatch = c.req.header("if-match");
      const { definition: asked, asNamed } = await definitionOf(c, app);
      if (!present.namesEtag(ifMatch, asked)) {
        throw new ParvisError("change/stale", {
          detail: `The definition has changed since it was read: version ${asked.version} is ${asked.state}.`,
        });
      }
      if (!asNamed) throw new ParvisError("definition/not-found");
      const body: unknown = await c.req.json().catch(() => undefined);
      const state = typeof body === "object" && body !== null && "publishingState" in body ? body.publishingState : "";
      if (state !== "published" && state !== "rejected")
        throw new ParvisError("request/invalid", { detail: "publishingState: expected published or rejected." });
      if (state === "published") await submissions.publish(originOf(c), asked.id);
      else await submissions.reject(originOf(c), asked.id, "");
      const now = (await definitionsOf(c, app)).find(({ id }) => id === asked.id);
      if (now === undefined) throw new ParvisError("definition/not-found");
      const context = await contextOf(c, [now]);
      const { "@odata.etag": _, ...shown } = present.presentDefinition(context, app.id, now, noOptions);
      return c.json({
        "@odata.context": `${context.root}/$metadata#appCatalogs/teamsApps('${app.id}')/appDefinitions/$entity`,
        ...shown,
      });
    })
    .delete(definition, maySubmit, async (c) => {
      const found = await namedDefinition(c);
      assertOfOrganisation(found.app);
      const { person, permissions } = c.var.bearer;
      const manages = (person === undefined || isAdministrator(person)) && change.some((name) => permissions.has(name));
      await submissions.withdraw(originOf(c), found.definition.id, manages);
      return c.body(null, 204);
    })
    .get(`${definition}/bot`, mayRead, async (c) => {
      const { app, definition: found } = await namedDefinition(c);
      if (found.botId === null) throw new ParvisError("request/not-found", { detail: "The definition has no bot." });
      const { root } = placeOf(c);
      const name = `appCatalogs/teamsApps('${present.wireAppId(app)}')/appDefinitions('${c.req.param("definitionId")}')/bot`;
      return c.json({ "@odata.context": `${root}/$metadata#${name}/$entity`, ...present.presentBot(found.botId) });
    })
    .get(`${definition}/:icon`, mayRead, async (c) => {
      const kind = iconKind(c);
      const { app, definition: found } = await namedDefinition(c);
      const context = await contextOf(c, []);
      const id = present.wireAppId(app);
      const definitionId = present.wireDefinitionId(id, found);
      const shape = shapeOf(c);
      present.assertRelations(shape, ["hostedContent"], "teamsAppIcon");
      const hosted = shape.expand.has("hostedcontent");
      return c.json({
        "@odata.context": `${context.root}/$metadata#appCatalogs/teamsApps('${id}')/appDefinitions('${definitionId}')/${kind}/$entity`,
        ...present.presentIcon(context, id, definitionId, kind),
        ...(hosted ? { hostedContent: { id: "1", contentBytes: null, contentType: "image/png" } } : {}),
      });
    })
    .get(`${definition}/:icon/hostedContent/$value`, mayRead, async (c) => {
      const kind = iconKind(c);
      const { definition: found } = await namedDefinition(c);
      const { bytes, mediaType } = await apps.icon(c.var.bearer.tenantId, found[kind].toString("hex"));
      return c.body(new Uint8Array(bytes), 200, { "Content-Type": mediaType, "X-Content-Type-Options": "nosniff" });
    });
}
