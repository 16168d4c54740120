import type { Sql } from "../platform/database/database.ts";
import { newestPosition, readEvents } from "../platform/events/event-log.ts";
import type { Platform } from "../platform/platform.ts";
import * as store from "./audit.store.ts";
import { chainNext, chainStart } from "./audit-chain.rules.ts";
import {
  type AuditedEvent,
  type AuditNames,
  type AuditRecord,
  auditRecords,
  auditSwitch,
  isRecorded,
} from "./audit-record.rules.ts";
import { wordsOf } from "./audit-words.rules.ts";

/** Names for a batch of events, in a handful of queries. */
export type NameLookup = (
  tenantId: string,
  ids: Readonly<Record<"people" | "teams" | "channels" | "apps", readonly string[]>>,
) => Promise<AuditNames>;

const pageSize = 500;
/** Messages are many and never recorded: their growth alone is no reason to look. */
const unheard = "Parvis.MessagePosted";

const present = (ids: readonly (string | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined))];

function idsIn(events: readonly AuditedEvent[]) {
  return {
    people: present(
      events.flatMap(({ actor, subjectId }) => [actor.kind === "person" ? actor.id : undefined, subjectId]),
    ),
    teams: present(events.map((event) => event.teamId)),
    channels: present(events.map((event) => event.channelId)),
    apps: present(events.map((event) => event.appId)),
  };
}

function searchable(record: AuditRecord): string {
  const { Id: _, CreationTime: __, OrganizationId: ___, CorrelationId: ____, ...told } = record;
  const values = Object.values(told).flatMap((value) =>
    Array.isArray(value) ? value.flatMap((entry: object) => Object.values(entry)) : [value],
  );
  return values.filter((value) => typeof value === "string").join(" ");
}

/**
 * Records what happened: reads each organisation's event log from where it stopped and writes audit records behind it,
 * chained by hash. It follows the log, so nothing that committed is missed, whatever stops in between; one node at a
 * time writes one organisation's.
 */
export class AuditRecorder {
  readonly #platform: Pick<Platform, "database" | "log">;
  readonly #names: NameLookup;
  readonly #unsubscribe: () => void;
  readonly #running = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  #closed = false;

  constructor(platform: Pick<Platform, "database" | "log" | "feed">, names: NameLookup) {
    this.#platform = platform;
    this.#names = names;
    this.#unsubscribe = platform.feed.subscribe((tenantId, operation) => {
      if (tenantId === undefined) void this.catchUp();
      else if (operation !== unheard) this.#wake(tenantId);
    });
  }

  /** Records everything that happened so far, in every organisation. Also run on a schedule, should a wake get lost. */
  async catchUp(): Promise<void> {
    try {
      const behind = await store.listBehind(this.#platform.database.sql, 1_000);
      await Promise.all(behind.map(async (tenantId) => await this.#wake(tenantId)));
    } catch (error) {
      this.#platform.log.warn({ err: error }, "The audit log could not catch up; it goes on where it stopped");
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#unsubscribe();
    await Promise.all(this.#running.values());
  }

  #wake(tenantId: string): Promise<void> {
    const running = this.#running.get(tenantId);
    if (running !== undefined) {
      this.#again.add(tenantId);
      return running;
    }
    const run = this.#run(tenantId).finally(() => this.#running.delete(tenantId));
    this.#running.set(tenantId, run);
    return run;
  }

  async #run(tenantId: string): Promise<void> {
    try {
      do {
        this.#again.delete(tenantId);
        while (!this.#closed && (await this.#step(tenantId)));
      } while (!this.#closed && this.#again.has(tenantId));
    } catch (error) {
      this.#platform.log.warn(
        { err: error, tenantId },
        "The audit log could not be written; it goes on where it stopped",
      );
    }
  }

  /** One transaction. @returns whether there may be more to record. */
  async #step(tenantId: string): Promise<boolean> {
    const { sql } = this.#platform.database;
    if ((await store.findStream(sql, tenantId)) === undefined)
      await store.openStream(sql, tenantId, chainStart(tenantId));
    return await sql.transaction().execute(async (tx) => {
      const stream = await store.takeStream(tx, tenantId);
      if (stream === undefined) return false;
      // Asked before reading: what commits in between is read next time.
      const newest = await newestPosition(tx, tenantId);
      const events = await readEvents(tx, tenantId, stream.position, pageSize, unheard);
      const more = events.length === pageSize;
      const position = more ? (events.at(-1)?.position ?? newest) : Math.max(newest, events.at(-1)?.position ?? 0);
      if (position === stream.position) return false;
      await this.#record(tx, tenantId, { ...stream, position }, events);
      return more;
    });
  }

  async #record(tx: Sql, tenantId: string, from: store.Stream, events: readonly AuditedEvent[]): Promise<void> {
    let { enabled, sequence, head, day } = from;
    const names = await this.#names(tenantId, idsIn(events));
    const records: store.NewRecord[] = [];
    const days: store.Day[] = [];
    let dayBegan = day === null ? 0 : ((await store.findLastDay(tx, tenantId))?.lastSequence ?? 0);
    for (const event of events) {
      const switched = auditSwitch(event);
      // Switching on is the first thing recorded, switching off the last.
      if ((enabled || switched === true) && isRecorded(event.operation)) {
        const today = event.occurredAt.toISOString().slice(0, 10);
        // A transaction that began before midnight may end after one that began later: it counts to the later day.
        if (day !== null && today > day) {
          days.push({ day, lastSequence: sequence, records: sequence - dayBegan, hash: head });
          dayBegan = sequence;
        }
        if (day === null || today > day) day = today;
        for (const record of auditRecords(event, names)) {
          sequence++;
          const written = JSON.stringify(record);
          head = chainNext(head, sequence, written);
          records.push({
            occurredAt: event.occurredAt,
            sequence,
            id: record.Id,
            operation: event.operation,
            personId: event.actor.kind === "person" ? event.actor.id : null,
            teamId: event.teamId ?? null,
            appId: event.appId ?? null,
            words: wordsOf(searchable(record)),
            record: written,
            hash: head,
          });
        }
      }
      if (switched !== undefined) enabled = switched;
    }
    if (records.length > 0) await store.insertRecords(tx, tenantId, records);
    for (const closed of days) await store.insertDay(tx, tenantId, closed);
    await store.putStream(tx, tenantId, { position: from.position, enabled, sequence, head, day });
  }
}
