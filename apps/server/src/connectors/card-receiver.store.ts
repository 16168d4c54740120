import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

/** The connector behind a card, also when it was removed since: its cards stay. */
export interface CardSender {
  readonly connectorId: string;
  readonly appId: string | null;
  /** Where the registration wants answers of Adaptive Cards; null when it wants none. */
  readonly actionsUrl: string | null;
}

const registered = text`from connector_configuration c
  left join connector_registration r on r.tenant_id = c.tenant_id and r.connector_id::text = lower(c.connector_id)
    and r.actions_enabled and r.actions_url is not null`;

export async function findCardSender(
  sql: Sql,
  tenantId: string,
  configurationId: string,
): Promise<CardSender | undefined> {
  const { rows } = await text<CardSender>`
    select c.connector_id as "connectorId", c.app_id as "appId", r.actions_url as "actionsUrl" ${registered}
    where c.tenant_id = ${tenantId} and c.configuration_id = ${configurationId}`.execute(sql);
  return rows[0];
}

/** Configurations of a channel, removed ones included, whose registration wants answers; the newest. */
export async function listAnswered(sql: Sql, tenantId: string, channelId: string, limit: number): Promise<string[]> {
  const { rows } = await text<{ id: string }>`
    select c.configuration_id as id ${registered}
    where c.tenant_id = ${tenantId} and c.channel_id = ${channelId} and r.connector_id is not null
    order by c.configuration_id desc limit ${limit}`.execute(sql);
  return rows.map(({ id }) => id);
}
