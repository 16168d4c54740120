import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import type { KeptPress, PressFailure } from "./card-press.rules.ts";

/** Presses of one person are taken one after another, on whatever node they arrive. */
export async function queueUp(tx: Sql, tenantId: string, personId: string): Promise<void> {
  await text`select pg_advisory_xact_lock(hashtextextended(${`press ${tenantId} ${personId}`}, 0))`.execute(tx);
}

const columns = text`press_id as "pressId", sameness, revision, state, failure, started_at as "startedAt" from card_press`;

/** The presses of a person that may be the same as another one, newest first. */
export async function findAlike(
  sql: Sql,
  tenantId: string,
  personId: string,
  alike: { pressId: string; sameness: Buffer },
): Promise<KeptPress[]> {
  const { rows } = await text<KeptPress>`
    (select ${columns} where tenant_id = ${tenantId} and person_id = ${personId} and press_id = ${alike.pressId})
    union all
    (select ${columns} where tenant_id = ${tenantId} and person_id = ${personId} and sameness = ${alike.sameness}
      and press_id <> ${alike.pressId} order by started_at desc limit 5)`.execute(sql);
  return rows;
}

export async function findPress(
  sql: Sql,
  tenantId: string,
  personId: string,
  pressId: string,
): Promise<KeptPress | undefined> {
  const { rows } = await text<KeptPress>`
    select ${columns} where tenant_id = ${tenantId} and person_id = ${personId} and press_id = ${pressId}`.execute(sql);
  return rows[0];
}

export async function countSince(sql: Sql, tenantId: string, personId: string, since: Date): Promise<number> {
  const { rows } = await text<{ count: number }>`
    select count(*)::int as count from card_press
    where tenant_id = ${tenantId} and person_id = ${personId} and started_at > ${since}`.execute(sql);
  return rows[0]?.count ?? 0;
}

export async function insertPress(
  tx: Sql,
  tenantId: string,
  personId: string,
  press: Pick<KeptPress, "pressId" | "sameness" | "revision" | "startedAt"> & { channelId: string; messageId: string },
): Promise<void> {
  await text`
    insert into card_press (tenant_id, person_id, press_id, channel_id, message_id, sameness, revision, state, started_at)
    values (${tenantId}, ${personId}, ${press.pressId}, ${press.channelId}, ${press.messageId}, ${press.sameness},
      ${press.revision}, 'running', ${press.startedAt})`.execute(tx);
}

/** Ends a press, once. @returns whether it was running. */
export async function finishPress(
  tx: Sql,
  tenantId: string,
  personId: string,
  pressId: string,
  failure: PressFailure | undefined,
): Promise<boolean> {
  const { rows } = await text`
    update card_press set state = ${failure === undefined ? "done" : "failed"}, finished_at = now(),
      failure = ${failure === undefined ? null : JSON.stringify(failure)}::jsonb
    where tenant_id = ${tenantId} and person_id = ${personId} and press_id = ${pressId} and state = 'running'
    returning 1`.execute(tx);
  return rows.length > 0;
}

/** Housekeeping over all tenants. */
export async function deleteOldPresses(sql: Sql, olderThanHours: number): Promise<void> {
  await text`delete from card_press where started_at < now() - make_interval(hours => ${olderThanHours})`.execute(sql);
}
