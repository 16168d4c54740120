import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { authorOf, type Origin } from "../platform/events/event-log.ts";
import type { Platform } from "../platform/platform.ts";
import { because } from "../platform/reasons.rules.ts";
import { assertFresh, tagOf } from "../platform/state-tag.ts";
import { type Availability, defaultAvailability, type GovernedApp, type SetStatus } from "./access.rules.ts";
import * as store from "./app-rule.store.ts";
import type { PolicyMemory, PolicySources } from "./policy-memory.ts";
import type { PolicyVersion } from "./policy-version.store.ts";

/** What the rules about apps ask of other areas. */
export interface AppRulePorts {
  /** People and groups by id or name. @throws ParvisError person/not-found, group/not-found */
  subjects(
    sql: Sql,
    tenantId: string,
    named: { people: readonly string[]; groups: readonly string[] },
  ): Promise<{ kind: "person" | "group"; id: string; displayName: string }[]>;
  /** Told inside the transaction, after apps may have become usable for somebody. */
  opened(tx: Sql, origin: Origin, apps: readonly GovernedApp[]): Promise<void>;
}

/** How an app's availability is to be; `default` gives it back to the organisation's default. */
export interface WantedAvailability {
  readonly availability: Availability | "default";
  /** Ids or sign-in names, ids or names of groups. Only with usersAndGroups; left out, those it has stay. */
  readonly people?: readonly string[] | undefined;
  readonly groups?: readonly string[] | undefined;
}

/** How an app's availability is. */
export interface AvailabilityInForce {
  readonly availability: Availability;
  /** An administrator has edited it, so defaults of the organisation do not reach it (contracts.md B.5). */
  readonly touched: boolean;
  readonly setBy: string | null;
  readonly setAt: Date | null;
  readonly people: number;
  readonly groups: number;
  /** When somebody was last added to those it is for. */
  readonly newest: Date | null;
}

export type AppRuleService = ReturnType<typeof appRuleService>;

/** Status and availability of single apps. */
export function appRuleService(
  { database }: Pick<Platform, "database">,
  memory: Pick<PolicyMemory, "changing">,
  sources: Pick<PolicySources, "settings">,
  ports: AppRulePorts,
) {
  const by = authorOf;

  async function availability(
    tenantId: string,
    app: GovernedApp,
    sql: Sql = database.sql,
  ): Promise<AvailabilityInForce> {
    const rules = await store.listAppRules(sql, tenantId, [app.id]);
    const set = rules.get(app.id)?.availability;
    if (set !== undefined) {
      const { value, setBy, setAt } = set;
      return {
        availability: value,
        touched: true,
        setBy,
        setAt,
        ...(await store.countAvailableTo(sql, tenantId, app.id)),
      };
    }
    const { value, setBy, setAt } = (await sources.settings(tenantId, sql))[defaultAvailability[app.kind]];
    return {
      availability: value ? "everyone" : "noone",
      touched: false,
      setBy,
      setAt,
      people: 0,
      groups: 0,
      newest: null,
    };
  }

  /** What the entity tag of an app's availability is made from. */
  const stateOf = ({ availability: value, touched, people, groups, newest }: AvailabilityInForce) => ({
    availability: touched ? value : "default",
    people,
    groups,
    newest,
  });

  return {
    availability,
    tag: (now: AvailabilityInForce) => tagOf(stateOf(now)),

    /** Allows or blocks apps for the whole organisation. Blocking keeps the availability an app had. */
    async setStatus(origin: Origin, apps: readonly GovernedApp[], status: SetStatus): Promise<PolicyVersion> {
      const { tenantId } = origin;
      const waiting = status === "allowed" ? apps.filter((app) => !app.published) : [];
      if (waiting.length > 0)
        throw new ParvisError("app/not-published", {
          ...because("status/publish-instead"),
          extra: { apps: waiting.map((app) => app.id) },
        });
      return await command(database, origin, async (tx) => {
        const version = await memory.changing(tx, tenantId);
        const ids = apps.map((app) => app.id);
        const rules = await store.listAppRules(tx, tenantId, ids);
        if (status === "blocked") {
          // A default that changes later does not reach blocked apps (contracts.md B.5).
          const settings = await sources.settings(tenantId, tx);
          const kept = apps
            .filter((app) => rules.get(app.id)?.availability === undefined)
            .map((app) => ({
              appId: app.id,
              availability: settings[defaultAvailability[app.kind]].value ? ("everyone" as const) : ("noone" as const),
            }));
          await store.keepAvailability(tx, tenantId, kept, by(origin));
        }
        await store.putStatus(tx, tenantId, ids, status, by(origin));
        if (status === "allowed") await ports.opened(tx, origin, apps);
        const operation = status === "blocked" ? "Parvis.AppBlocked" : "Parvis.AppAllowed";
        const [only, ...others] = ids;
        const about = only !== undefined && others.length === 0 ? { appId: only, subjectId: only } : {};
        return { event: { operation, ...about, detail: { apps: ids } }, result: version };
      });
    },

    /** @throws ParvisError change/stale, person/not-found, group/not-found, request/invalid */
    async setAvailability(
      origin: Origin,
      app: GovernedApp,
      wanted: WantedAvailability,
      ifMatch?: string,
    ): Promise<PolicyVersion> {
      const { tenantId } = origin;
      const named = { people: wanted.people ?? [], groups: wanted.groups ?? [] };
      if (wanted.availability !== "usersAndGroups" && named.people.length + named.groups.length > 0)
        throw new ParvisError("request/invalid", {
          detail: "people and groups stand only beside availability usersAndGroups.",
        });
      return await command(database, origin, async (tx) => {
        const version = await memory.changing(tx, tenantId);
        const before = await availability(tenantId, app, tx);
        assertFresh(ifMatch, { availability: wanted.availability }, stateOf(before), {
          by: before.setBy,
          at: before.setAt,
        });
        if (wanted.availability === "default") await store.deleteAvailability(tx, tenantId, app.id);
        else {
          await store.putAvailability(tx, tenantId, app.id, wanted.availability, by(origin));
          if (wanted.availability !== "usersAndGroups") await store.removeAvailableTo(tx, tenantId, app.id, "all");
          else if (wanted.people !== undefined || wanted.groups !== undefined) {
            const subjects = await ports.subjects(tx, tenantId, named);
            await store.removeAvailableTo(tx, tenantId, app.id, "all");
            await store.addAvailableTo(tx, tenantId, app.id, subjects, by(origin));
          }
        }
        await ports.opened(tx, origin, [app]);
        const detail = { from: stateOf(before), to: stateOf(await availability(tenantId, app, tx)) };
        const event = { operation: "Parvis.AppAvailabilityChanged", appId: app.id, subjectId: app.id, detail };
        return { event, result: version };
      });
    },

    /**
     * Adds people and groups to those an app is for, or takes some away.
     * @throws ParvisError person/not-found, group/not-found, request/invalid, availability/not-direct for who has it through
     * a group (contracts.md B.5)
     */
    async changeAvailableTo(
      origin: Origin,
      app: GovernedApp,
      change: Record<"add" | "remove", { people: readonly string[]; groups: readonly string[] }>,
    ): Promise<PolicyVersion> {
      const { tenantId } = origin;
      return await command(database, origin, async (tx) => {
        const version = await memory.changing(tx, tenantId);
        const before = await availability(tenantId, app, tx);
        if (before.availability !== "usersAndGroups" || !before.touched)
          throw new ParvisError("request/invalid", {
            detail: "The app is not for certain people and groups. Set its availability to usersAndGroups first.",
          });
        const [added, removed] = [
          await ports.subjects(tx, tenantId, change.add),
          await ports.subjects(tx, tenantId, change.remove),
        ];
        const ids = removed.map(({ id }) => id);
        const gone = new Set(await store.removeAvailableTo(tx, tenantId, app.id, ids));
        const kept = removed.filter(({ id }) => !gone.has(id));
        if (kept.length > 0)
          throw new ParvisError("availability/not-direct", {
            ...because("availability/through-group", { names: kept.map(({ displayName }) => displayName).join(", ") }),
            extra: { notDirect: kept },
          });
        await store.addAvailableTo(tx, tenantId, app.id, added, by(origin));
        await ports.opened(tx, origin, [app]);
        const detail = { added: added.length, removed: removed.length };
        const event = { operation: "Parvis.AppAvailabilityChanged", appId: app.id, subjectId: app.id, detail };
        return { event, result: version };
      });
    },

    async availableTo(tenantId: string, appId: string, page: Parameters<typeof store.listAvailableTo>[3]) {
      return await store.listAvailableTo(database.sql, tenantId, appId, page);
    },

    /** Inside the transaction that publishes an app for the first time: it is allowed from then on (contracts.md B.6). */
    async appPublished(tx: Sql, origin: Origin, app: GovernedApp): Promise<void> {
      await memory.changing(tx, origin.tenantId);
      await store.putStatus(tx, origin.tenantId, [app.id], "allowed", by(origin));
      await ports.opened(tx, origin, [app]);
    },

    /** With an app, inside the transaction that removes it. Policies keep naming it, as an unknown one. */
    async appRemoved(tx: Sql, tenantId: string, appId: string): Promise<void> {
      await memory.changing(tx, tenantId);
      await store.deleteAppRules(tx, tenantId, appId);
    },

    /** Part of other commands: puts people among those an app is for, when it is not for everyone. */
    async openFor(tx: Sql, origin: Origin, app: GovernedApp, personIds: readonly string[]): Promise<void> {
      const { tenantId } = origin;
      const now = await availability(tenantId, app, tx);
      if (now.availability === "everyone") return;
      await store.putAvailability(tx, tenantId, app.id, "usersAndGroups", by(origin));
      await store.addAvailableTo(
        tx,
        tenantId,
        app.id,
        personIds.map((id) => ({ kind: "person" as const, id })),
        by(origin),
      );
    },
    putStatusWithin: store.putStatus,
  };
}
