import { createRoute } from "@hono/zod-openapi";
import type { ConfigurationGate } from "../connectors/index.ts";
import type { PersonService } from "../directory/index.ts";
import { signedIn } from "../platform/http/guards.ts";
import { jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import type { Identity } from "../platform/identity.ts";
import { presentDelivery, presentDeliveryDetails } from "./delivery.presenter.ts";
import * as schema from "./delivery.schema.ts";
import type { Delivery, DeliveryService } from "./delivery.service.ts";

const guards = [signedIn()];
const tags = ["Deliveries"];

const list = createRoute({
  method: "get",
  path: "/connectors/{configurationId}/deliveries",
  tags,
  summary: "What was posted to a webhook, newest first",
  middleware: guards,
  request: { params: schema.configurationPath, query: schema.deliveriesQuery },
  responses: { 200: jsonResponse("A page", schema.deliveries), ...problems(400, 401, 404) },
});

const show = createRoute({
  method: "get",
  path: "/connectors/{configurationId}/deliveries/{deliveryId}",
  tags,
  summary: "One post with its body, its answer and what is shown of it",
  middleware: guards,
  request: { params: schema.deliveryPath },
  responses: { 200: jsonResponse("The delivery", schema.deliveryDetails), ...problems(401, 404) },
});

const again = createRoute({
  method: "post",
  path: "/connectors/{configurationId}/deliveries/{deliveryId}/again",
  tags,
  summary: "Send again what was posted, as a delivery of its own",
  description: "It is judged anew and may be turned away; `verdict` says what became of it.",
  middleware: guards,
  request: { params: schema.deliveryPath },
  responses: { 201: jsonResponse("The new delivery", schema.deliveryDetails), ...problems(401, 403, 404, 409, 503) },
});

export function deliveryRoutes(
  deliveries: DeliveryService,
  gate: ConfigurationGate,
  people: Pick<PersonService, "names">,
) {
  /** Whether the person reads what is posted; administrators who are not readers manage webhooks and do not. @throws ParvisError */
  async function see(identity: Identity, configurationId: string, act?: "configure"): Promise<boolean> {
    const { reads } =
      act === undefined ? await gate.see(identity, configurationId) : await gate.manage(identity, configurationId, act);
    return reads;
  }

  const namesOf = async (tenantId: string, rows: readonly Delivery[]) =>
    await people.names(
      tenantId,
      rows.flatMap(({ sentBy }) => sentBy ?? []),
    );

  async function details(identity: Identity, configurationId: string, id: string, mayRead: boolean) {
    const row = await deliveries.find(identity.tenantId, configurationId, id);
    return presentDeliveryDetails(row, await namesOf(identity.tenantId, [row]), mayRead);
  }

  return createRouter()
    .openapi(list, async (c) => {
      const { identity } = c.var;
      const { configurationId } = c.req.valid("param");
      const { limit, cursor, verdict, since, until } = c.req.valid("query");
      const mayRead = await see(identity, configurationId);
      const rows = await deliveries.list(identity.tenantId, configurationId, {
        limit,
        before: decodeCursor(cursor, 1)?.[0],
        verdict,
        since: since === undefined ? undefined : new Date(since),
        until: until === undefined ? undefined : new Date(until),
      });
      const page = cutPage(rows, limit, (row) => [row.id]);
      const names = await namesOf(identity.tenantId, page.items);
      return c.json({ ...page, items: page.items.map((row) => presentDelivery(row, names, mayRead)) }, 200);
    })
    .openapi(show, async (c) => {
      const { configurationId, deliveryId } = c.req.valid("param");
      const mayRead = await see(c.var.identity, configurationId);
      return c.json(await details(c.var.identity, configurationId, deliveryId, mayRead), 200);
    })
    .openapi(again, async (c) => {
      const { configurationId, deliveryId } = c.req.valid("param");
      const mayRead = await see(c.var.identity, configurationId, "configure");
      const id = await deliveries.sendAgain(c.var.identity, configurationId, deliveryId);
      return c.json(await details(c.var.identity, configurationId, id, mayRead), 201);
    });
}
