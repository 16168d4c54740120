import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

/** Whom of a group's members a card reached, and who refused it; kept so that a second attempt leaves them out. */
export interface Recipients {
  readonly done: readonly string[];
  readonly refused: Readonly<Record<string, string>>;
}

/** A card that waits for a target. */
export interface PendingCard {
  readonly id: string;
  readonly authorName: string;
  readonly summary: string;
  readonly body: string;
  readonly queuedAt: Date;
  readonly recipients: Recipients | null;
}

/** What a target's cards wait for, in the order they were accepted. */
export async function nextPending(sql: Sql, tenantId: string, targetId: string, limit: number): Promise<PendingCard[]> {
  const { rows } = await text<PendingCard>`
    select c.card_id as id, c.author_name as "authorName", c.summary, c.body, d.queued_at as "queuedAt", d.recipients
    from (
      select tenant_id, card_id, queued_at, recipients from target_delivery
      where tenant_id = ${tenantId} and target_id = ${targetId} and state = 'pending' order by card_id limit ${limit}
    ) d
    join target_card c on c.tenant_id = d.tenant_id and c.card_id = d.card_id order by c.card_id`.execute(sql);
  return rows;
}

/** How one attempt ended. */
export interface Attempt {
  readonly status: number | null;
  readonly answer: string;
  readonly recipients?: Recipients;
}

function attemptColumns({ status, answer, recipients }: Attempt, now: Date) {
  return text`attempts = attempts + 1, last_attempt_at = ${now}, status = ${status}, answer = ${answer},
    recipients = coalesce(${recipients === undefined ? null : JSON.stringify(recipients)}::jsonb, recipients)`;
}

/** The target took a card: whatever was wrong before is over. */
export async function markDelivered(
  sql: Sql,
  tenantId: string,
  targetId: string,
  cardId: string,
  attempt: Attempt,
  now: Date,
): Promise<void> {
  await text`
    with settled as (
      update target_delivery set state = 'delivered', ${attemptColumns(attempt, now)}
      where tenant_id = ${tenantId} and target_id = ${targetId} and card_id = ${cardId}
    )
    update connector_target set failures = 0, refused_in_a_row = 0, failing_since = null, next_attempt_at = null,
      last_attempt_at = ${now}, last_delivered_at = ${now}, last_answer = ${attempt.answer}
    where tenant_id = ${tenantId} and target_id = ${targetId}`.execute(sql);
}

/** The target will not take this card. @returns how many it refused in a row. */
export async function markRefused(
  sql: Sql,
  tenantId: string,
  targetId: string,
  cardId: string,
  attempt: Attempt,
  now: Date,
  blameless: boolean,
): Promise<number> {
  const { rows } = await text<{ refused: number }>`
    with settled as (
      update target_delivery set state = 'dead', ${attemptColumns(attempt, now)}
      where tenant_id = ${tenantId} and target_id = ${targetId} and card_id = ${cardId}
    )
    update connector_target set refused_in_a_row = refused_in_a_row + ${blameless ? 0 : 1}, last_attempt_at = ${now},
      last_answer = ${attempt.answer}
    where tenant_id = ${tenantId} and target_id = ${targetId} returning refused_in_a_row as refused`.execute(sql);
  return rows[0]?.refused ?? 0;
}

/**
 * The target could not take anything now. Cards that have waited too long become dead letters with its answer.
 * @returns since when it fails.
 */
export async function markFailed(
  sql: Sql,
  tenantId: string,
  targetId: string,
  cardId: string,
  attempt: Attempt,
  { now, nextAttemptAt, queuedBefore }: { now: Date; nextAttemptAt: Date; queuedBefore: Date },
): Promise<Date> {
  const { rows } = await text<{ since: Date }>`
    with settled as (
      update target_delivery set state = case when queued_at <= ${queuedBefore} then 'dead' else 'pending' end,
        ${attemptColumns(attempt, now)}
      where tenant_id = ${tenantId} and target_id = ${targetId} and card_id = ${cardId}
    ), given_up as (
      update target_delivery set state = 'dead', answer = ${attempt.answer}, status = ${attempt.status}
      where tenant_id = ${tenantId} and target_id = ${targetId} and state = 'pending' and queued_at <= ${queuedBefore}
        and card_id <> ${cardId}
    )
    update connector_target set failures = failures + 1, failing_since = coalesce(failing_since, ${now}),
      next_attempt_at = ${nextAttemptAt}, last_attempt_at = ${now}, last_answer = ${attempt.answer}
    where tenant_id = ${tenantId} and target_id = ${targetId} returning failing_since as since`.execute(sql);
  return rows[0]?.since ?? now;
}

/** Over all tenants: targets that are not resting and have cards waiting. */
export async function targetsWithWork(sql: Sql, now: Date): Promise<{ tenantId: string; targetId: string }[]> {
  const { rows } = await text<{ tenantId: string; targetId: string }>`
    select t.tenant_id as "tenantId", t.target_id as "targetId" from connector_target t
    where t.state = 'active' and (t.next_attempt_at is null or t.next_attempt_at <= ${now})
      and exists (select 1 from target_delivery d
        where d.tenant_id = t.tenant_id and d.target_id = t.target_id and d.state = 'pending')`.execute(sql);
  return rows;
}

/** What mails and events say about where a card comes from; also of a configuration that was removed since. */
export interface CardOrigin {
  readonly configurationId: string;
  readonly teamId: string | null;
  readonly channelId: string | null;
  readonly authorName: string;
}

export async function findOrigin(sql: Sql, tenantId: string, configurationId: string): Promise<CardOrigin | undefined> {
  const { rows } = await text<CardOrigin>`
    select configuration_id as "configurationId", team_id as "teamId", channel_id as "channelId", author_name as "authorName"
    from connector_configuration where tenant_id = ${tenantId} and configuration_id = ${configurationId}`.execute(sql);
  return rows[0];
}

/** Addresses that asked for no more mail of a configuration. */
export async function listSuppressed(sql: Sql, tenantId: string, configurationId: string): Promise<Set<string>> {
  const { rows } = await text<{ address: string }>`
    select address from mail_suppression
    where tenant_id = ${tenantId} and configuration_id = ${configurationId}`.execute(sql);
  return new Set(rows.map((row) => row.address));
}

/** @returns false when the address was suppressed already. */
export async function suppress(sql: Sql, tenantId: string, configurationId: string, address: string): Promise<boolean> {
  const { rows } = await text`
    insert into mail_suppression (tenant_id, configuration_id, address)
    values (${tenantId}, ${configurationId}, ${address}) on conflict do nothing returning 1`.execute(sql);
  return rows.length === 1;
}

/** @returns false when the address was not suppressed. */
export async function unsuppress(
  sql: Sql,
  tenantId: string,
  configurationId: string,
  address: string,
): Promise<boolean> {
  const { rows } = await text`
    delete from mail_suppression
    where tenant_id = ${tenantId} and configuration_id = ${configurationId} and address = ${address} returning 1`.execute(
    sql,
  );
  return rows.length === 1;
}
