import type { Cloud } from "../directory/index.ts";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import type { Platform } from "../platform/platform.ts";
import { type AccessDecision, type AppStatus, type Distribution, decideAccess } from "./access.rules.ts";
import * as store from "./governance.store.ts";
import {
  defaultsIn,
  inForce,
  type OrganisationSettings,
  type SettingName,
  type SettingsInForce,
  valuesOf,
} from "./settings.rules.ts";

export interface GovernedApp {
  readonly id: string;
  readonly distribution: Distribution;
}

export type GovernanceService = ReturnType<typeof governanceService>;

/**
 * Organisation settings, app status, and the access decision made from them.
 * @param cloudOf where an organisation lives, which decides some defaults; it never changes.
 */
export function governanceService(
  { database }: Pick<Platform, "database">,
  cloudOf: (tenantId: string) => Promise<Cloud>,
) {
  const setBy = (origin: Origin) =>
    origin.actor.kind === "person" || origin.actor.kind === "application" ? origin.actor.id : null;
  const changed = new Set<(tenantId: string) => void>();
  const defaults = new Map<string, OrganisationSettings>();

  async function defaultsOf(tenantId: string): Promise<OrganisationSettings> {
    const known = defaults.get(tenantId) ?? defaultsIn(await cloudOf(tenantId));
    defaults.set(tenantId, known);
    return known;
  }

  async function settingsInForce(tenantId: string): Promise<SettingsInForce> {
    return inForce(await store.listSettings(database.sql, tenantId), await defaultsOf(tenantId));
  }

  async function values(tenantId: string): Promise<OrganisationSettings> {
    return valuesOf(await store.listSettings(database.sql, tenantId), await defaultsOf(tenantId));
  }

  async function explain(tenantId: string, app: GovernedApp): Promise<AccessDecision> {
    const [settings, statuses] = await Promise.all([
      settingsInForce(tenantId),
      store.listStatuses(database.sql, tenantId, [app.id]),
    ]);
    return decideAccess({
      distribution: app.distribution,
      allowCustomApps: settings.allowCustomApps,
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
      const [settings, appIds] = await Promise.all([values(tenantId), store.listBlocked(database.sql, tenantId)]);
      return { customApps: !settings.allowCustomApps, appIds };
    },

    async statuses(tenantId: string, appIds: readonly string[]): Promise<Map<string, AppStatus>> {
      const rows = await store.listStatuses(database.sql, tenantId, appIds);
      return new Map(rows.map((row) => [row.appId, row.status]));
    },

    settings: values,

    /** Each setting with who set it and when. */
    settingsInForce,

    /** Calls back on this node as soon as settings of an organisation have changed here; other nodes hear by event. */
    onSettingsChanged(listener: (tenantId: string) => void): void {
      changed.add(listener);
    },

    async changeSettings(
      origin: Origin,
      change: { [Name in SettingName]?: OrganisationSettings[Name] | undefined },
    ): Promise<OrganisationSettings> {
      const defaultValues = await defaultsOf(origin.tenantId);
      const now = await command(database, origin, async (tx) => {
        const before = valuesOf(await store.listSettings(tx, origin.tenantId), defaultValues);
        const differing = Object.entries(change).filter(
          ([name, value]) => value !== undefined && before[name as SettingName] !== value,
        );
        for (const [name, value] of differing)
          await store.putSetting(tx, origin.tenantId, name as SettingName, value, setBy(origin));
        const detail = Object.fromEntries(
          differing.map(([name, value]) => [name, { from: before[name as SettingName], to: value }]),
        );
        const after = { ...before, ...Object.fromEntries(differing) };
        return { event: { operation: "TeamsTenantSettingChanged", detail }, result: after };
      });
      for (const listener of changed) listener(origin.tenantId);
      return now;
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
