import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/** Who decided whether a team's members upload custom apps, and when; both null for what nobody has decided. */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
alter table team add column members_may_upload_set_by uuid;
alter table team add column members_may_upload_set_at timestamptz;
-- Who switched it before this was kept stands in the log of events, where that is still there.
update team t set members_may_upload_set_by = e.actor_id, members_may_upload_set_at = e.occurred_at
from (
  select distinct on (tenant_id, team_id) tenant_id, team_id, occurred_at,
    case when actor_kind in ('person', 'application') then actor_id end as actor_id
  from event
  where operation = 'TeamSettingChanged' and detail ? 'membersMayUpload'
  order by tenant_id, team_id, position desc
) e
where e.tenant_id = t.tenant_id and e.team_id = t.team_id;
`)
    .execute(db);
}
