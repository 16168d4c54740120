import { createRoute } from "@hono/zod-openapi";
import type { PersonService, TeamService } from "../directory/index.ts";
import { signedIn } from "../platform/http/guards.ts";
import { languageOf } from "../platform/http/language.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { type Identity, originOf } from "../platform/identity.ts";
import { nameOf } from "./configuration.rules.ts";
import type { ConfigurationGate, ConfigurationPlace } from "./configuration-gate.ts";
import { configurationPath, rotation } from "./connector.schema.ts";
import type { AnyConfiguration, ConnectorService } from "./connector.service.ts";
import * as schema from "./mail-webhook.schema.ts";
import { limitsInForce } from "./rate-limit.rules.ts";
import type { SwitchesService } from "./switches.service.ts";
import type { NewTarget, TargetService } from "./target.service.ts";
import type { WebhookService } from "./webhook.service.ts";

const guards = [signedIn()];
const tags = ["Mail webhooks"];
const path = "/mail-webhooks";

const list = createRoute({
  method: "get",
  path,
  tags,
  summary: "Webhooks of one's own mailbox, or of a team's mail, oldest first",
  middleware: guards,
  request: { query: schema.mailWebhooksQuery },
  responses: { 200: jsonResponse("A page", schema.mailWebhooks), ...problems(400, 401, 404) },
});

const create = createRoute({
  method: "post",
  path,
  tags,
  summary: "Make a webhook whose cards go to one's own mailbox, or to a team's mail",
  middleware: guards,
  request: jsonBody(schema.newMailWebhook),
  responses: { 201: jsonResponse("The webhook", schema.mailWebhook), ...problems(400, 401, 403, 404, 409) },
});

const show = createRoute({
  method: "get",
  path: `${path}/{configurationId}`,
  tags,
  summary: "A webhook of a mailbox or a team's mail",
  middleware: guards,
  request: { params: configurationPath },
  responses: { 200: jsonResponse("The webhook", schema.mailWebhook), ...problems(401, 404) },
});

const change = createRoute({
  method: "patch",
  path: `${path}/{configurationId}`,
  tags,
  summary: "Change a webhook's name, way of answering or limits",
  middleware: guards,
  request: { params: configurationPath, ...jsonBody(schema.changedMailWebhook) },
  responses: { 200: jsonResponse("Changed", schema.mailWebhook), ...problems(400, 401, 403, 404) },
});

const rotate = createRoute({
  method: "post",
  path: `${path}/{configurationId}/rotate`,
  tags,
  summary: "Give a webhook a new address; the old one works on for a while",
  middleware: guards,
  request: { params: configurationPath, ...jsonBody(rotation) },
  responses: { 200: jsonResponse("With its new address", schema.mailWebhook), ...problems(400, 401, 403, 404) },
});

const remove = createRoute({
  method: "delete",
  path: `${path}/{configurationId}`,
  tags,
  summary: "Remove a webhook of a mailbox or a team's mail",
  middleware: guards,
  request: { params: configurationPath },
  responses: { 204: { description: "Removed" }, ...problems(401, 403, 404) },
});

export function mailWebhookRoutes(
  services: {
    readonly connectors: ConnectorService;
    readonly webhooks: WebhookService;
    readonly targets: TargetService;
    readonly switches: Pick<SwitchesService, "require">;
    readonly gate: ConfigurationGate;
  },
  teams: Pick<TeamService, "see">,
  people: Pick<PersonService, "names">,
) {
  const { connectors, webhooks, targets, switches, gate } = services;

  async function summaries(tenantId: string, rows: readonly AnyConfiguration[], team: ConfigurationPlace["team"]) {
    const names = await people.names(
      tenantId,
      rows.flatMap(({ configuredBy }) => configuredBy ?? []),
    );
    return rows.map((row) => ({
      id: row.id,
      name: nameOf(row.settings, row.authorName),
      appType: row.teamId === null ? ("mail" as const) : ("groups" as const),
      team: team === null ? null : { id: team.id, displayName: team.displayName },
      mode: row.mode,
      configuredBy: names.get(row.configuredBy ?? "") ?? null,
      changedAt: row.changedAt.toISOString(),
      lastUsedAt: connectors.lastUsed(row)?.toISOString() ?? null,
    }));
  }

  async function present(identity: Identity, configurationId: string) {
    const { tenantId } = identity;
    const { configuration, team } = await gate.seeMail(identity, configurationId);
    const [[summary], previous] = await Promise.all([
      summaries(tenantId, [configuration], team),
      webhooks.previous(tenantId, configurationId),
    ]);
    if (summary === undefined) throw new Error("One configuration has one summary.");
    return {
      ...summary,
      webhookUrl: connectors.urlOf(tenantId, configuration),
      addressSince: configuration.webhookSince.toISOString(),
      previousAddresses: previous.map(({ worksUntil, lastUsedAt }) => ({
        worksUntil: worksUntil.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
      rateLimits: configuration.rateLimits === null ? null : [...configuration.rateLimits],
      effectiveRateLimits: [...limitsInForce(configuration.rateLimits)],
    };
  }

  async function manage(identity: Identity, configurationId: string, act: "configure" | "remove"): Promise<void> {
    await gate.seeMail(identity, configurationId);
    await gate.manage(identity, configurationId, act);
  }

  return createRouter()
    .openapi(list, async (c) => {
      const { identity } = c.var;
      const { teamId, limit, cursor } = c.req.valid("query");
      const team = teamId === undefined ? null : await teams.see(identity, teamId);
      const whose = teamId === undefined ? { ownerId: identity.personId } : { teamId };
      const after = decodeCursor(cursor, 1)?.[0];
      const rows = await connectors.listMail(identity.tenantId, whose, { limit, after });
      const page = cutPage(rows, limit, (row) => [row.id]);
      return c.json({ ...page, items: await summaries(identity.tenantId, page.items, team) }, 200);
    })
    .openapi(create, async (c) => {
      const { identity } = c.var;
      const { tenantId } = identity;
      const { teamId = null, ...choices } = c.req.valid("json");
      const team = teamId === null ? null : await teams.see(identity, teamId);
      const manages = team?.mayManage ?? true;
      await switches.require(tenantId, teamId, { act: "configure", workload: "outlook", connectorId: null, manages });
      const target: NewTarget = teamId === null ? { kind: "mail", address: identity.upn } : { kind: "groups" };
      const by = { ...identity, language: languageOf(c.req) };
      const origin = originOf(identity, c.var.requestId);
      const id = await webhooks.create(origin, { id: null, teamId }, choices, async (tx, configuration) => {
        await targets.insert(tx, tenantId, configuration, target, by);
      });
      return c.json(await present(identity, id), 201);
    })
    .openapi(show, async (c) => c.json(await present(c.var.identity, c.req.valid("param").configurationId), 200))
    .openapi(change, async (c) => {
      const { identity } = c.var;
      const { configurationId } = c.req.valid("param");
      await manage(identity, configurationId, "configure");
      await webhooks.change(originOf(identity, c.var.requestId), configurationId, c.req.valid("json"));
      return c.json(await present(identity, configurationId), 200);
    })
    .openapi(rotate, async (c) => {
      const { identity } = c.var;
      const { configurationId } = c.req.valid("param");
      await manage(identity, configurationId, "configure");
      const { graceSeconds } = c.req.valid("json");
      await webhooks.rotate(originOf(identity, c.var.requestId), configurationId, graceSeconds);
      return c.json(await present(identity, configurationId), 200);
    })
    .openapi(remove, async (c) => {
      const { configurationId } = c.req.valid("param");
      await manage(c.var.identity, configurationId, "remove");
      await connectors.remove(originOf(c.var.identity, c.var.requestId), configurationId);
      return c.body(null, 204);
    });
}
