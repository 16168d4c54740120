import type { TeamsManifest } from "@parvis/manifest";
import type { AppRow, AppService } from "../catalog/index.ts";
import type { AccessService } from "../governance/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import type { Platform } from "../platform/platform.ts";
import { because } from "../platform/reasons.rules.ts";
import * as bars from "./app-bar.store.ts";
import type { EffectiveDefinition } from "./effective-definition.rules.ts";
import {
  consentWithdrawn,
  type GivenConsent,
  type InstallationService,
  type RunningInstallation,
  setByPolicy,
} from "./installation.service.ts";
import { mayBePinned } from "./place.rules.ts";
import type { SetupApps, SetupAppsOf } from "./setup-apps.ts";

/** An app that somebody has, by themselves, by policy, or both. */
export interface PersonalApp {
  readonly app: AppRow;
  /** Null while a policy gives it and the person has not used it. */
  readonly installation: RunningInstallation | null;
  readonly effective: EffectiveDefinition;
  /** Of the version that runs. */
  readonly version: string;
  readonly manifest: TeamsManifest;
  /** The setup policy that installs it. */
  readonly policy: { readonly id: string; readonly name: string } | null;
  readonly pinnedByPolicy: boolean;
}

const mostPins = 100;

export type PersonalAppService = ReturnType<typeof personalAppService>;

/** The apps of one person: what they have and why, what waits for them, and their app bar. */
export function personalAppService(
  { database }: Pick<Platform, "database">,
  apps: Pick<AppService, "get" | "list" | "byRefs" | "definitions">,
  access: Pick<AccessService, "require" | "visible">,
  installations: Pick<
    InstallationService,
    "add" | "upgrade" | "remove" | "begin" | "allIn" | "running" | "runningOne" | "findByApp"
  >,
  setupOf: SetupAppsOf,
) {
  const placeOf = (personId: string) => ({ scope: "personal", id: personId }) as const;

  async function ownRows(tenantId: string, personId: string) {
    return new Map((await installations.allIn(tenantId, placeOf(personId))).map((row) => [row.appId, row]));
  }

  type Rows = Awaited<ReturnType<typeof ownRows>>;

  /** These apps as the person has them, in the same few queries however many; those they do not have are left out. */
  async function have(
    tenantId: string,
    wanted: readonly AppRow[],
    setup: SetupApps,
    rows: Rows,
  ): Promise<PersonalApp[]> {
    const running = await installations.running(
      tenantId,
      wanted.flatMap((app) => rows.get(app.id) ?? []),
    );
    const installed = new Map(running.map((installation) => [installation.appId, installation]));
    const had = wanted.flatMap((app) => {
      const installation = installed.get(app.id) ?? null;
      if (installation === null && !setup.given.has(app.id)) return [];
      const effective = installation?.effective ?? { definitionId: app.definitionId, pending: undefined };
      return [{ app, installation, effective }];
    });
    const definitions = await apps.definitions(
      tenantId,
      had.map(({ effective }) => effective.definitionId),
    );
    const pinned = new Set(setup.pinned.map((app) => app.id));
    const { id, name } = setup.policy;
    return had.flatMap((one) => {
      const definition = definitions.get(one.effective.definitionId);
      if (definition === undefined) return [];
      const { version, manifest } = definition;
      const policy = setup.given.has(one.app.id) ? { id, name } : null;
      return [{ ...one, version, manifest, policy, pinnedByPolicy: pinned.has(one.app.id) }];
    });
  }

  /** @throws ParvisError app/not-found, access/app-not-available, installation/not-found */
  async function one(tenantId: string, personId: string, appId: string): Promise<PersonalApp> {
    const app = await apps.get(tenantId, appId);
    await access.require(tenantId, personId, app);
    const [setup, rows] = await Promise.all([setupOf(tenantId, personId), ownRows(tenantId, personId)]);
    const [found] = await have(tenantId, [app], setup, rows);
    if (found === undefined)
      throw new ParvisError("installation/not-found", because("installation/not-added", { app: app.displayName }));
    return found;
  }

  async function barOf(tenantId: string, personId: string) {
    const [setup, rows, bar] = await Promise.all([
      setupOf(tenantId, personId),
      ownRows(tenantId, personId),
      bars.findAppBar(database.sql, tenantId, personId),
    ]);
    const { allowUserPinning } = setup.policy;
    const unpinned = new Set(allowUserPinning ? bar.unpinned : []);
    const fromPolicy = setup.pinned.filter((app) => !unpinned.has(app.id));
    const known = new Set(setup.pinned.map((app) => app.id));
    const ownIds = allowUserPinning ? bar.pinned.filter((id) => !known.has(id)) : [];
    const usable = ownIds.length === 0 ? undefined : await access.visible(tenantId, personId);
    const ownApps = new Map(
      (await apps.byRefs(tenantId, ownIds, undefined, usable)).map((app) => [app.id, app] as const),
    );
    const own = ownIds.flatMap((id) => ownApps.get(id) ?? []);
    const all = await have(tenantId, [...fromPolicy, ...own], setup, rows);
    const items = all
      .filter(({ manifest }) => mayBePinned(manifest))
      .map((app) => ({
        ...app,
        pinnedBy: app.pinnedByPolicy ? ("policy" as const) : ("person" as const),
        mayUnpin: allowUserPinning,
      }));
    return { setup, rows, items, unpinned: setup.pinned.filter((app) => unpinned.has(app.id)) };
  }

  return {
    one,

    /** A page of what somebody has and may use, in order of name; one more than the limit tells that there is another. */
    async list(
      tenantId: string,
      personId: string,
      page: {
        limit: number;
        after: readonly string[] | undefined;
        search: string | undefined;
        /** Only what waits for the person's consent. */
        waiting?: boolean;
      },
    ): Promise<PersonalApp[]> {
      const [setup, rows] = await Promise.all([setupOf(tenantId, personId), ownRows(tenantId, personId)]);
      // What a policy gives and nobody used yet waits for nothing.
      const among = page.waiting
        ? (await installations.running(tenantId, [...rows.values()]))
            .filter(({ stopped, effective }) => stopped || effective.pending !== undefined)
            .map(({ appId }) => appId)
        : [...new Set([...rows.keys(), ...setup.given.keys()])];
      return await have(tenantId, await apps.list(tenantId, { ...page, among }, personId), setup, rows);
    },

    async add(origin: Origin, personId: string, appId: string, consent: GivenConsent): Promise<PersonalApp> {
      await installations.add(origin, placeOf(personId), appId, consent);
      return await one(origin.tenantId, personId, appId);
    },

    async upgrade(origin: Origin, personId: string, appId: string, consent: GivenConsent): Promise<PersonalApp> {
      const { installation, app } = await one(origin.tenantId, personId, appId);
      if (installation === null)
        throw new ParvisError(
          "installation/up-to-date",
          because("installation/newest", { app: app.displayName, version: app.version }),
        );
      await installations.upgrade(origin, placeOf(personId), installation.id, consent);
      return await one(origin.tenantId, personId, appId);
    },

    /**
     * The app, to open it now. One that a policy gave gets its row here.
     * @throws ParvisError installation/consent-required when what was agreed to was withdrawn.
     */
    async open(origin: Origin, personId: string, appId: string): Promise<PersonalApp> {
      const found = await one(origin.tenantId, personId, appId);
      if (found.installation?.stopped === true) throw consentWithdrawn(found.app);
      if (found.installation !== null || found.policy === null) return found;
      await installations.begin(origin, personId, found.app, found.policy.name);
      return await one(origin.tenantId, personId, appId);
    },

    /** @throws ParvisError installation/set-by-policy naming the policy, installation/not-found */
    async remove(origin: Origin, personId: string, appId: string): Promise<void> {
      const { tenantId } = origin;
      const app = await apps.get(tenantId, appId);
      const { given, policy } = await setupOf(tenantId, personId);
      if (given.has(appId)) throw setByPolicy(app.displayName, policy.name);
      const { id } = await installations.findByApp(tenantId, placeOf(personId), appId);
      await installations.remove(origin, placeOf(personId), id);
    },

    /** What stands in somebody's app bar: the administrator's pins first, then their own. */
    async appBar(tenantId: string, personId: string) {
      const { setup, items, unpinned } = await barOf(tenantId, personId);
      return { policy: setup.policy, items, unpinned };
    },

    /**
     * Sets somebody's own pins in order, and which of the administrator's they took off.
     * @throws ParvisError app-bar/not-yours naming the policy, app-bar/not-pinnable, installation/not-found
     */
    async setAppBar(origin: Origin, personId: string, wanted: bars.AppBar): Promise<void> {
      const { tenantId } = origin;
      const { setup, rows } = await barOf(tenantId, personId);
      if (!setup.policy.allowUserPinning)
        throw new ParvisError("app-bar/not-yours", {
          ...because("pin/policy", { policy: setup.policy.name }),
          extra: { policy: setup.policy.name },
        });
      const byPolicy = new Set(setup.pinned.map((app) => app.id));
      const pinned = [...new Set(wanted.pinned)].filter((id) => !byPolicy.has(id)).slice(0, mostPins);
      const usable = await access.visible(tenantId, personId);
      const found = await have(tenantId, await apps.byRefs(tenantId, pinned, undefined, usable), setup, rows);
      const had = new Map(found.map((app) => [app.app.id, app]));
      for (const id of pinned) {
        const app = had.get(id);
        if (app === undefined)
          throw new ParvisError("installation/not-found", {
            detail: `You have no app ${id}. Add it before you pin it.`,
          });
        if (!mayBePinned(app.manifest))
          throw new ParvisError("app-bar/not-pinnable", because("pin/nothing", { app: app.app.displayName }));
      }
      const unpinned = [...new Set(wanted.unpinned)].filter((id) => byPolicy.has(id));
      await command(database, origin, async (tx) => {
        await bars.putAppBar(tx, tenantId, personId, { pinned, unpinned });
        const detail = { pinned: pinned.length, unpinned: unpinned.length };
        return { event: { operation: "Parvis.AppBarChanged", subjectId: personId, detail }, result: undefined };
      });
    },
  };
}
