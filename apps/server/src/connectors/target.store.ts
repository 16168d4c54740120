import { sql as text } from "kysely";
import type { ClientBase } from "pg";
import { binaryArray } from "../platform/database/binary-array.ts";
import type { Sql } from "../platform/database/database.ts";
import type { DeliveryState, RelayFormat, StopReason, TargetKind, TargetState } from "./target.rules.ts";

/** Where a configuration's cards go besides its channel. */
export interface Target {
  readonly id: string;
  readonly configurationId: string;
  readonly kind: TargetKind;
  readonly address: string | null;
  readonly format: RelayFormat | null;
  readonly secret: Buffer | null;
  readonly previousSecret: Buffer | null;
  readonly previousSecretUntil: Date | null;
  readonly unsubscribeKey: Buffer;
  readonly state: TargetState;
  readonly stopReason: StopReason | null;
  /** Of what Parvis adds to mails. */
  readonly language: "en" | "fr";
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly nextAttemptAt: Date | null;
  readonly lastAttemptAt: Date | null;
  readonly lastDeliveredAt: Date | null;
  readonly lastAnswer: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

export interface TargetCounts {
  readonly pending: number;
  readonly dead: number;
}

const columns = text`t.target_id as id, t.configuration_id as "configurationId", t.kind, t.address, t.format, t.secret,
  t.previous_secret as "previousSecret", t.previous_secret_until as "previousSecretUntil",
  t.unsubscribe_key as "unsubscribeKey", t.state, t.stop_reason as "stopReason", t.language, t.failures,
  t.failing_since as "failingSince", t.next_attempt_at as "nextAttemptAt", t.last_attempt_at as "lastAttemptAt",
  t.last_delivered_at as "lastDeliveredAt", t.last_answer as "lastAnswer", t.created_by as "createdBy",
  t.created_at as "createdAt"`;

/** Counts stop here: more is told as "more". */
export const mostCounted = 1_000;

function countOf(state: DeliveryState) {
  return text`(select count(*) from (select 1 from target_delivery d where d.tenant_id = t.tenant_id
    and d.target_id = t.target_id and d.state = ${text.lit(state)} limit ${text.lit(mostCounted)}) counted)`;
}

/** A configuration's targets, oldest first, with what waits and what was given up. */
export async function listTargets(
  sql: Sql,
  tenantId: string,
  configurationId: string,
): Promise<(Target & TargetCounts)[]> {
  const { rows } = await text<Target & TargetCounts>`
    select ${columns}, ${countOf("pending")} as pending, ${countOf("dead")} as dead from connector_target t
    where t.tenant_id = ${tenantId} and t.configuration_id = ${configurationId} order by t.target_id`.execute(sql);
  return rows;
}

export async function findTarget(sql: Sql, tenantId: string, id: string): Promise<(Target & TargetCounts) | undefined> {
  const { rows } = await text<Target & TargetCounts>`
    select ${columns}, ${countOf("pending")} as pending, ${countOf("dead")} as dead from connector_target t
    where t.tenant_id = ${tenantId} and t.target_id = ${id}`.execute(sql);
  return rows[0];
}

export async function insertTarget(
  sql: Sql,
  tenantId: string,
  target: Pick<
    Target,
    "id" | "configurationId" | "kind" | "address" | "format" | "secret" | "unsubscribeKey" | "language" | "createdBy"
  >,
): Promise<void> {
  const { id, configurationId, kind, address, format, secret, unsubscribeKey, language, createdBy } = target;
  await text`
    insert into connector_target (tenant_id, target_id, configuration_id, kind, address, format, secret, unsubscribe_key, language, created_by)
    values (${tenantId}, ${id}, ${configurationId}, ${kind}, ${address}, ${format}, ${secret}, ${unsubscribeKey}, ${language}, ${createdBy})`.execute(
    sql,
  );
}

/** Another address or format: what the old one failed at says nothing of the new one. */
export async function updateAddress(
  sql: Sql,
  tenantId: string,
  id: string,
  change: Pick<Target, "address" | "format" | "secret">,
): Promise<void> {
  await text`
    update connector_target set address = ${change.address}, format = ${change.format}, secret = ${change.secret},
      failures = 0, refused_in_a_row = 0, failing_since = null, next_attempt_at = null, changed_at = now()
    where tenant_id = ${tenantId} and target_id = ${id}`.execute(sql);
}

/** Gives a target a new secret; the one before signs along until the time is up. */
export async function rotateSecret(
  sql: Sql,
  tenantId: string,
  id: string,
  secret: Buffer,
  previousUntil: Date,
): Promise<void> {
  await text`
    update connector_target set previous_secret = secret, secret = ${secret},
      previous_secret_until = ${previousUntil}, changed_at = now()
    where tenant_id = ${tenantId} and target_id = ${id}`.execute(sql);
}

/** Stops a target; what waited for it becomes dead letters, which can be sent again. @returns false when it was stopped. */
export async function stopTarget(sql: Sql, tenantId: string, id: string, reason: StopReason): Promise<boolean> {
  const { rows } = await text`
    with stopped as (
      update connector_target set state = 'stopped', stop_reason = ${reason}, changed_at = now()
      where tenant_id = ${tenantId} and target_id = ${id} and state = 'active' returning target_id
    ), buried as (
      update target_delivery set state = 'dead', answer = coalesce(answer, 'The target was stopped.')
      where tenant_id = ${tenantId} and state = 'pending' and target_id in (select target_id from stopped)
    )
    select 1 from stopped`.execute(sql);
  return rows.length === 1;
}

export async function startTarget(sql: Sql, tenantId: string, id: string): Promise<void> {
  await text`
    update connector_target set state = 'active', stop_reason = null, failures = 0, refused_in_a_row = 0,
      failing_since = null, next_attempt_at = null, changed_at = now()
    where tenant_id = ${tenantId} and target_id = ${id}`.execute(sql);
}

export async function deleteTarget(sql: Sql, tenantId: string, id: string): Promise<void> {
  await text`delete from connector_target where tenant_id = ${tenantId} and target_id = ${id}`.execute(sql);
}

/** A card on its way to a target. */
export interface TargetDelivery {
  readonly cardId: string;
  readonly summary: string;
  readonly state: DeliveryState;
  readonly queuedAt: Date;
  readonly attempts: number;
  readonly lastAttemptAt: Date | null;
  readonly status: number | null;
  readonly answer: string | null;
}

/** Newest first; one more than the limit tells that there are older ones. */
export async function listDeliveries(
  sql: Sql,
  tenantId: string,
  targetId: string,
  page: { limit: number; before: string | undefined; state: DeliveryState | undefined },
): Promise<TargetDelivery[]> {
  const older = page.before === undefined ? text`` : text`and d.card_id < ${page.before}::uuid`;
  const inState = page.state === undefined ? text`` : text`and d.state = ${text.lit(page.state)}`;
  const { rows } = await text<TargetDelivery>`
    select d.card_id as "cardId", c.summary, d.state, d.queued_at as "queuedAt", d.attempts,
      d.last_attempt_at as "lastAttemptAt", d.status, d.answer
    from target_delivery d join target_card c on c.tenant_id = d.tenant_id and c.card_id = d.card_id
    where d.tenant_id = ${tenantId} and d.target_id = ${targetId} ${older} ${inState}
    order by d.card_id desc limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** Lets deliveries wait again: one, or all that were given up. They keep their place, which is before newer ones. @returns how many. */
export async function queueAgain(
  sql: Sql,
  tenantId: string,
  targetId: string,
  cardId: string | undefined,
  now: Date,
): Promise<number> {
  const which = cardId === undefined ? text`state = 'dead'` : text`card_id = ${cardId}`;
  const { rows } = await text<{ count: number }>`
    with again as (
      update target_delivery set state = 'pending', queued_at = ${now}, attempts = 0, recipients = null
      where tenant_id = ${tenantId} and target_id = ${targetId} and ${which} and state <> 'pending' returning 1
    ), ready as (
      update connector_target set next_attempt_at = null
      where tenant_id = ${tenantId} and target_id = ${targetId} and exists (select 1 from again)
    )
    select count(*) as count from again`.execute(sql);
  return rows[0]?.count ?? 0;
}

export async function hasDelivery(sql: Sql, tenantId: string, targetId: string, cardId: string): Promise<boolean> {
  const { rows } = await text`
    select 1 from target_delivery where tenant_id = ${tenantId} and target_id = ${targetId} and card_id = ${cardId}`.execute(
    sql,
  );
  return rows.length === 1;
}

/** A card that was accepted, for the targets of its configuration. */
export interface TargetCard {
  readonly id: string;
  readonly configurationId: string;
  readonly authorName: string;
  readonly summary: string;
  /** As `readStoredPayload` of @parvis/cards reads it. */
  readonly body: string;
}

const insertCards = {
  name: "insert-target-cards",
  text: `
    with input as (
      select * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[])
        as i(card_id, configuration_id, author_name, summary, body)
    ), aimed as (
      select i.card_id, t.target_id, t.state from input i
      join connector_target t on t.tenant_id = $1::uuid and t.configuration_id = i.configuration_id
    ), kept as (
      insert into target_card (tenant_id, card_id, configuration_id, author_name, summary, body)
      select $1::uuid, card_id, configuration_id, author_name, summary, body from input
      where card_id in (select card_id from aimed)
    ), queued as (
      insert into target_delivery (tenant_id, target_id, card_id, queued_at, state, answer)
      select $1::uuid, target_id, card_id, $7::timestamptz, case state when 'active' then 'pending' else 'dead' end,
        case state when 'active' then null else 'The target was stopped.' end
      from aimed
    )
    select distinct target_id as id from aimed where state = 'active'`,
} as const;

/**
 * Keeps cards for the targets of their configurations, inside the transaction that accepts them. For a target that is
 * stopped a card is a dead letter from the start: it can be sent when the target works again.
 * @returns the targets that have something to do.
 */
export async function queueCards(
  transaction: Pick<ClientBase, "query">,
  tenantId: string,
  cards: readonly TargetCard[],
  now: Date,
): Promise<string[]> {
  const column = (type: Parameters<typeof binaryArray>[0], value: (card: TargetCard) => string) =>
    binaryArray(type, cards.map(value));
  const { rows } = await transaction.query<{ id: string }>({
    ...insertCards,
    values: [
      tenantId,
      column("uuid", (card) => card.id),
      column("uuid", (card) => card.configurationId),
      column("text", (card) => card.authorName),
      column("text", (card) => card.summary),
      column("text", (card) => card.body),
      now,
    ],
  });
  return rows.map((row) => row.id);
}

/** Holds a configuration until the transaction ends, so that two people who add targets are counted one after the other. */
export async function lockConfiguration(sql: Sql, tenantId: string, configurationId: string): Promise<void> {
  await text`
    select 1 from connector_configuration
    where tenant_id = ${tenantId} and configuration_id = ${configurationId} for update`.execute(sql);
}

/** Of some configurations, those with a target that failed last or was stopped by its failures. */
export async function findTroubled(
  sql: Sql,
  tenantId: string,
  configurationIds: readonly string[],
): Promise<{ configurationId: string; failing: boolean; stopped: boolean }[]> {
  const { rows } = await text<{ configurationId: string; failing: boolean; stopped: boolean }>`
    select t.configuration_id as "configurationId",
      bool_or(t.state = 'active' and t.failing_since is not null) as failing,
      bool_or(t.state = 'stopped' and t.stop_reason in ('failing', 'refusing', 'gone')) as stopped
    from connector_target t
    where t.tenant_id = ${tenantId} and t.configuration_id = any(${[...configurationIds]}::uuid[])
    group by t.configuration_id`.execute(sql);
  return rows;
}
