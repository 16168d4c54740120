import { sql as text } from "kysely";
import type { Sql } from "../database/database.ts";

/** Who did it. A connector is the configuration whose webhook was posted to, an application one that has a token. */
export type Actor =
  | { readonly kind: "person"; readonly id: string }
  | { readonly kind: "connector"; readonly id: string }
  | { readonly kind: "application"; readonly id: string }
  | { readonly kind: "system" };

/** On whose behalf a command runs, and in answer to which request. */
export interface Origin {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly requestId?: string;
  /** Network address the request came from. */
  readonly clientIp?: string;
}

/** The person or program whose name stands beside what a command wrote; null for Parvis itself. */
export function authorOf(origin: Origin): string | null {
  const { actor } = origin;
  return actor.kind === "person" || actor.kind === "application" ? actor.id : null;
}

/** The person behind a command; null when it is nobody in particular. */
export function personOf(origin: Origin): string | null {
  return origin.actor.kind === "person" ? origin.actor.id : null;
}

/**
 * What happened. `operation` is Microsoft's name from the audit record schema (contracts.md C.1) where there is one,
 * else it begins with `Parvis.`. `teamId` and `channelId` also say who may hear of it on the live stream.
 */
export interface NewEvent {
  readonly operation: string;
  readonly teamId?: string;
  readonly channelId?: string;
  readonly appId?: string;
  readonly subjectId?: string;
  /** Small and safe to show to an auditor: never passwords, keys or webhook URLs. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface EventRecord extends NewEvent {
  readonly tenantId: string;
  /** Counts from 1 within the tenant, without gaps, in the order of commits: a reader that keeps it misses nothing. */
  readonly position: number;
  readonly occurredAt: Date;
  readonly actor: Actor;
  readonly requestId?: string;
  readonly clientIp?: string;
}

/** Postgres channel that every append announces itself on: `<tenant id> <operation>`. */
export const announcementChannel = "parvis_event";

/**
 * Appends one event; the last statement of a command's transaction, because it takes the tenant's place in line until
 * the commit. That lock is what makes positions appear in order: a later one is never visible before an earlier one.
 */
export async function appendEvent(tx: Sql, origin: Origin, event: NewEvent): Promise<void> {
  const actorId = origin.actor.kind === "system" ? null : origin.actor.id;
  const appended = await text`
    with place as (
      update event_stream set position = position + 1 where tenant_id = ${origin.tenantId} returning position
    ), appended as (
      insert into event (tenant_id, position, operation, actor_kind, actor_id, team_id, channel_id, app_id, subject_id, request_id, client_ip, detail)
      select ${origin.tenantId}::uuid, place.position, ${event.operation}, ${origin.actor.kind}, ${actorId}::uuid, ${event.teamId ?? null}::uuid,
        ${event.channelId ?? null}::uuid, ${event.appId ?? null}::uuid, ${event.subjectId ?? null}::uuid, ${origin.requestId ?? null},
        ${origin.clientIp ?? null}::inet,
        ${event.detail === undefined ? null : JSON.stringify(event.detail)}::jsonb
      from place
    )
    select pg_notify(${announcementChannel}, ${`${origin.tenantId} ${event.operation}`}) from place`.execute(tx);
  if (appended.rows.length !== 1) throw new Error(`The organisation ${origin.tenantId} has no event log to append to.`);
}

interface EventRow {
  position: number;
  occurred_at: Date;
  operation: string;
  actor_kind: string;
  actor_id: string | null;
  team_id: string | null;
  channel_id: string | null;
  app_id: string | null;
  subject_id: string | null;
  request_id: string | null;
  client_ip: string | null;
  detail: Record<string, unknown> | null;
}

function actorOf(kind: string, id: string | null): Actor {
  if (id === null) return { kind: "system" };
  return { kind: kind === "connector" || kind === "application" ? kind : "person", id };
}

/**
 * The next events after a position, oldest first, at most `limit`.
 * @param without an operation to leave out: there may be very many of it.
 */
export async function readEvents(
  sql: Sql,
  tenantId: string,
  after: number,
  limit: number,
  without = "",
): Promise<EventRecord[]> {
  const { rows } = await text<EventRow>`
    select position, occurred_at, operation, actor_kind, actor_id, team_id, channel_id, app_id, subject_id, request_id,
      host(client_ip) as client_ip, detail
    from event where tenant_id = ${tenantId} and position > ${after} and operation <> ${without}
    order by position limit ${limit}`.execute(sql);
  return rows.map((row) => ({
    tenantId,
    position: row.position,
    occurredAt: row.occurred_at,
    operation: row.operation,
    actor: actorOf(row.actor_kind, row.actor_id),
    ...(row.team_id === null ? {} : { teamId: row.team_id }),
    ...(row.channel_id === null ? {} : { channelId: row.channel_id }),
    ...(row.app_id === null ? {} : { appId: row.app_id }),
    ...(row.subject_id === null ? {} : { subjectId: row.subject_id }),
    ...(row.request_id === null ? {} : { requestId: row.request_id }),
    ...(row.client_ip === null ? {} : { clientIp: row.client_ip }),
    ...(row.detail === null ? {} : { detail: row.detail }),
  }));
}

/** The tenant's newest position; 0 before its first event. */
export async function newestPosition(sql: Sql, tenantId: string): Promise<number> {
  const { rows } = await text<{ position: number }>`
    select position from event_stream where tenant_id = ${tenantId}`.execute(sql);
  return rows[0]?.position ?? 0;
}

/** Opens a new tenant's log. */
export async function openEventStream(tx: Sql, tenantId: string): Promise<void> {
  await text`insert into event_stream (tenant_id, position) values (${tenantId}, 0)`.execute(tx);
}
