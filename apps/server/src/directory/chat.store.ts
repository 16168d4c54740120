import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

export interface Chat {
  readonly id: string;
  readonly topic: string;
  readonly createdAt: Date;
}

export interface ChatMember {
  readonly chatId: string;
  readonly personId: string;
  readonly upn: string;
  readonly displayName: string;
}

const columns = text`c.chat_id as id, c.topic, c.created_at as "createdAt" from chat c`;

export async function insertChat(
  sql: Sql,
  tenantId: string,
  chat: { id: string; topic: string; createdBy: string | null },
): Promise<void> {
  await text`insert into chat (tenant_id, chat_id, topic, created_by)
    values (${tenantId}, ${chat.id}, ${chat.topic}, ${chat.createdBy})`.execute(sql);
}

export async function findChat(sql: Sql, tenantId: string, id: string): Promise<Chat | undefined> {
  const { rows } = await text<Chat>`select ${columns} where c.tenant_id = ${tenantId} and c.chat_id = ${id}`.execute(
    sql,
  );
  return rows[0];
}

/** Nobody changes who is in it until the transaction ends. */
export async function lockChat(sql: Sql, tenantId: string, id: string): Promise<boolean> {
  const { rows } = await text`select 1 from chat where tenant_id = ${tenantId} and chat_id = ${id} for update`.execute(
    sql,
  );
  return rows.length === 1;
}

/** Somebody's chats, newest first; one row more than the limit tells that there is another page. */
export async function listChatsOf(
  sql: Sql,
  tenantId: string,
  personId: string,
  page: { limit: number; after: readonly string[] | undefined },
): Promise<Chat[]> {
  const beyond = page.after === undefined ? text`` : text`and m.chat_id < ${page.after[0]}::uuid`;
  const { rows } = await text<Chat>`select ${columns}
    join chat_member m on m.tenant_id = c.tenant_id and m.chat_id = c.chat_id
    where m.tenant_id = ${tenantId} and m.person_id = ${personId} ${beyond}
    order by m.chat_id desc limit ${page.limit + 1}`.execute(sql);
  return rows;
}

export async function isInChat(sql: Sql, tenantId: string, chatId: string, personId: string): Promise<boolean> {
  const { rows } = await text`select 1 from chat_member
    where tenant_id = ${tenantId} and chat_id = ${chatId} and person_id = ${personId}`.execute(sql);
  return rows.length === 1;
}

/** Everybody in these chats, by name: a chat has a few hundred people at most. */
export async function listChatMembers(sql: Sql, tenantId: string, chatIds: readonly string[]): Promise<ChatMember[]> {
  if (chatIds.length === 0) return [];
  const { rows } = await text<ChatMember>`
    select m.chat_id as "chatId", p.person_id as "personId", p.upn, p.display_name as "displayName"
    from chat_member m join person p on p.tenant_id = m.tenant_id and p.person_id = m.person_id
    where m.tenant_id = ${tenantId} and m.chat_id = any(${[...chatIds]}::uuid[])
    order by lower(p.display_name), p.person_id`.execute(sql);
  return rows;
}

/** What chats are called, by id; unknown ones are left out. */
export async function findTopics(sql: Sql, tenantId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await text<{ id: string; topic: string }>`select chat_id as id, topic from chat
    where tenant_id = ${tenantId} and chat_id = any(${[...ids]}::uuid[])`.execute(sql);
  return new Map(rows.map(({ id, topic }) => [id, topic]));
}

/** @returns how many came; who was there already stays. */
export async function insertChatMembers(
  sql: Sql,
  tenantId: string,
  chatId: string,
  personIds: readonly string[],
): Promise<number> {
  const inserted = await text`insert into chat_member (tenant_id, chat_id, person_id)
    select ${tenantId}::uuid, ${chatId}::uuid, unnest(${[...personIds]}::uuid[]) on conflict do nothing`.execute(sql);
  return Number(inserted.numAffectedRows);
}

export async function countChatMembers(sql: Sql, tenantId: string, chatId: string): Promise<number> {
  const { rows } = await text<{ count: number }>`select count(*)::int as count from chat_member
    where tenant_id = ${tenantId} and chat_id = ${chatId}`.execute(sql);
  return rows[0]?.count ?? 0;
}

export async function deleteChatMember(sql: Sql, tenantId: string, chatId: string, personId: string): Promise<boolean> {
  const deleted = await text`delete from chat_member
    where tenant_id = ${tenantId} and chat_id = ${chatId} and person_id = ${personId}`.execute(sql);
  return deleted.numAffectedRows === 1n;
}
