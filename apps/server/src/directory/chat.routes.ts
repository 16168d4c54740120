import { createRoute, z } from "@hono/zod-openapi";
import { signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor, pageQuery } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import * as schema from "./chat.schema.ts";
import type { ChatService, ChatWithMembers } from "./chat.service.ts";

const middleware = [signedIn()];
const tags = ["Chats"];

const list = createRoute({
  method: "get",
  path: "/chats",
  tags,
  summary: "Chats of the asking person, newest first",
  middleware,
  request: { query: pageQuery },
  responses: { 200: jsonResponse("A page", schema.chats), ...problems(400, 401) },
});

const create = createRoute({
  method: "post",
  path: "/chats",
  tags,
  summary: "Begin a group chat",
  middleware,
  request: jsonBody(schema.newChat),
  responses: { 201: jsonResponse("Begun", schema.chat), ...problems(400, 401, 404) },
});

const show = createRoute({
  method: "get",
  path: "/chats/{chatId}",
  tags,
  summary: "A chat with everybody in it",
  middleware,
  request: { params: schema.chatPath },
  responses: { 200: jsonResponse("The chat", schema.chat), ...problems(401, 404) },
});

const addMembers = createRoute({
  method: "post",
  path: "/chats/{chatId}/members",
  tags,
  summary: "Take people into a chat: all of them or, when somebody is not there, none",
  middleware,
  request: { params: schema.chatPath, ...jsonBody(schema.newChatMembers) },
  responses: { 200: jsonResponse("How many came", z.object({ added: z.number().int() })), ...problems(400, 401, 404) },
});

const removeMember = createRoute({
  method: "delete",
  path: "/chats/{chatId}/members/{personId}",
  tags,
  summary: "Take somebody out of a chat, or leave it",
  middleware,
  request: { params: schema.chatMemberPath },
  responses: { 204: { description: "Done" }, ...problems(401, 404) },
});

function present({ id, topic, createdAt, members }: ChatWithMembers): z.infer<typeof schema.chat> {
  return {
    id,
    topic,
    createdAt: createdAt.toISOString(),
    members: members.map(({ personId, upn, displayName }) => ({ personId, upn, displayName })),
  };
}

export function chatRoutes(chats: ChatService) {
  return createRouter()
    .openapi(list, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const rows = await chats.list(c.var.identity, { limit, after: decodeCursor(cursor, 1) });
      const page = cutPage(rows, limit, (row) => [row.id]);
      return c.json({ ...page, items: page.items.map(present) }, 200);
    })
    .openapi(create, async (c) => {
      const { identity, requestId } = c.var;
      const { topic, members } = c.req.valid("json");
      const id = await chats.create(originOf(identity, requestId), topic, members);
      return c.json(present(await chats.show(identity, id)), 201);
    })
    .openapi(show, async (c) => c.json(present(await chats.show(c.var.identity, c.req.valid("param").chatId)), 200))
    .openapi(addMembers, async (c) => {
      const { chatId } = c.req.valid("param");
      await chats.see(c.var.identity, chatId);
      const origin = originOf(c.var.identity, c.var.requestId);
      return c.json({ added: await chats.addMembers(origin, chatId, c.req.valid("json").members) }, 200);
    })
    .openapi(removeMember, async (c) => {
      const { chatId, personId } = c.req.valid("param");
      await chats.see(c.var.identity, chatId);
      await chats.removeMember(originOf(c.var.identity, c.var.requestId), chatId, personId);
      return c.body(null, 204);
    });
}
