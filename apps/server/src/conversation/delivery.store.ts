import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import { firstIdAt } from "../platform/identifiers.ts";

export type Verdict = "accepted" | "throttled" | "refused";

/** One post to a webhook, as the log keeps it. */
export interface Delivery {
  readonly id: string;
  readonly configurationId: string;
  readonly channelId: string | null;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly mode: "compatible" | "strict";
  readonly contentType: string | null;
  readonly userAgent: string | null;
  readonly size: number;
  readonly againOf: string | null;
  readonly sentBy: string | null;
  /** Of the message, when it was accepted. */
  readonly summary: string | null;
}

export interface DeliveryFilter {
  readonly verdict?: Verdict | undefined;
  readonly since: Date;
  readonly until?: Date | undefined;
  readonly before: string | undefined;
  readonly limit: number;
}

const columns = text`d.delivery_id as id, d.configuration_id as "configurationId", d.channel_id as "channelId", d.verdict,
  d.reason, d.mode, d.content_type as "contentType", d.user_agent as "userAgent", d.size, d.again_of as "againOf",
  d.sent_by as "sentBy"`;

/** Deliveries of a webhook, newest first; one more than the limit tells that there are older ones. */
export async function listDeliveries(
  sql: Sql,
  tenantId: string,
  configurationId: string,
  filter: DeliveryFilter,
): Promise<Delivery[]> {
  const { verdict, since, until, before, limit } = filter;
  const only =
    verdict === undefined
      ? text``
      : // Said twice for the index of what was not accepted, which is read where that is rare.
        text`and d.verdict = ${verdict} ${verdict === "accepted" ? text`` : text`and d.verdict <> 'accepted'`}`;
  const end = until === undefined ? text`` : text`and d.delivery_id < ${firstIdAt(until)}::uuid`;
  const older = before === undefined ? text`` : text`and d.delivery_id < ${before}::uuid`;
  const { rows } = await text<Delivery>`
    select page.*, m.summary from (
      select ${columns} from delivery d
      where d.tenant_id = ${tenantId} and d.configuration_id = ${configurationId} and d.delivery_id >= ${firstIdAt(since)}::uuid
        ${only} ${end} ${older}
      order by d.delivery_id desc limit ${limit + 1}
    ) page
    left join message m on m.tenant_id = ${tenantId} and m.channel_id = page."channelId" and m.message_id = page.id
    order by page.id desc`.execute(sql);
  return rows;
}

/** One delivery with what was sent. */
export interface DeliveryWithBody extends Delivery {
  /** As sent, when it is not to the letter what the message has. */
  readonly sent: string | null;
  /** The message's, as `readStoredPayload` reads it. */
  readonly stored: string | null;
  /** A button replaced a card of the message since: what is stored is not what was posted. */
  readonly replaced: boolean;
}

export async function findDelivery(
  sql: Sql,
  tenantId: string,
  configurationId: string,
  id: string,
  since: Date,
): Promise<DeliveryWithBody | undefined> {
  const { rows } = await text<DeliveryWithBody>`
    select ${columns}, d.body as sent, m.summary, m.body as stored, coalesce(m.card_revision, 0) > 0 as replaced from delivery d
    left join message m on m.tenant_id = d.tenant_id and m.channel_id = d.channel_id and m.message_id = d.delivery_id and m.message_id = ${id}
    where d.tenant_id = ${tenantId} and d.configuration_id = ${configurationId} and d.delivery_id = ${id}
      and d.delivery_id >= ${firstIdAt(since)}::uuid`.execute(sql);
  return rows[0];
}

/** Keeps what was posted in the log, before the message that has it is changed. */
export async function keepAsSent(
  tx: Sql,
  tenantId: string,
  { configurationId, id, body }: { configurationId: string; id: string; body: string },
): Promise<void> {
  await text`
    update delivery set body = ${body}
    where tenant_id = ${tenantId} and configuration_id = ${configurationId} and delivery_id = ${id} and body is null`.execute(
    tx,
  );
}

/** Of some webhooks, those that turned something away since a moment. */
export async function findTurningAway(
  sql: Sql,
  tenantId: string,
  configurationIds: readonly string[],
  since: Date,
): Promise<string[]> {
  const { rows } = await text<{ id: string }>`
    select c.id from unnest(${[...configurationIds]}::uuid[]) as c(id)
    where exists (select 1 from delivery d where d.tenant_id = ${tenantId} and d.configuration_id = c.id
      and d.verdict <> 'accepted' and d.delivery_id >= ${firstIdAt(since)}::uuid)`.execute(sql);
  return rows.map((row) => row.id);
}
