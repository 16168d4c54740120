import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";

export const relayFormat = z.enum(["workflows", "slack", "json"]).openapi({
  description:
    "`workflows`: an Adaptive Card as Teams Workflows takes it. `slack`: what Slack and those like it take. " +
    "`json`: plain JSON with CloudEvents headers and a Standard Webhooks signature",
});
const deliveryState = z.enum(["pending", "delivered", "dead"]);
const url = z.string().trim().min(1).max(4096);
const address = z.string().trim().min(3).max(320);

export const target = z
  .object({
    id: z.uuid(),
    kind: z.enum(["groups", "mail", "relay"]),
    format: relayFormat.nullable(),
    address: z.string().nullable().openapi({
      description: "A mailbox's address; of a relay only where it leads, because its address is a secret",
    }),
    state: z.enum(["active", "stopped"]),
    stopReason: z
      .enum(["byHand", "failing", "refusing", "gone", "unsubscribed"])
      .nullable()
      .openapi({
        description:
          "`failing`: nothing was taken for days. `refusing`: too many cards in a row were refused. `gone`: it answered " +
          "410. `unsubscribed`: the reader asked for no more mail",
      }),
    pending: z.int().openapi({ description: "Cards that wait; counted up to 1000" }),
    dead: z.int().openapi({ description: "Cards that were given up; counted up to 1000" }),
    failingSince: z.iso.datetime().nullable(),
    nextAttemptAt: z.iso.datetime().nullable(),
    lastAttemptAt: z.iso.datetime().nullable(),
    lastDeliveredAt: z.iso.datetime().nullable(),
    lastAnswer: z.string().nullable(),
    signed: z.boolean().openapi({ description: "Whether it has a signing secret" }),
    previousSecretUntil: z.iso.datetime().nullable().openapi({
      description: "Until then deliveries are signed with the secret before, too",
    }),
    createdBy: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi("ConnectorTarget");

export const targets = z.object({ items: z.array(target) }).openapi("ConnectorTargets", { description: "At most 20" });

export const targetWithSecret = target
  .extend({
    secret: z.string().nullable().openapi({ description: "Signing secret, `whsec_…`. Shown this once" }),
  })
  .openapi("ConnectorTargetWithSecret");

export const newTarget = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("groups") }),
    z.object({
      kind: z.literal("mail"),
      address: address.optional().openapi({
        description:
          "Somebody's sign-in name; the asking person's own when absent. Administrators may name any address",
      }),
    }),
    z.object({ kind: z.literal("relay"), format: relayFormat, url }),
  ])
  .openapi("NewConnectorTarget");

export const changedTarget = z
  .object({
    url: url.optional().openapi({ description: "A relay's new address" }),
    format: relayFormat.optional(),
    state: z.enum(["active", "stopped"]).optional().openapi({ description: "Stops it by hand, or starts it again" }),
  })
  .openapi("ChangedConnectorTarget");

export const secret = z
  .object({
    secret: z.string().openapi({ description: "The new one. Shown this once" }),
    previousSecretUntil: z.iso.datetime().openapi({ description: "Until then both sign" }),
  })
  .openapi("ConnectorTargetSecret");

export const tested = z
  .object({
    delivered: z.boolean(),
    status: z.int().nullable().openapi({ description: "The HTTP status or SMTP reply code" }),
    answer: z.string(),
  })
  .openapi("ConnectorTargetTest");

export const delivery = z
  .object({
    id: z.uuid().openapi({ description: "The card's: the `request-id` its sender was answered" }),
    summary: z.string(),
    acceptedAt: z.iso.datetime(),
    state: deliveryState.openapi({ description: "`dead`: given up, and sent again only by hand" }),
    attempts: z.int(),
    lastAttemptAt: z.iso.datetime().nullable(),
    status: z.int().nullable(),
    answer: z.string().nullable(),
  })
  .openapi("TargetDelivery");

export const deliveries = pageOf(delivery).openapi("TargetDeliveries", { description: "Newest first" });
export const deliveriesQuery = pageQuery.extend({ state: deliveryState.optional() });
export const redelivered = z.object({ queued: z.int() }).openapi("Redelivered");

export const configurationPath = z.object({ configurationId: z.uuid() });
export const targetPath = configurationPath.extend({ targetId: z.uuid() });
export const deliveryPath = targetPath.extend({ deliveryId: z.uuid() });
