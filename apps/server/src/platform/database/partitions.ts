import { sql as text } from "kysely";
import { firstIdAt } from "../identifiers.ts";
import type { Sql } from "./database.ts";

/** How far ahead partitions are made. The daily job could fail for a quarter before an insert would. */
const monthsAhead = 3;

const partitionedByTime = ["event", "audit_record"];
/** Ids begin with the time. */
const partitionedById = ["message", "target_card", "target_delivery"];

function monthStart(from: Date, offset: number): Date {
  return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + offset, 1));
}

/**
 * Makes the monthly partitions of what grows with time, from the month of `now` on. Cheap when they are all there: one query.
 * @returns the names of the partitions made.
 */
export async function ensurePartitions(sql: Sql, now: Date): Promise<string[]> {
  const wanted = Array.from({ length: monthsAhead + 1 }, (_, offset) => {
    const [from, to] = [monthStart(now, offset), monthStart(now, offset + 1)];
    const suffix = from.toISOString().slice(0, 7).replace("-", "_");
    return [
      ...partitionedByTime.map((table) => ({
        table,
        name: `${table}_${suffix}`,
        from: from.toISOString(),
        to: to.toISOString(),
      })),
      ...partitionedById.map((table) => ({
        table,
        name: `${table}_${suffix}`,
        from: firstIdAt(from),
        to: firstIdAt(to),
      })),
    ];
  }).flat();
  const there = await text<{ name: string }>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent::regclass::text in (${text.join([...partitionedByTime, ...partitionedById])})`.execute(sql);
  const known = new Set(there.rows.map((row) => row.name));
  const missing = wanted.filter((partition) => !known.has(partition.name));
  for (const { table, name, from, to } of missing) {
    await text`create table if not exists ${text.id(name)} partition of ${text.id(table)} for values from (${text.lit(from)}) to (${text.lit(to)})`.execute(
      sql,
    );
  }
  return missing.map((partition) => partition.name);
}
