import { createRoute } from "@hono/zod-openapi";
import type { PersonService } from "../directory/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { signedIn } from "../platform/http/guards.ts";
import { languageOf } from "../platform/http/language.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { momentOf } from "../platform/identifiers.ts";
import { type Identity, isAdministrator, originOf } from "../platform/identity.ts";
import type { ConfigurationGate } from "./configuration-gate.ts";
import { shownAddress } from "./target.rules.ts";
import * as schema from "./target.schema.ts";
import type { NewTarget, TargetRow, TargetService } from "./target.service.ts";

const guards = [signedIn()];
const tags = ["Targets"];
const path = "/connectors/{configurationId}/targets";

const list = createRoute({
  method: "get",
  path,
  tags,
  summary: "Where a connector's cards go besides its channel, oldest first",
  middleware: guards,
  request: { params: schema.configurationPath },
  responses: { 200: jsonResponse("The targets", schema.targets), ...problems(401, 404) },
});

const add = createRoute({
  method: "post",
  path,
  tags,
  summary: "Send a connector's cards to a mailbox, a team's mail or another webhook, too",
  middleware: guards,
  request: { params: schema.configurationPath, ...jsonBody(schema.newTarget) },
  responses: { 201: jsonResponse("The target", schema.targetWithSecret), ...problems(400, 401, 403, 404, 409) },
});

const show = createRoute({
  method: "get",
  path: `${path}/{targetId}`,
  tags,
  summary: "A target",
  middleware: guards,
  request: { params: schema.targetPath },
  responses: { 200: jsonResponse("The target", schema.target), ...problems(401, 404) },
});

const change = createRoute({
  method: "patch",
  path: `${path}/{targetId}`,
  tags,
  summary: "Change a relay's address or format, stop a target or start it again",
  middleware: guards,
  request: { params: schema.targetPath, ...jsonBody(schema.changedTarget) },
  responses: { 200: jsonResponse("Changed", schema.targetWithSecret), ...problems(400, 401, 403, 404, 409) },
});

const remove = createRoute({
  method: "delete",
  path: `${path}/{targetId}`,
  tags,
  summary: "Remove a target; what waits for it is not sent",
  middleware: guards,
  request: { params: schema.targetPath },
  responses: { 204: { description: "Removed" }, ...problems(401, 403, 404) },
});

const rotate = createRoute({
  method: "post",
  path: `${path}/{targetId}/secret`,
  tags,
  summary: "Give a relay a new signing secret; the one before signs along for a day",
  middleware: guards,
  request: { params: schema.targetPath },
  responses: { 200: jsonResponse("The new secret", schema.secret), ...problems(400, 401, 403, 404) },
});

const test = createRoute({
  method: "post",
  path: `${path}/{targetId}/test`,
  tags,
  summary: "Send a test card there now, and see the answer",
  middleware: guards,
  request: { params: schema.targetPath },
  responses: { 200: jsonResponse("What became of it", schema.tested), ...problems(401, 403, 404, 409) },
});

const listDeliveries = createRoute({
  method: "get",
  path: `${path}/{targetId}/deliveries`,
  tags,
  summary: "Cards on their way to a target, delivered and given up, of the last thirty days",
  middleware: guards,
  request: { params: schema.targetPath, query: schema.deliveriesQuery },
  responses: { 200: jsonResponse("A page", schema.deliveries), ...problems(400, 401, 404) },
});

const sendAllAgain = createRoute({
  method: "post",
  path: `${path}/{targetId}/redeliver`,
  tags,
  summary: "Send everything again that was given up",
  middleware: guards,
  request: { params: schema.targetPath },
  responses: { 202: jsonResponse("How many wait", schema.redelivered), ...problems(401, 403, 404, 409) },
});

const sendAgain = createRoute({
  method: "post",
  path: `${path}/{targetId}/deliveries/{deliveryId}/redeliver`,
  tags,
  summary: "Send one card again",
  middleware: guards,
  request: { params: schema.deliveryPath },
  responses: { 202: jsonResponse("How many wait", schema.redelivered), ...problems(401, 403, 404, 409) },
});

const moment = (date: Date | null) => date?.toISOString() ?? null;

export function targetRoutes(
  targets: TargetService,
  gate: ConfigurationGate,
  people: Pick<PersonService, "names" | "findByUpn">,
) {
  async function present(tenantId: string, rows: readonly TargetRow[]) {
    const names = await people.names(
      tenantId,
      rows.flatMap(({ createdBy }) => createdBy ?? []),
    );
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      format: row.format,
      address: shownAddress(row.kind, row.address),
      state: row.state,
      stopReason: row.stopReason,
      pending: row.pending,
      dead: row.dead,
      failingSince: moment(row.failingSince),
      nextAttemptAt: moment(row.nextAttemptAt),
      lastAttemptAt: moment(row.lastAttemptAt),
      lastDeliveredAt: moment(row.lastDeliveredAt),
      lastAnswer: row.lastAnswer,
      signed: row.secret !== null,
      previousSecretUntil: moment(row.previousSecretUntil),
      createdBy: names.get(row.createdBy ?? "") ?? null,
      createdAt: row.createdAt.toISOString(),
    }));
  }

  async function presentOne(identity: Identity, configurationId: string, targetId: string) {
    const row = await targets.get(identity.tenantId, configurationId, targetId);
    const [one] = await present(identity.tenantId, [row]);
    if (one === undefined) throw new ParvisError("target/not-found");
    return one;
  }

  /**
   * Mail goes to people of the organisation; to others only where an administrator says so, because they never asked.
   * @throws ParvisError target/address-refused
   */
  async function addressFor(identity: Identity, address: string | undefined): Promise<string> {
    if (address === undefined) return identity.upn;
    if (isAdministrator(identity)) return address;
    const person = await people.findByUpn(identity.tenantId, address);
    if (person === undefined) {
      throw new ParvisError("target/address-refused", {
        detail: `${address} is nobody's sign-in name here. An administrator may name any address.`,
      });
    }
    return person.upn;
  }

  /** @throws as {@link ConfigurationGate.manage}, and target/not-found */
  async function manage(
    identity: Identity,
    { configurationId, targetId }: { configurationId: string; targetId: string },
    act: "configure" | "remove" = "configure",
  ) {
    await gate.see(identity, configurationId);
    const { kind } = await targets.get(identity.tenantId, configurationId, targetId);
    return (await gate.manage(identity, configurationId, act, kind === "relay" ? undefined : "outlook")).configuration;
  }

  return createRouter()
    .openapi(list, async (c) => {
      const { identity } = c.var;
      const { configurationId } = c.req.valid("param");
      await gate.see(identity, configurationId);
      const rows = await targets.list(identity.tenantId, configurationId);
      return c.json({ items: await present(identity.tenantId, rows) }, 200);
    })
    .openapi(add, async (c) => {
      const { identity } = c.var;
      const { configurationId } = c.req.valid("param");
      const wanted = c.req.valid("json");
      const workload = wanted.kind === "relay" ? undefined : "outlook";
      const { configuration } = await gate.manage(identity, configurationId, "configure", workload);
      const target: NewTarget =
        wanted.kind === "mail" ? { kind: "mail", address: await addressFor(identity, wanted.address) } : wanted;
      const origin = originOf(identity, c.var.requestId);
      const { id, secret } = await targets.add(origin, identity, configuration, target, languageOf(c.req));
      return c.json({ ...(await presentOne(identity, configurationId, id)), secret }, 201);
    })
    .openapi(show, async (c) => {
      const { configurationId, targetId } = c.req.valid("param");
      await gate.see(c.var.identity, configurationId);
      return c.json(await presentOne(c.var.identity, configurationId, targetId), 200);
    })
    .openapi(change, async (c) => {
      const { identity } = c.var;
      const { configurationId, targetId } = c.req.valid("param");
      const place = await manage(identity, c.req.valid("param"));
      const origin = originOf(identity, c.var.requestId);
      const secret = await targets.change(origin, identity, place, targetId, c.req.valid("json"));
      return c.json({ ...(await presentOne(identity, configurationId, targetId)), secret }, 200);
    })
    .openapi(remove, async (c) => {
      const place = await manage(c.var.identity, c.req.valid("param"), "remove");
      await targets.remove(originOf(c.var.identity, c.var.requestId), place, c.req.valid("param").targetId);
      return c.body(null, 204);
    })
    .openapi(rotate, async (c) => {
      const place = await manage(c.var.identity, c.req.valid("param"));
      const origin = originOf(c.var.identity, c.var.requestId);
      const { secret, previousSecretUntil } = await targets.rotateSecret(origin, place, c.req.valid("param").targetId);
      return c.json({ secret, previousSecretUntil: previousSecretUntil.toISOString() }, 200);
    })
    .openapi(test, async (c) => {
      const place = await manage(c.var.identity, c.req.valid("param"));
      return c.json(await targets.test(c.var.identity.tenantId, place, c.req.valid("param").targetId), 200);
    })
    .openapi(listDeliveries, async (c) => {
      const { identity } = c.var;
      const { configurationId, targetId } = c.req.valid("param");
      const { limit, cursor, state } = c.req.valid("query");
      await gate.see(identity, configurationId);
      await targets.get(identity.tenantId, configurationId, targetId);
      const before = decodeCursor(cursor, 1)?.[0];
      const rows = await targets.deliveries(identity.tenantId, targetId, { limit, before, state });
      const page = cutPage(rows, limit, (row) => [row.cardId]);
      const items = page.items.map((row) => ({
        id: row.cardId,
        summary: row.summary,
        acceptedAt: momentOf(row.cardId).toISOString(),
        state: row.state,
        attempts: row.attempts,
        lastAttemptAt: moment(row.lastAttemptAt),
        status: row.status,
        answer: row.answer,
      }));
      return c.json({ ...page, items }, 200);
    })
    .openapi(sendAllAgain, async (c) => {
      const place = await manage(c.var.identity, c.req.valid("param"));
      const origin = originOf(c.var.identity, c.var.requestId);
      return c.json({ queued: await targets.sendAgain(origin, place, c.req.valid("param").targetId) }, 202);
    })
    .openapi(sendAgain, async (c) => {
      const { targetId, deliveryId } = c.req.valid("param");
      const place = await manage(c.var.identity, c.req.valid("param"));
      const origin = originOf(c.var.identity, c.var.requestId);
      return c.json({ queued: await targets.sendAgain(origin, place, targetId, deliveryId) }, 202);
    });
}
