import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";

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
  })
  .openapi("Message");

export const messages = pageOf(message).openapi("Messages", { description: "Newest first" });
export const messagesQuery = pageQuery;
export const channelPath = z.object({ channelId: z.uuid() });
