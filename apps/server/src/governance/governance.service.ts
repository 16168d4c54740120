import type { Cloud } from "../directory/index.ts";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { authorOf, type Origin } from "../platform/events/event-log.ts";
import type { Platform } from "../platform/platform.ts";
import { because } from "../platform/reasons.rules.ts";
import { assertFresh } from "../platform/state-tag.ts";
import * as store from "./governance.store.ts";
import type { PolicyMemory } from "./policy-memory.ts";
import {
  defaultsIn,
  inForce,
  type OrganisationSettings,
  type SettingName,
  type SettingsInForce,
  valuesOf,
} from "./settings.rules.ts";

export type SettingsChange = { [Name in SettingName]?: OrganisationSettings[Name] | undefined };

export type GovernanceService = ReturnType<typeof governanceService>;

/**
 * Settings of the organisation.
 * @param cloudOf where an organisation lives, which decides some defaults; it never changes.
 */
export function governanceService(
  { database }: Pick<Platform, "database">,
  cloudOf: (tenantId: string) => Promise<Cloud>,
  memory: Pick<PolicyMemory, "changing">,
) {
  const changed = new Set<(tenantId: string) => void>();
  const defaults = new Map<string, OrganisationSettings>();

  async function defaultsOf(tenantId: string): Promise<OrganisationSettings> {
    const known = defaults.get(tenantId) ?? defaultsIn(await cloudOf(tenantId));
    defaults.set(tenantId, known);
    return known;
  }

  async function settingsInForce(tenantId: string, sql: Sql = database.sql): Promise<SettingsInForce> {
    return inForce(await store.listSettings(sql, tenantId), await defaultsOf(tenantId));
  }

  async function values(tenantId: string, sql: Sql = database.sql): Promise<OrganisationSettings> {
    return valuesOf(await store.listSettings(sql, tenantId), await defaultsOf(tenantId));
  }

  return {
    settings: values,

    /** Each setting with who set it and when. */
    settingsInForce,

    /** Calls back on this node as soon as settings of an organisation have changed here; other nodes hear by event. */
    onSettingsChanged(listener: (tenantId: string) => void): void {
      changed.add(listener);
    },

    /**
     * Part of a command, in its transaction.
     * @param state the change says how both switches of third-party apps are to be, as a file does, rather than turns one.
     * @returns what differed. @throws ParvisError settings/third-party-off, change/stale
     */
    async applySettings(
      tx: Sql,
      origin: Origin,
      change: SettingsChange,
      ifMatch?: string,
      state = false,
    ): Promise<Record<string, { from: unknown; to: unknown }>> {
      const { tenantId } = origin;
      await memory.changing(tx, tenantId);
      const stored = await store.listSettings(tx, tenantId);
      const before = valuesOf(stored, await defaultsOf(tenantId));
      const newest = stored.toSorted((a, b) => Number(b.setAt) - Number(a.setAt))[0];
      assertFresh(ifMatch, change, before, { by: newest?.setBy ?? null, at: newest?.setAt ?? null });
      const differing = Object.entries(change).filter(
        ([name, value]) => value !== undefined && before[name as SettingName] !== value,
      );
      // Settable only while third-party apps are on at all (contracts.md B.2).
      if (
        !state &&
        differing.some(([name]) => name === "allowNewThirdPartyApps") &&
        !(change.allowThirdPartyApps ?? before.allowThirdPartyApps)
      ) {
        throw new ParvisError("settings/third-party-off", because("settings/third-party-first"));
      }
      for (const [name, value] of differing)
        await store.putSetting(tx, tenantId, name as SettingName, value, authorOf(origin));
      return Object.fromEntries(
        differing.map(([name, value]) => [name, { from: before[name as SettingName], to: value }]),
      );
    },

    /** Tells this node's listeners; after the commit of a transaction that used applySettings. */
    settingsChanged(tenantId: string): void {
      for (const listener of changed) listener(tenantId);
    },

    /** @throws ParvisError settings/third-party-off, change/stale with the difference */
    async changeSettings(
      origin: Origin,
      change: SettingsChange,
      ifMatch?: string,
      state = false,
    ): Promise<OrganisationSettings> {
      const now = await command(database, origin, async (tx) => {
        const detail = await this.applySettings(tx, origin, change, ifMatch, state);
        const result = await values(origin.tenantId, tx);
        return { event: { operation: "TeamsTenantSettingChanged", detail }, result };
      });
      this.settingsChanged(origin.tenantId);
      return now;
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
