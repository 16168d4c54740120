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

/** What stands below a card since somebody pressed one of its buttons. */
export interface CardStatus {
  /** Number of the card in its message. */
  readonly card: number;
  /** The button's words. */
  readonly action: string;
  /** What the other side answered (`CARD-ACTION-STATUS`); null when it said nothing. */
  readonly text: string | null;
  readonly actor: { readonly id: string; readonly name: string };
  readonly at: string;
}

/** A message as it stands now. */
export interface KeptMessage extends Message {
  /** Counts what changed since it was posted. */
  readonly revision: number;
  /** The revision that last replaced a card: what was read before that does not name the buttons of now. */
  readonly cardRevision: number;
  /** At most one a card. */
  readonly statuses: readonly CardStatus[] | null;
}

/** A message on its way, with what its event says. */
export interface NewMessage extends Message {
  readonly teamId: string;
  readonly appId: string | null;
}

export const messagePosted = "Parvis.MessagePosted";
/** A card of a webhook without a channel: on its way to mailboxes and relays, shown nowhere. */
export const cardSent = "Parvis.CardSent";
/** A person pressed a button of a card (contracts.md C.1). */
export const cardPressed = "PerformedCardAction";

const columns = text`message_id as id, channel_id as "channelId", configuration_id as "configurationId",
  author_name as "authorName", author_icon as "authorIcon", summary, body, revision, card_revision as "cardRevision", statuses from message`;

/** Messages of a channel before one of them, newest first; one more than the limit tells that there are older ones. */
export async function listMessages(
  sql: Sql,
  tenantId: string,
  channelId: string,
  page: { limit: number; before: string | undefined },
): Promise<KeptMessage[]> {
  const older = page.before === undefined ? text`` : text`and message_id < ${page.before}::uuid`;
  const { rows } = await text<KeptMessage>`
    select ${columns} where tenant_id = ${tenantId} and channel_id = ${channelId} ${older}
    order by message_id desc limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** Messages by id, over channels: those that events of the live stream name. */
export async function findMessages(
  sql: Sql,
  tenantId: string,
  keys: readonly { channelId: string; id: string }[],
): Promise<KeptMessage[]> {
  if (keys.length === 0) return [];
  const channels = keys.map((key) => key.channelId);
  const ids = keys.map((key) => key.id);
  // The bounds let the planner leave out partitions.
  const sorted = ids.toSorted();
  const { rows } = await text<KeptMessage>`
    select ${columns} where tenant_id = ${tenantId} and message_id between ${sorted[0]}::uuid and ${sorted.at(-1)}::uuid
      and (channel_id, message_id) in (select * from unnest(${channels}::uuid[], ${ids}::uuid[]))`.execute(sql);
  return rows;
}

/** A message to be changed: nobody else changes it before the transaction ends. */
export async function lockMessage(
  tx: Sql,
  tenantId: string,
  channelId: string,
  id: string,
): Promise<KeptMessage | undefined> {
  const { rows } = await text<KeptMessage>`
    select ${columns} where tenant_id = ${tenantId} and channel_id = ${channelId} and message_id = ${id} for update`.execute(
    tx,
  );
  return rows[0];
}

/** Writes what changed of a message that `lockMessage` holds. */
export async function reviseMessage(
  tx: Sql,
  tenantId: string,
  { channelId, id, summary, body, revision, cardRevision, statuses }: KeptMessage,
): Promise<void> {
  await text`
    update message set summary = ${summary}, body = ${body}, revision = ${revision}, card_revision = ${cardRevision},
      statuses = ${statuses === null ? null : JSON.stringify(statuses)}::jsonb
    where tenant_id = ${tenantId} and channel_id = ${channelId} and message_id = ${id}`.execute(tx);
}
