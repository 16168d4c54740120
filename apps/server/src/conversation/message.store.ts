import { sql as text } from "kysely";
import type { Pool } from "pg";
import { binaryArray } from "../platform/database/binary-array.ts";
import type { Sql } from "../platform/database/database.ts";
import { announcementChannel } from "../platform/events/event-log.ts";

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

/**
 * Writes many messages of one tenant, an event for each, and one announcement, in one statement and so in one commit.
 * Named, so that every connection plans it once; arrays, so that its text does not depend on the number. The tenant's place in
 * line is taken after the messages are written (that is what the count is for), because it is held until the commit.
 */
const insertMany = {
  name: "insert-messages",
  text: `
    with input as (
      select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::bytea[], $9::text[], $10::text[])
        with ordinality as i(message_id, channel_id, configuration_id, team_id, app_id, author_name, author_icon, summary, body, place)
    ), written as (
      insert into message (tenant_id, channel_id, message_id, configuration_id, author_name, author_icon, summary, body)
      select $1::uuid, channel_id, message_id, configuration_id, author_name, author_icon, summary, body from input
      returning 1
    ), line as (
      update event_stream set position = position + $11::int
      where tenant_id = $1::uuid and (select count(*) from written) = $11::int
      returning position - $11::int as base
    ), logged as (
      insert into event (tenant_id, position, operation, actor_kind, actor_id, team_id, channel_id, app_id, subject_id)
      select $1::uuid, line.base + input.place, '${messagePosted}', 'connector', configuration_id, team_id, channel_id, app_id, message_id
      from input, line
    )
    select pg_notify('${announcementChannel}', $1::text || ' ${messagePosted}') from line`,
} as const;

/** @throws whatever the database says; then none of the messages was written, as far as anybody was told. */
export async function insertMessages(pool: Pool, tenantId: string, messages: readonly NewMessage[]): Promise<void> {
  const column = (
    type: Parameters<typeof binaryArray>[0],
    value: (message: NewMessage) => string | Uint8Array | null,
  ) => binaryArray(type, messages.map(value));
  await pool.query({
    ...insertMany,
    values: [
      tenantId,
      column("uuid", (message) => message.id),
      column("uuid", (message) => message.channelId),
      column("uuid", (message) => message.configurationId),
      column("uuid", (message) => message.teamId),
      column("uuid", (message) => message.appId),
      column("text", (message) => message.authorName),
      column("bytea", (message) => message.authorIcon),
      column("text", (message) => message.summary),
      column("text", (message) => message.body),
      messages.length,
    ],
  });
}

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
