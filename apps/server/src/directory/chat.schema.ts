import { z } from "@hono/zod-openapi";
import { pageOf } from "../platform/http/page.ts";
import { upn } from "./person.schema.ts";

const topic = z.string().trim().max(250).openapi({ description: "What the chat is called; empty for none" });
const people = z
  .array(z.union([z.uuid(), upn]))
  .max(250)
  .openapi({ description: "Ids or sign-in names" });

export const chat = z
  .object({
    id: z.uuid(),
    topic: z.string(),
    createdAt: z.iso.datetime(),
    members: z.array(z.object({ personId: z.uuid(), upn: z.string(), displayName: z.string() })),
  })
  .openapi("Chat");

export const chats = pageOf(chat).openapi("Chats");
export const newChat = z.object({ topic: topic.default(""), members: people.min(1) }).openapi("NewChat");
export const newChatMembers = z.object({ members: people.min(1) }).openapi("NewChatMembers");
export const chatPath = z.object({ chatId: z.uuid() });
export const chatMemberPath = chatPath.extend({ personId: z.uuid() });
