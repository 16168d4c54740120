import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { authorOf, type Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Identity } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import * as store from "./chat.store.ts";
import { findPeopleNamed } from "./find-people.ts";

/** As many as Teams takes into a group chat. */
const mostMembers = 250;

export type ChatService = ReturnType<typeof chatService>;

export interface ChatWithMembers extends store.Chat {
  readonly members: readonly store.ChatMember[];
}

/** Group chats: who is in them. Only those people know of them. */
export function chatService({ database }: Pick<Platform, "database">) {
  async function withMembers(tenantId: string, chats: readonly store.Chat[]): Promise<ChatWithMembers[]> {
    const members = await store.listChatMembers(
      database.sql,
      tenantId,
      chats.map((chat) => chat.id),
    );
    return chats.map((chat) => ({ ...chat, members: members.filter((member) => member.chatId === chat.id) }));
  }

  /** The chat, for somebody in it. @throws ParvisError chat/not-found */
  async function see(identity: Identity, chatId: string): Promise<store.Chat> {
    const { tenantId, personId } = identity;
    const [chat, member] = await Promise.all([
      store.findChat(database.sql, tenantId, chatId),
      store.isInChat(database.sql, tenantId, chatId, personId),
    ]);
    if (chat === undefined || !member) throw new ParvisError("chat/not-found");
    return chat;
  }

  async function assertSize(tx: Sql, tenantId: string, chatId: string): Promise<void> {
    const count = await store.countChatMembers(tx, tenantId, chatId);
    if (count > mostMembers)
      throw new ParvisError("request/invalid", {
        detail: `A chat has ${mostMembers} people at most; this would be ${count}. A team takes more.`,
      });
  }

  return {
    see,

    async find(tenantId: string, chatId: string): Promise<store.Chat | undefined> {
      return await store.findChat(database.sql, tenantId, chatId);
    },

    async show(identity: Identity, chatId: string): Promise<ChatWithMembers> {
      const [shown] = await withMembers(identity.tenantId, [await see(identity, chatId)]);
      if (shown === undefined) throw new ParvisError("chat/not-found");
      return shown;
    },

    /** @param people ids and sign-in names; whoever asks is in it too. @throws ParvisError person/not-found naming who is not there */
    async create(origin: Origin, topic: string, people: readonly string[]): Promise<string> {
      const { tenantId } = origin;
      const id = newId();
      const founder = origin.actor.kind === "person" ? [origin.actor.id] : [];
      return await command(database, origin, async (tx) => {
        const members = await findPeopleNamed(tx, tenantId, people);
        await store.insertChat(tx, tenantId, { id, topic: topic.trim(), createdBy: authorOf(origin) });
        await store.insertChatMembers(tx, tenantId, id, [...new Set([...founder, ...members])]);
        await assertSize(tx, tenantId, id);
        const detail = { topic: topic.trim(), members: members.length };
        return { event: { operation: "Parvis.ChatCreated", subjectId: id, detail }, result: id };
      });
    },

    /** Somebody's chats with everybody in them, in two queries. One more than the limit tells that there is another page. */
    async list(identity: Identity, page: Parameters<typeof store.listChatsOf>[3]): Promise<ChatWithMembers[]> {
      const { tenantId, personId } = identity;
      return await withMembers(tenantId, await store.listChatsOf(database.sql, tenantId, personId, page));
    },

    /** @throws ParvisError person/not-found, request/invalid when it would become too large */
    async addMembers(origin: Origin, chatId: string, people: readonly string[]): Promise<number> {
      const { tenantId } = origin;
      return await command(database, origin, async (tx) => {
        if (!(await store.lockChat(tx, tenantId, chatId))) throw new ParvisError("chat/not-found");
        const ids = await findPeopleNamed(tx, tenantId, people);
        const added = await store.insertChatMembers(tx, tenantId, chatId, ids);
        await assertSize(tx, tenantId, chatId);
        return {
          event: { operation: "Parvis.ChatMembersAdded", subjectId: chatId, detail: { added } },
          result: added,
        };
      });
    },

    /** @throws ParvisError person/not-found */
    async removeMember(origin: Origin, chatId: string, personId: string): Promise<void> {
      await command(database, origin, async (tx) => {
        if (!(await store.deleteChatMember(tx, origin.tenantId, chatId, personId)))
          throw new ParvisError("person/not-found");
        return {
          event: { operation: "Parvis.ChatMemberRemoved", subjectId: personId, detail: { chatId } },
          result: undefined,
        };
      });
    },

    /** What chats are called; unknown ids are left out. */
    async topics(tenantId: string, ids: readonly string[]): Promise<Map<string, string>> {
      return await store.findTopics(database.sql, tenantId, ids);
    },
  };
}
