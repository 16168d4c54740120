import { createRoute } from "@hono/zod-openapi";
import { signedIn } from "../platform/http/guards.ts";
import { jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { presentMessage } from "./message.presenter.ts";
import * as schema from "./message.schema.ts";
import type { MessageService } from "./message.service.ts";

const tags = ["Messages"];

const list = createRoute({
  method: "get",
  path: "/channels/{channelId}/messages",
  tags,
  summary: "Messages of a channel, newest first",
  middleware: [signedIn()],
  request: { params: schema.channelPath, query: schema.messagesQuery },
  responses: { 200: jsonResponse("A page", schema.messages), ...problems(401, 404) },
});

const show = createRoute({
  method: "get",
  path: "/channels/{channelId}/messages/{messageId}",
  tags,
  summary: "A message as it is now",
  middleware: [signedIn()],
  request: { params: schema.messagePath },
  responses: { 200: jsonResponse("The message", schema.message), ...problems(401, 404) },
});

export function messageRoutes(messages: MessageService, iconAddress: (sha256: Uint8Array) => string) {
  return createRouter()
    .openapi(show, async (c) => {
      const { channelId, messageId } = c.req.valid("param");
      const { message } = await messages.read(c.var.identity, channelId, messageId);
      return c.json(presentMessage(message, iconAddress), 200);
    })
    .openapi(list, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const rows = await messages.list(c.var.identity, c.req.valid("param").channelId, {
        limit,
        before: decodeCursor(cursor, 1)?.[0],
      });
      const page = cutPage(rows, limit, (row) => [row.id]);
      return c.json({ ...page, items: page.items.map((row) => presentMessage(row, iconAddress)) }, 200);
    });
}
