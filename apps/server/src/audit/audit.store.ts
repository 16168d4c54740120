import { type RawBuilder, sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import type { AuditFilter, AuditKey } from "./audit-search.rules.ts";

/** How far an organisation's log is recorded. */
export interface Stream {
  readonly position: number;
  readonly enabled: boolean;
  readonly sequence: number;
  readonly head: Buffer;
  /** The day of the newest record, as `2026-11-21`; null before the first. */
  readonly day: string | null;
}

export interface NewRecord {
  readonly occurredAt: Date;
  readonly sequence: number;
  readonly id: string;
  readonly operation: string;
  readonly personId: string | null;
  readonly teamId: string | null;
  readonly appId: string | null;
  readonly words: readonly string[];
  readonly record: string;
  readonly hash: Buffer;
}

export interface StoredRecord {
  readonly sequence: number;
  /** Microseconds of the moment, as PostgreSQL keeps them: the sort key. */
  readonly moment: string;
  readonly record: string;
}

/** A closed day of the chain. */
export interface Day {
  readonly day: string;
  readonly lastSequence: number;
  readonly records: number;
  readonly hash: Buffer;
}

export async function openStream(sql: Sql, tenantId: string, head: Buffer): Promise<void> {
  await text`insert into audit_stream (tenant_id, head) values (${tenantId}, ${head}) on conflict do nothing`.execute(
    sql,
  );
}

/** Takes the organisation's log for writing; undefined while another node writes it. */
export async function takeStream(tx: Sql, tenantId: string): Promise<Stream | undefined> {
  const { rows } = await text<Stream>`select position, enabled, sequence, head, day::text as day from audit_stream
    where tenant_id = ${tenantId} for update skip locked`.execute(tx);
  return rows[0];
}

export async function findStream(sql: Sql, tenantId: string): Promise<Stream | undefined> {
  const { rows } = await text<Stream>`select position, enabled, sequence, head, day::text as day from audit_stream
    where tenant_id = ${tenantId}`.execute(sql);
  return rows[0];
}

export async function putStream(
  tx: Sql,
  tenantId: string,
  { position, enabled, sequence, head, day }: Stream,
): Promise<void> {
  await text`update audit_stream set position = ${position}, enabled = ${enabled}, sequence = ${sequence}, head = ${head},
    day = ${day}::date where tenant_id = ${tenantId}`.execute(tx);
}

/** Organisations whose log has grown beyond what is recorded, at most `limit`. */
export async function listBehind(sql: Sql, limit: number): Promise<string[]> {
  const { rows } = await text<{ id: string }>`select e.tenant_id as id from event_stream e
    left join audit_stream a on a.tenant_id = e.tenant_id
    where e.position > coalesce(a.position, 0) limit ${limit}`.execute(sql);
  return rows.map((row) => row.id);
}

export async function insertRecords(tx: Sql, tenantId: string, records: readonly NewRecord[]): Promise<void> {
  const column = <T>(value: (record: NewRecord) => T) => records.map(value);
  await text`
    insert into audit_record (tenant_id, occurred_at, sequence, record_id, operation, person_id, team_id, app_id, words, record, hash)
    select ${tenantId}::uuid, occurred_at, sequence, record_id, operation, person_id, team_id, app_id,
      array_to_tsvector(string_to_array(words, ' ')), record, decode(hash, 'hex')
    from unnest(${column((r) => r.occurredAt.toISOString())}::timestamptz[], ${column((r) => r.sequence)}::bigint[],
      ${column((r) => r.id)}::uuid[], ${column((r) => r.operation)}::text[], ${column((r) => r.personId)}::uuid[],
      ${column((r) => r.teamId)}::uuid[], ${column((r) => r.appId)}::uuid[], ${column((r) => r.words.join(" "))}::text[],
      ${column((r) => r.record)}::text[], ${column((r) => r.hash.toString("hex"))}::text[])
      as r(occurred_at, sequence, record_id, operation, person_id, team_id, app_id, words, record, hash)`.execute(tx);
}

export async function insertDay(tx: Sql, tenantId: string, { day, lastSequence, records, hash }: Day): Promise<void> {
  await text`insert into audit_day (tenant_id, day, last_sequence, records, hash)
    values (${tenantId}, ${day}::date, ${lastSequence}, ${records}, ${hash})`.execute(tx);
}

export async function findLastDay(sql: Sql, tenantId: string): Promise<Day | undefined> {
  const [day] = await listDays(sql, tenantId, { newestFirst: true, limit: 1 });
  return day;
}

export async function listDays(
  sql: Sql,
  tenantId: string,
  page: { newestFirst: boolean; limit: number; after?: string },
): Promise<Day[]> {
  const beyond =
    page.after === undefined
      ? text``
      : page.newestFirst
        ? text`and day < ${page.after}::date`
        : text`and day > ${page.after}::date`;
  const { rows } =
    await text<Day>`select day::text as day, last_sequence as "lastSequence", records, hash from audit_day
    where tenant_id = ${tenantId} ${beyond} order by day ${text.raw(page.newestFirst ? "desc" : "asc")} limit ${page.limit}`.execute(
      sql,
    );
  return rows;
}

function containsAll(words: readonly string[]): RawBuilder<unknown> {
  return text`words @@ ${words.join(" & ")}::tsquery`;
}

function conditions(tenantId: string, filter: AuditFilter): RawBuilder<unknown> {
  const {
    from,
    to,
    operations,
    personIds,
    teamId,
    appId,
    words,
    containing = [],
    afterSequence,
    upToSequence,
  } = filter;
  const held = [
    text`tenant_id = ${tenantId}`,
    ...(from === undefined ? [] : [text`occurred_at >= ${from.toISOString()}::timestamptz`]),
    ...(to === undefined ? [] : [text`occurred_at < ${to.toISOString()}::timestamptz`]),
    ...(operations === undefined || operations.length === 0
      ? []
      : [
          operations.length === 1
            ? text`operation = ${operations[0]}`
            : text`operation = any(${[...operations]}::text[])`,
        ]),
    ...(personIds === undefined
      ? []
      : [
          personIds.length === 1
            ? text`person_id = ${personIds[0]}::uuid`
            : text`person_id = any(${[...personIds]}::uuid[])`,
        ]),
    ...(teamId === undefined ? [] : [text`team_id = ${teamId}::uuid`]),
    ...(appId === undefined ? [] : [text`app_id = ${appId}::uuid`]),
    ...(words === undefined ? [] : [containsAll(words)]),
    ...containing.map((group) =>
      group.length === 0
        ? text`false`
        : text`(${text.join(
            group.map((piece) => text`strpos(record, ${piece}) > 0`),
            text` or `,
          )})`,
    ),
    ...(afterSequence === undefined ? [] : [text`sequence > ${afterSequence}`]),
    ...(upToSequence === undefined ? [] : [text`sequence <= ${upToSequence}`]),
  ];
  return text.join(held, text` and `);
}

/**
 * How many of the newest records are looked through for words before the index of words is asked. A frequent word is found
 * among them at once, where its index would first list every record that has it; a word that is too rare to fill a page
 * from them is rare enough for the index. The planner cannot tell the two apart: it does not know how often a word's
 * beginning occurs.
 */
const lookedThrough = 20_000;

/** Newest records that tell how often a word occurs, and the share of them from which a word counts as frequent. */
const sampled = 2_000;
const frequent = 0.02;

/**
 * Of the words of a search, those to ask the index for, and the frequent ones that only sift what it finds: for a word's
 * beginning the index lists every record that has it before it looks at the other words.
 */
async function splitWords(
  sql: Sql,
  tenantId: string,
  words: readonly string[],
): Promise<{ indexed: readonly string[]; sifting: readonly string[] }> {
  if (words.length < 2) return { indexed: words, sifting: [] };
  const counts = words.map((word) => text`count(*) filter (where words @@ ${word}::tsquery)`);
  const { rows } = await text<{ newest: number; counts: number[] }>`
    select count(*) as newest, array[${text.join(counts)}]::integer[] as counts from (
      select words from audit_record where tenant_id = ${tenantId} order by occurred_at desc, sequence desc limit ${sampled}
    ) as newest`.execute(sql);
  const { newest = 0, counts: found = [] } = rows[0] ?? {};
  const rarest = Math.min(...found);
  const isFrequent = (_: string, index: number) => {
    const count = found[index] ?? 0;
    return count > rarest && count > newest * frequent;
  };
  return {
    indexed: words.filter((word, index) => !isFrequent(word, index)),
    sifting: words.filter(isFrequent),
  };
}

/** The records of a search by words, by the index of words, to be read from as `found`. */
async function foundByWords(
  sql: Sql,
  tenantId: string,
  { words = [], ...others }: AuditFilter,
  beyond: RawBuilder<unknown>,
): Promise<RawBuilder<unknown>> {
  const { indexed, sifting } = await splitWords(sql, tenantId, words);
  const sieve = sifting.length === 0 ? text`true` : containsAll(sifting);
  return text`with listed as materialized (
      select occurred_at, sequence, record, words from audit_record
      where ${conditions(tenantId, { ...others, words: indexed })} ${beyond}
    ), found as (select occurred_at, sequence, record from listed where ${sieve})`;
}

/** A page of records, newest first unless `oldestFirst`; one more than the limit tells that there is another page. */
export async function searchRecords(
  sql: Sql,
  tenantId: string,
  filter: AuditFilter,
  page: { limit: number; after: AuditKey | undefined; oldestFirst?: boolean },
): Promise<StoredRecord[]> {
  const { after, oldestFirst = false } = page;
  const direction = text.raw(oldestFirst ? "asc" : "desc");
  const order = text`order by occurred_at ${direction}, sequence ${direction}`;
  const beyond =
    after === undefined
      ? text``
      : text`and (occurred_at, sequence) ${text.raw(oldestFirst ? ">" : "<")} (${after.moment}::timestamptz, ${after.sequence})`;
  const columns = text`sequence, to_char(occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment, record`;
  const wanted = page.limit + 1;
  const { words, ...others } = filter;
  if (words === undefined) {
    const { rows } = await text<StoredRecord>`select ${columns} from audit_record
      where ${conditions(tenantId, filter)} ${beyond} ${order} limit ${wanted}`.execute(sql);
    return rows;
  }
  const near = await text<StoredRecord>`select ${columns} from (
      select occurred_at, sequence, record, words from audit_record
      where ${conditions(tenantId, others)} ${beyond} ${order} limit ${lookedThrough}
    ) as near where ${containsAll(words)} ${order} limit ${wanted}`.execute(sql);
  if (near.rows.length === wanted) return near.rows;
  const byWords = await foundByWords(sql, tenantId, filter, beyond);
  const found = await text<StoredRecord>`${byWords} select ${columns} from found ${order} limit ${wanted}`.execute(sql);
  return found.rows;
}

/** How many records a search finds, counted up to `most`. */
export async function countRecords(sql: Sql, tenantId: string, filter: AuditFilter, most: number): Promise<number> {
  const counted =
    filter.words === undefined
      ? text`select count(*) as count from (select 1 from audit_record where ${conditions(tenantId, filter)} limit ${most}) as found`
      : text`${await foundByWords(sql, tenantId, filter, text``)} select count(*) as count from (select 1 from found limit ${most}) as counted`;
  const { rows } = await text<{ count: number }>`${counted}`.execute(sql);
  return rows[0]?.count ?? 0;
}

/** Records in the order of the chain. */
export async function listChain(
  sql: Sql,
  tenantId: string,
  page: { after: number; upTo: number; limit: number },
): Promise<{ sequence: number; record: string; hash: Buffer }[]> {
  const { rows } = await text<{ sequence: number; record: string; hash: Buffer }>`
    select sequence, record, hash from audit_record
    where tenant_id = ${tenantId} and sequence > ${page.after} and sequence <= ${page.upTo}
    order by sequence limit ${page.limit}`.execute(sql);
  return rows;
}
