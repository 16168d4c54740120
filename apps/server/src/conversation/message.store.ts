import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly configurationId: string;
  readonly authorName: string;
  readonly authorIcon: Buffer | null;
  readonly summary: string;
  /** As `readStoredPayload` of @parvis/cards reads it. */
  readonly body: string;
}

/** A message on its way, with what its event says. */
export interface NewMessage extends Message {
  readonly teamId: string;
  readonly appId: string | null;
}

export const messagePosted = "Parvis.MessagePosted";

const columns = text`message_id as id, channel_id as "channelId", configuration_id as "configurationId",
  author_name as "authorName", author_icon as "authorIcon", summary, body from message`;

/** Messages of a channel before one of them, newest first; one more than the limit tells that there are older ones. */
export async function listMessages(
  sql: Sql,
  tenantId: string,
  channelId: string,
  page: { limit: number; before: string | undefined },
): Promise<Message[]> {
  const older = page.before === undefined ? text`` : text`and message_id < ${page.before}::uuid`;
  const { rows } = await text<Message>`
    select ${columns} where tenant_id = ${tenantId} and channel_id = ${channelId} ${older}
    order by message_id desc limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** Messages by id, over channels: those that events of the live stream name. */
export async function findMessages(
  sql: Sql,
  tenantId: string,
  keys: readonly { channelId: string; id: string }[],
): Promise<Message[]> {
  if (keys.length === 0) return [];
  const channels = keys.map((key) => key.channelId);
  const ids = keys.map((key) => key.id);
  // The bounds let the planner leave out partitions.
  const sorted = ids.toSorted();
  const { rows } = await text<Message>`
    select ${columns} where tenant_id = ${tenantId} and message_id between ${sorted[0]}::uuid and ${sorted.at(-1)}::uuid
      and (channel_id, message_id) in (select * from unnest(${channels}::uuid[], ${ids}::uuid[]))`.execute(sql);
  return rows;
}
