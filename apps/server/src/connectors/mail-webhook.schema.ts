import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";
import { configuration, newWebhook } from "./connector.schema.ts";

const summary = z.object({
  id: z.uuid(),
  name: z.string(),
  appType: z.enum(["mail", "groups"]).openapi({
    description: "Whose cards these are: `mail` a person's mailbox, `groups` a team's mail",
  }),
  team: z.object({ id: z.uuid(), displayName: z.string() }).nullable(),
  mode: configuration.shape.mode,
  configuredBy: z.string().nullable(),
  changedAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable().openapi({ description: "When something was posted last" }),
});

export const mailWebhook = summary
  .extend({
    webhookUrl: configuration.shape.webhookUrl,
    addressSince: configuration.shape.addressSince,
    previousAddresses: configuration.shape.previousAddresses,
    rateLimits: configuration.shape.rateLimits,
    effectiveRateLimits: configuration.shape.effectiveRateLimits,
  })
  .openapi("MailWebhook", {
    description: "A webhook without a channel: its cards go out by mail, and to its other targets",
  });

export const mailWebhooks = pageOf(summary.openapi("MailWebhookSummary")).openapi("MailWebhooks", {
  description: "Oldest first",
});
export const mailWebhooksQuery = pageQuery.extend({
  teamId: z.uuid().optional().openapi({ description: "Those of a team's mail; one's own mailbox when absent" }),
});

export const newMailWebhook = newWebhook
  .omit({ picture: true })
  .extend({
    teamId: z.uuid().optional().openapi({ description: "For this team's mail; for one's own mailbox when absent" }),
  })
  .openapi("NewMailWebhook");

export const changedMailWebhook = newWebhook.omit({ picture: true }).partial().openapi("ChangedMailWebhook", {
  description: "What is left out stays",
});
