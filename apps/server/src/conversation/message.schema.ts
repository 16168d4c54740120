import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";

const cardStatus = z
  .object({
    card: z.number().int().openapi({ description: "Number of the card in its message" }),
    action: z.string().openapi({ description: "Words of the button that was pressed" }),
    text: z
      .string()
      .nullable()
      .openapi({ description: "What the other side said (`CARD-ACTION-STATUS`), if anything" }),
    actor: z.object({ id: z.uuid(), name: z.string() }),
    at: z.iso.datetime(),
  })
  .openapi("CardStatus", { description: "Who pressed a button last, when, and what came of it" });

export const message = z
  .object({
    id: z.uuid(),
    channelId: z.uuid(),
    createdAt: z.iso.datetime(),
    author: z.object({
      name: z.string(),
      icon: z.string().nullable(),
      configurationId: z.uuid().openapi({ description: "The connector that posted it" }),
    }),
    summary: z.string(),
    body: z.string().openapi({ description: "The cards as JSON text; `readStoredPayload` of @parvis/cards reads it" }),
    revision: z.number().int().openapi({ description: "Counts what buttons have changed since it was posted" }),
    statuses: z.array(cardStatus).openapi({ description: "At most one a card" }),
  })
  .openapi("Message");

export const messages = pageOf(message).openapi("Messages", { description: "Newest first" });
export const messagesQuery = pageQuery;
export const channelPath = z.object({ channelId: z.uuid() });
export const messagePath = channelPath.extend({ messageId: z.uuid() });

export const press = z
  .object({
    pressId: z.uuid().openapi({
      description: "Made up by the client, one a press. Sent again with the same id, a press is not done again.",
    }),
    revision: z.number().int().nonnegative().openapi({ description: "Of the message as the person saw it" }),
    card: z.number().int().min(0).max(100).openapi({ description: "Number of the card in its message" }),
    at: z.string().max(200).openapi({ description: "`data.parvis.post` of the button, as `toAdaptiveCard` made it" }),
    inputs: z
      .record(z.string().max(500), z.string().max(20_000))
      .refine((inputs) => Object.keys(inputs).length <= 200, "Expected at most 200 inputs")
      .openapi({ description: "What was filled in, by the inputs' ids" }),
  })
  .openapi("CardPress");

export const buttons = z
  .object({
    refusal: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .openapi({ description: "Why buttons send nothing here; null when they do" }),
    receivers: z.array(z.uuid()).openapi({
      description: "Connectors of the channel whose registration names an address for answers of Adaptive Cards",
    }),
  })
  .openapi("CardButtons");
