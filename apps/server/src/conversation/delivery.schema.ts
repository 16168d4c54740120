import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";

const verdict = z.enum(["accepted", "throttled", "refused"]);

export const delivery = z
  .object({
    id: z.uuid().openapi({ description: "The `request-id` that the sender got; also the message's id" }),
    createdAt: z.iso.datetime(),
    verdict,
    reason: z
      .string()
      .nullable()
      .openapi({ description: "Stable name of why it was turned away", example: "throttled" }),
    summary: z
      .string()
      .nullable()
      .openapi({ description: "Of the message. Null to those who may not read the channel" }),
    status: z.number().int().openapi({ description: "HTTP status it was answered with" }),
    contentType: z.string().nullable(),
    userAgent: z.string().nullable(),
    size: z.number().int().openapi({ description: "Bytes as sent" }),
    againOf: z.uuid().nullable().openapi({ description: "The delivery that this one repeats" }),
    sentBy: z.string().nullable().openapi({ description: "Who had it sent again" }),
  })
  .openapi("Delivery");

export const deliveryDetails = delivery
  .extend({
    explanation: z.string().nullable().openapi({ description: "Why it was turned away, in a sentence" }),
    answer: z
      .object({ contentType: z.string(), text: z.string() })
      .openapi({ description: "What the sender was answered" }),
    body: z.string().nullable().openapi({
      description: "What was posted. Null when it was not kept, and to those who may not read the channel",
    }),
    card: z
      .string()
      .nullable()
      .openapi({ description: "What is shown of it, as a message's `body`; null when it is no card" }),
    maySendAgain: z.boolean(),
  })
  .openapi("DeliveryDetails");

export const deliveries = pageOf(delivery).openapi("Deliveries", { description: "Newest first; thirty days" });

export const deliveriesQuery = pageQuery.extend({
  verdict: verdict.optional(),
  since: z.iso.datetime({ offset: true }).optional().openapi({ description: "From this moment on" }),
  until: z.iso.datetime({ offset: true }).optional().openapi({ description: "Before this moment" }),
});

export const configurationPath = z.object({ configurationId: z.uuid() });
export const deliveryPath = configurationPath.extend({ deliveryId: z.uuid() });
