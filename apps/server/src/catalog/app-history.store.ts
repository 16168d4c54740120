import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

/** Something that happened to an app. */
export interface AppEvent {
  readonly position: number;
  readonly occurredAt: Date;
  readonly operation: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly teamId: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

/** What apps do all day, which is no change of them. */
const everyday = ["Parvis.MessagePosted", "PerformedCardAction"];

/** What changed when, newest first, also where several apps were allowed or blocked at once; one row more than the limit. */
export async function listAppEvents(
  sql: Sql,
  tenantId: string,
  appId: string,
  page: { limit: number; before: number | undefined },
): Promise<AppEvent[]> {
  const beyond = page.before === undefined ? text`` : text`and position < ${page.before}`;
  const columns = text`position, occurred_at as "occurredAt", operation, actor_kind as "actorKind", actor_id as "actorId",
    team_id as "teamId", detail`;
  const { rows } = await text<AppEvent>`
    (select ${columns} from event where tenant_id = ${tenantId} and app_id = ${appId} ${beyond}
      and operation not in (${text.join(everyday.map((operation) => text.lit(operation)))})
      order by position desc limit ${page.limit + 1})
    union all
    (select ${columns} from event where tenant_id = ${tenantId} and app_id is null
      and operation in ('Parvis.AppAllowed', 'Parvis.AppBlocked') and detail->'apps' ? ${appId} ${beyond}
      order by position desc limit ${page.limit + 1})
    order by position desc limit ${page.limit + 1}`.execute(sql);
  return rows;
}
