import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import type { Platform } from "../platform/platform.ts";
import { type AccessDecision, type AppStatus, type Distribution, decideAccess } from "./access.rules.ts";
import * as store from "./governance.store.ts";
import {
  defaultSettings,
  type OrganisationSettings,
  type SettingInForce,
  type SettingName,
  valuesOf,
} from "./settings.rules.ts";

export interface GovernedApp {
  readonly id: string;
  readonly distribution: Distribution;
}

export type GovernanceService = ReturnType<typeof governanceService>;

/** Organisation settings, app status, and the access decision made from them. */
export function governanceService({ database }: Pick<Platform, "database">) {
  const setBy = (origin: Origin) => (origin.actor.kind === "person" ? origin.actor.id : null);

  async function explain(tenantId: string, app: GovernedApp): Promise<AccessDecision> {
    const [settings, statuses] = await Promise.all([
      store.listSettings(database.sql, tenantId),
      store.listStatuses(database.sql, tenantId, [app.id]),
    ]);
    const custom = settings.find(
      (setting): setting is SettingInForce<"allowCustomApps"> => setting.name === "allowCustomApps",
    );
    return decideAccess({
      distribution: app.distribution,
      allowCustomApps: custom ?? { value: defaultSettings.allowCustomApps, setBy: null },
      status: { value: statuses[0]?.status ?? "allowed", setBy: statuses[0]?.setBy ?? null },
    });
  }

  return {
    /** The decision with every gate it passed or not. */
    explain,

    /** @throws ParvisError access/app-not-available with the gates, when people here may not use the app. */
    async require(tenantId: string, app: GovernedApp): Promise<void> {
      const decision = await explain(tenantId, app);
      if (!decision.allowed) throw new ParvisError("access/app-not-available", { extra: { gates: decision.gates } });
    },

    /** What listings leave out: whole kinds of apps, and single ones. */
    async hidden(tenantId: string): Promise<{ customApps: boolean; appIds: string[] }> {
      const [settings, appIds] = await Promise.all([
        store.listSettings(database.sql, tenantId),
        store.listBlocked(database.sql, tenantId),
      ]);
      return { customApps: !valuesOf(settings).allowCustomApps, appIds };
    },

    async statuses(tenantId: string, appIds: readonly string[]): Promise<Map<string, AppStatus>> {
      const rows = await store.listStatuses(database.sql, tenantId, appIds);
      return new Map(rows.map((row) => [row.appId, row.status]));
    },

    async settings(tenantId: string): Promise<OrganisationSettings> {
      return valuesOf(await store.listSettings(database.sql, tenantId));
    },

    async changeSettings(
      origin: Origin,
      change: { [Name in SettingName]?: OrganisationSettings[Name] | undefined },
    ): Promise<OrganisationSettings> {
      return await command(database, origin, async (tx) => {
        const before = valuesOf(await store.listSettings(tx, origin.tenantId));
        const changed = Object.entries(change).filter(
          ([name, value]) => value !== undefined && before[name as SettingName] !== value,
        );
        for (const [name, value] of changed)
          await store.putSetting(tx, origin.tenantId, name as SettingName, value, setBy(origin));
        const detail = Object.fromEntries(
          changed.map(([name, value]) => [name, { from: before[name as SettingName], to: value }]),
        );
        const after = { ...before, ...Object.fromEntries(changed) };
        return { event: { operation: "TeamsTenantSettingChanged", detail }, result: after };
      });
    },

    /** Allows or blocks an app for the whole organisation. */
    async setStatus(origin: Origin, appId: string, status: AppStatus): Promise<void> {
      await command(database, origin, async (tx) => {
        await store.putStatus(tx, origin.tenantId, appId, status, setBy(origin));
        const operation = status === "blocked" ? "Parvis.AppBlocked" : "Parvis.AppAllowed";
        return { event: { operation, appId, subjectId: appId }, result: undefined };
      });
    },

    /** Part of setting an organisation up, inside its transaction. */
    async writeSettings(
      tx: Sql,
      tenantId: string,
      settings: Partial<OrganisationSettings>,
      by: string | null,
    ): Promise<void> {
      for (const [name, value] of Object.entries(settings))
        await store.putSetting(tx, tenantId, name as SettingName, value, by);
    },
  };
}
