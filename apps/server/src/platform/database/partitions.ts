import { sql as text } from "kysely";
import { firstIdAt } from "../identifiers.ts";
import type { Sql } from "./database.ts";

/** A table that grows with time, in partitions by its time or by its ids, which begin with the time. */
interface Partitioned {
  readonly table: string;
  readonly by: "time" | "id";
  readonly period: "month" | "week";
  /** Partitions that are wholly older are dropped; undefined keeps everything. */
  readonly keepDays?: number;
}

/** How long the log of deliveries goes back (lifecycle.md 7). */
export const deliveryDays = 30;

const partitioned: readonly Partitioned[] = [
  { table: "event", by: "time", period: "month" },
  { table: "audit_record", by: "time", period: "month" },
  { table: "message", by: "id", period: "month" },
  { table: "target_card", by: "id", period: "week", keepDays: deliveryDays },
  { table: "target_delivery", by: "id", period: "week", keepDays: deliveryDays },
  { table: "delivery", by: "id", period: "week", keepDays: deliveryDays },
];

/** How far ahead partitions are made. The daily job could fail for a month, or a quarter, before an insert would. */
const ahead = { month: 3, week: 5 };
const day = 86_400_000;

/** The start of a period, counted from the one that `from` lies in; weeks begin on Monday. */
function startOf(period: Partitioned["period"], from: Date, offset: number): Date {
  if (period === "month") return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + offset, 1));
  const monday = from.getUTCDate() - ((from.getUTCDay() + 6) % 7);
  return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), monday + 7 * offset));
}

/** `message_2026_11`, `delivery_2026_11_16`. */
function nameOf({ table, period }: Partitioned, start: Date): string {
  return `${table}_${start
    .toISOString()
    .slice(0, period === "month" ? 7 : 10)
    .replaceAll("-", "_")}`;
}

async function existing(sql: Sql): Promise<{ table: string; name: string }[]> {
  const { rows } = await text<{ table: string; name: string }>`
    select i.inhparent::regclass::text as table, c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent::regclass::text in (${text.join(partitioned.map(({ table }) => table))})`.execute(sql);
  return rows;
}

/**
 * Makes the partitions of what grows with time, from the period of `now` on. Cheap when they are all there: one query.
 * @returns the names of the partitions made.
 */
export async function ensurePartitions(sql: Sql, now: Date): Promise<string[]> {
  const known = new Set((await existing(sql)).map(({ name }) => name));
  const made: string[] = [];
  for (const one of partitioned) {
    for (let offset = 0; offset <= ahead[one.period]; offset++) {
      const [from, to] = [startOf(one.period, now, offset), startOf(one.period, now, offset + 1)];
      const name = nameOf(one, from);
      if (known.has(name)) continue;
      const bound = (moment: Date) => text.lit(one.by === "id" ? firstIdAt(moment) : moment.toISOString());
      await text`create table if not exists ${text.id(name)} partition of ${text.id(one.table)} for values from (${bound(from)}) to (${bound(to)})`.execute(
        sql,
      );
      made.push(name);
    }
  }
  return made;
}

/**
 * Drops the partitions that are wholly older than their table keeps.
 * @returns their names.
 */
export async function dropOldPartitions(sql: Sql, now: Date): Promise<string[]> {
  const dropped: string[] = [];
  for (const { table, name } of await existing(sql)) {
    const one = partitioned.find((each) => each.table === table);
    if (one?.keepDays === undefined) continue;
    const begun = name.slice(table.length + 1).replaceAll("_", "-");
    const end = startOf(one.period, new Date(`${begun}T00:00:00Z`), 1);
    if (end.getTime() > now.getTime() - one.keepDays * day) continue;
    await text`drop table if exists ${text.id(name)}`.execute(sql);
    dropped.push(name);
  }
  return dropped;
}
