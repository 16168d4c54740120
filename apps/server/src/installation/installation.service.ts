import { describeConsent, type TeamsManifest } from "@parvis/manifest";
import type { AppRow, AppService, DefinitionRow } from "../catalog/index.ts";
import type { AccessService, GovernanceService } from "../governance/index.ts";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { authorOf, type NewEvent, type Origin, personOf } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import { because } from "../platform/reasons.rules.ts";
import { dropPin } from "./app-bar.store.ts";
import * as consents from "./consent.store.ts";
import { type EffectiveDefinition, effectiveDefinition } from "./effective-definition.rules.ts";
import * as store from "./installation.store.ts";
import { type Place, supportedPlaces, supportsPlace } from "./place.rules.ts";
import { permissionsIn, resourcePermissions, switchInTheWay } from "./resource-consent.rules.ts";

/** What somebody agreed to, and for whom. */
export interface GivenConsent {
  /** The definition that was shown when they agreed; a newer one published meanwhile must be shown first. */
  readonly definitionId: string | undefined;
  readonly onBehalfOfOrganisation: boolean;
  /** Whether whoever agrees administrates the organisation. */
  readonly byAdministrator: boolean;
}

/** An installation with what it runs now. */
export interface RunningInstallation extends store.Installation {
  readonly app: AppRow;
  readonly effective: EffectiveDefinition;
  /** What was agreed to here was withdrawn, and nobody agreed for everybody: the app waits until somebody agrees anew. */
  readonly stopped: boolean;
}

export interface InstallationPorts {
  /** Told inside the transaction that takes an app off a place. */
  removed(tx: Sql, tenantId: string, appId: string, place: Place): Promise<void>;
  /** The setup policy that installs an app for somebody; undefined for none. */
  policyGiving(tenantId: string, personId: string, app: AppRow): Promise<string | undefined>;
}

export type InstallationService = ReturnType<typeof installationService>;

/** Who hears of it: a team's members, the person, or the people of a chat. */
export function eventAt(place: Place, subjectId: string): Pick<NewEvent, "teamId" | "subjectId"> {
  return place.scope === "team" ? { teamId: place.id, subjectId } : { subjectId: place.id };
}

/** Where an app can be added: what was uploaded for somebody alone, there and nowhere else. */
function placesOf({ sideloadedScope }: AppRow, manifest: TeamsManifest) {
  return supportedPlaces(manifest).filter((scope) => sideloadedScope === null || scope === sideloadedScope);
}

/** Apps in teams, in chats and for people: installing with consent, what runs, updating, removing. */
export function installationService(
  { database }: Pick<Platform, "database">,
  apps: Pick<AppService, "get" | "many" | "definition" | "definitions" | "transitions" | "holdCurrent">,
  access: Pick<AccessService, "require">,
  governance: Pick<GovernanceService, "settings">,
  ports: InstallationPorts,
) {
  /** What each of these installations runs, in four queries whatever their number. */
  async function running(
    tenantId: string,
    installations: readonly store.Installation[],
  ): Promise<RunningInstallation[]> {
    const appIds = [...new Set(installations.map((installation) => installation.appId))];
    const places = [...new Set(installations.map((installation) => installation.targetId))];
    const [rows, transitions, agreedForAll, agreedHere] = await Promise.all([
      apps.many(tenantId, appIds),
      apps.transitions(tenantId, appIds),
      consents.listOrganisationConsents(database.sql, tenantId, appIds),
      consents.listPlacesWithConsent(database.sql, tenantId, appIds, places),
    ]);
    return installations.flatMap((installation) => {
      const app = rows.get(installation.appId);
      if (app === undefined) return [];
      const agreed = agreedForAll.filter((consent) => consent.appId === app.id).map((consent) => consent.definitionId);
      const steps = transitions.filter((step) => step.appId === app.id);
      const covered = installation.byPolicy || agreed.length > 0;
      return [
        {
          ...installation,
          app,
          effective: effectiveDefinition(installation.acceptedDefinitionId, agreed, app.definitionId, steps),
          stopped: !covered && !agreedHere.has(`${app.id} ${installation.targetId}`),
        },
      ];
    });
  }

  async function runningOne(tenantId: string, installation: store.Installation): Promise<RunningInstallation> {
    const [one] = await running(tenantId, [installation]);
    if (one === undefined) throw new ParvisError("installation/not-found");
    return one;
  }

  async function find(tenantId: string, place: Place, installationId: string): Promise<store.Installation> {
    const found = await store.findInstallation(database.sql, tenantId, installationId);
    if (found === undefined || found.targetId !== place.id || found.scope !== place.scope)
      throw new ParvisError("installation/not-found");
    return found;
  }

  async function findByApp(tenantId: string, place: Place, appId: string): Promise<store.Installation> {
    const found = await store.findInstallationOf(database.sql, tenantId, appId, place.scope, place.id);
    if (found === undefined) throw new ParvisError("installation/not-found");
    return found;
  }

  /** Whose access decides: for a person's own apps that person's, else that of whoever asks. */
  function subjectOf(origin: Origin, place: Place): string | null {
    return place.scope === "personal" ? place.id : personOf(origin);
  }

  /** What a consent covers is written down with it: the definition may be gone when somebody asks. */
  async function giveConsent(
    tx: Sql,
    origin: Origin,
    app: AppRow,
    manifest: TeamsManifest,
    scope: consents.ConsentScope,
    targetId: string,
  ) {
    await consents.insertConsent(tx, origin.tenantId, {
      id: newId(),
      appId: app.id,
      definitionId: app.definitionId,
      scope,
      targetId,
      permissions: describeConsent(manifest, "en").permissions,
      grantedBy: authorOf(origin),
    });
  }

  /** The definition whoever consents has seen. @throws ParvisError installation/consent-required when it is not the newest. */
  function assertSeen(consent: GivenConsent, app: AppRow): void {
    if (consent.definitionId === app.definitionId) return;
    const { displayName, version } = app;
    const why =
      consent.definitionId === undefined
        ? { detail: `Read what ${displayName} adds and may do, then send its definitionId as your consent.` }
        : because("consent/newer", { app: displayName, version });
    throw new ParvisError("installation/consent-required", {
      ...why,
      extra: { definitionId: app.definitionId, version: app.version },
    });
  }

  /** @throws ParvisError installation/resource-consent-off naming the switch. */
  async function assertSwitches(
    tenantId: string,
    place: Place,
    app: AppRow,
    manifest: TeamsManifest,
    by: { administrator: boolean; agreedForAll: boolean },
  ): Promise<void> {
    const asked = permissionsIn(resourcePermissions(manifest), place.scope);
    if (asked.length === 0) return;
    const setting = switchInTheWay(place.scope, await governance.settings(tenantId), by);
    if (setting === undefined) return;
    throw new ParvisError("installation/resource-consent-off", {
      ...because("installation/resource-switch", {
        app: app.displayName,
        permissions: asked.map(({ name }) => name).join(", "),
        setting,
      }),
      extra: { setting, permissions: asked },
    });
  }

  /** @throws ParvisError installation/consent-required: the version that was agreed to is no longer the newest. */
  async function assertStillCurrent(tx: Sql, tenantId: string, app: AppRow): Promise<void> {
    const current = await apps.holdCurrent(tx, tenantId, app.id);
    if (current === undefined) throw new ParvisError("app/not-found");
    if (current !== app.definitionId)
      assertSeen({ ...nothingSeen, definitionId: app.definitionId }, { ...app, definitionId: current });
  }
  const nothingSeen = { onBehalfOfOrganisation: false, byAdministrator: false };

  /** Which of these apps of teams somebody may handle as {@link mayHandleOwn} says, in one query. */
  async function ownUploads(
    tenantId: string,
    personId: string,
    rows: readonly Pick<RunningInstallation, "app" | "targetId">[],
  ): Promise<ReadonlySet<string>> {
    const own = rows.filter(({ app, targetId }) => app.createdBy === personId && app.sideloadedTo === targetId);
    if (own.length === 0) return new Set();
    const ids = own.map(({ app }) => app.definitionId);
    const definitions = await apps.definitions(tenantId, ids);
    const asksNothing = ({ definitionId }: AppRow) => {
      const manifest = definitions.get(definitionId)?.manifest;
      return manifest !== undefined && permissionsIn(resourcePermissions(manifest), "team").length === 0;
    };
    return new Set(own.filter(({ app }) => asksNothing(app)).map(({ app }) => app.id));
  }

  async function agreedForAll(tenantId: string, app: AppRow): Promise<boolean> {
    const given = await consents.listOrganisationConsents(database.sql, tenantId, [app.id]);
    return given.some((consent) => consent.definitionId === app.definitionId);
  }

  async function accept(origin: Origin, place: Place, installation: store.Installation, consent: GivenConsent) {
    const { tenantId } = origin;
    const app = await apps.get(tenantId, installation.appId);
    await access.require(tenantId, subjectOf(origin, place), app);
    const { stopped, effective } = await runningOne(tenantId, installation);
    if (!stopped && (installation.acceptedDefinitionId === app.definitionId || effective.pending === undefined)) {
      throw new ParvisError("installation/up-to-date", {
        ...because("installation/newest", { app: app.displayName, version: app.version }),
      });
    }
    assertSeen(consent, app);
    const { manifest } = await apps.definition(tenantId, app.definitionId);
    await assertSwitches(tenantId, place, app, manifest, {
      administrator: consent.byAdministrator,
      agreedForAll: consent.onBehalfOfOrganisation,
    });
    await command(database, origin, async (tx) => {
      await assertStillCurrent(tx, tenantId, app);
      await store.setAccepted(tx, tenantId, installation.id, app.definitionId);
      await giveConsent(tx, origin, app, manifest, place.scope, place.id);
      if (consent.onBehalfOfOrganisation) await giveConsent(tx, origin, app, manifest, "organization", tenantId);
      const detail = {
        name: app.displayName,
        version: app.version,
        scope: place.scope,
        forOrganisation: consent.onBehalfOfOrganisation,
      };
      return {
        event: { operation: "AppUpgraded", ...eventAt(place, installation.id), appId: app.id, detail },
        result: undefined,
      };
    });
    return await runningOne(tenantId, { ...installation, acceptedDefinitionId: app.definitionId });
  }

  async function takeOff(origin: Origin, place: Place, { id, appId }: store.Installation): Promise<void> {
    const { tenantId } = origin;
    const app = (await apps.many(tenantId, [appId])).get(appId);
    const policy =
      place.scope === "personal" && app !== undefined ? await ports.policyGiving(tenantId, place.id, app) : undefined;
    if (policy !== undefined) throw setByPolicy(app?.displayName ?? "The app", policy);
    await command(database, origin, async (tx) => {
      await store.deleteInstallation(tx, tenantId, id);
      await consents.withdrawFrom(tx, tenantId, appId, place, authorOf(origin));
      if (place.scope === "personal") await dropPin(tx, tenantId, place.id, appId);
      await ports.removed(tx, tenantId, appId, place);
      const detail = { name: app?.displayName, scope: place.scope };
      return {
        event: { operation: "AppUninstalled", ...eventAt(place, id), appId, detail },
        result: undefined,
      };
    });
  }

  return {
    /**
     * Whether somebody may add, update and remove an app of a team though they do not manage the team: what they uploaded
     * for it themselves (contracts.md B.6), unless it asks for permissions on the team, which are its owners' to give.
     */
    async mayHandleOwn(tenantId: string, personId: string, teamId: string, appId: string): Promise<boolean> {
      const app = (await apps.many(tenantId, [appId])).get(appId);
      return app !== undefined && (await ownUploads(tenantId, personId, [{ app, targetId: teamId }])).has(app.id);
    },

    ownUploads,

    /** What the consent dialog shows for an app, and whether the organisation has agreed already. */
    async consentFor(tenantId: string, personId: string, appId: string, language: "en" | "fr") {
      const app = await apps.get(tenantId, appId);
      await access.require(tenantId, personId, app);
      const [{ manifest }, given] = await Promise.all([
        apps.definition(tenantId, app.definitionId),
        consents.listOrganisationConsents(database.sql, tenantId, [appId]),
      ]);
      const organisationConsent = given.find((consent) => consent.definitionId === app.definitionId);
      const description = describeConsent(manifest, language);
      return { app, description, organisationConsent, places: placesOf(app, manifest) };
    },

    /**
     * Adds an app to a place. The caller has checked that whoever asks may manage the place.
     * @throws ParvisError access/app-not-available with the gates, app/scope-not-supported, installation/consent-required,
     *   installation/resource-consent-off, installation/exists
     */
    async add(origin: Origin, place: Place, appId: string, consent: GivenConsent): Promise<RunningInstallation> {
      const { tenantId } = origin;
      const app = await apps.get(tenantId, appId);
      await access.require(tenantId, subjectOf(origin, place), app);
      if (app.sideloadedTo !== null && (app.sideloadedScope !== place.scope || app.sideloadedTo !== place.id)) {
        throw new ParvisError("app/scope-not-supported", {
          ...because(app.sideloadedScope === "team" ? "installation/for-one-team" : "installation/for-one-person", {
            app: app.displayName,
          }),
        });
      }
      const { manifest } = await apps.definition(tenantId, app.definitionId);
      if (!supportsPlace(manifest, place.scope)) {
        const elsewhere = supportedPlaces(manifest).join(", ") || "nowhere";
        throw new ParvisError("app/scope-not-supported", {
          detail: `${app.displayName} has nothing for this place (${place.scope}). It can be added here: ${elsewhere}.`,
        });
      }
      if (place.scope === "personal") {
        const policy = await ports.policyGiving(tenantId, place.id, app);
        if (policy !== undefined)
          throw new ParvisError(
            "installation/exists",
            because("installation/there-by-policy", { policy, app: app.displayName }),
          );
      }
      const covered = await agreedForAll(tenantId, app);
      if (!covered || consent.onBehalfOfOrganisation) assertSeen(consent, app);
      await assertSwitches(tenantId, place, app, manifest, {
        administrator: consent.byAdministrator,
        agreedForAll: covered,
      });
      const installation = {
        id: newId(),
        appId,
        scope: place.scope,
        targetId: place.id,
        acceptedDefinitionId: app.definitionId,
        installedBy: authorOf(origin),
        byPolicy: false,
      } as const;
      await command(database, origin, async (tx) => {
        await assertStillCurrent(tx, tenantId, app);
        if (!(await store.insertInstallation(tx, tenantId, installation))) {
          throw new ParvisError("installation/exists", because("installation/there", { app: app.displayName }));
        }
        if (!covered || consent.definitionId !== undefined)
          await giveConsent(tx, origin, app, manifest, place.scope, place.id);
        if (consent.onBehalfOfOrganisation && !covered)
          await giveConsent(tx, origin, app, manifest, "organization", tenantId);
        const detail = {
          name: app.displayName,
          version: app.version,
          scope: place.scope,
          forOrganisation: consent.onBehalfOfOrganisation,
        };
        return {
          event: { operation: "AppInstalled", ...eventAt(place, installation.id), appId, detail },
          result: undefined,
        };
      });
      return await runningOne(tenantId, { ...installation, installedAt: new Date() });
    },

    /**
     * Writes down that somebody began to use an app that a policy gave them; once, however often it is said.
     * @param policy the policy's name.
     */
    async begin(origin: Origin, personId: string, app: AppRow, policy: string): Promise<store.Installation> {
      const { tenantId } = origin;
      const place = { scope: "personal", id: personId } as const;
      const given = {
        id: newId(),
        appId: app.id,
        scope: place.scope,
        targetId: personId,
        acceptedDefinitionId: app.definitionId,
        installedBy: null,
        byPolicy: true,
      };
      const known = await store.findInstallationOf(database.sql, tenantId, app.id, place.scope, place.id);
      if (known !== undefined) return known;
      await command(database, origin, async (tx) => {
        await assertStillCurrent(tx, tenantId, app);
        if (!(await store.insertInstallation(tx, tenantId, given))) throw new ParvisError("installation/exists");
        const detail = { name: app.displayName, version: app.version, scope: place.scope, policy };
        return {
          event: { operation: "AppInstalled", ...eventAt(place, given.id), appId: app.id, detail },
          result: undefined,
        };
      }).catch((error: unknown) => {
        // Two windows open it at once: one of them writes.
        if (!(error instanceof ParvisError && error.code === "installation/exists")) throw error;
      });
      return await findByApp(tenantId, place, app.id);
    },

    /** Accepts the newest version for one installation; others are not touched. @throws ParvisError installation/up-to-date */
    async upgrade(
      origin: Origin,
      place: Place,
      installationId: string,
      consent: GivenConsent,
    ): Promise<RunningInstallation> {
      return await accept(origin, place, await find(origin.tenantId, place, installationId), consent);
    },

    /** Takes an app off a place, with what hangs on it and what was agreed to there. @throws ParvisError installation/not-found, installation/set-by-policy */
    async remove(origin: Origin, place: Place, installationId: string): Promise<void> {
      await takeOff(origin, place, await find(origin.tenantId, place, installationId));
    },

    find,
    findByApp,

    async list(
      tenantId: string,
      place: Place,
      page: Parameters<typeof store.listInstallations>[4],
    ): Promise<store.Installation[]> {
      return await store.listInstallations(database.sql, tenantId, place.scope, place.id, page);
    },

    /** Everything in one place: some dozens of apps. */
    async allIn(tenantId: string, place: Place): Promise<store.Installation[]> {
      return await store.listAllIn(database.sql, tenantId, place.scope, place.id);
    },

    running,
    runningOne,

    /** In which of these teams an app is. */
    async teamsWith(tenantId: string, appId: string, teamIds: readonly string[]): Promise<string[]> {
      return await store.listTeamsWith(database.sql, tenantId, appId, teamIds);
    },

    /** What a team runs of an app. @throws ParvisError installation/not-found, installation/consent-required when consent was withdrawn */
    async runningIn(
      tenantId: string,
      teamId: string,
      appId: string,
    ): Promise<RunningInstallation & { definition: DefinitionRow }> {
      const found = await store.findInstallationOf(database.sql, tenantId, appId, "team", teamId);
      if (found === undefined)
        throw new ParvisError("installation/not-found", { detail: "Add the app to the team first." });
      const installation = await runningOne(tenantId, found);
      if (installation.stopped) throw consentWithdrawn(installation.app);
      return { ...installation, definition: await apps.definition(tenantId, installation.effective.definitionId) };
    },

    /** For the catalogue, when it publishes a new version. */
    async definitionsInUse(tx: Sql, tenantId: string, appId: string): Promise<string[]> {
      return await store.listDefinitionsInUse(tx, tenantId, appId);
    },

    /** For the catalogue, when it removes an app. */
    async appRemoved(tx: Sql, tenantId: string, appId: string): Promise<void> {
      await store.deleteInstallationsOf(tx, tenantId, appId);
      await consents.withdrawAll(tx, tenantId, appId);
    },
  };
}

export function consentWithdrawn(app: AppRow): ParvisError {
  return new ParvisError("installation/consent-required", {
    ...because("consent/withdrawn", { app: app.displayName }),
    extra: { definitionId: app.definitionId, version: app.version },
  });
}

export function setByPolicy(appName: string, policy: string): ParvisError {
  return new ParvisError("installation/set-by-policy", {
    ...because("installation/stays-by-policy", { policy, app: appName }),
    extra: { policy },
  });
}
