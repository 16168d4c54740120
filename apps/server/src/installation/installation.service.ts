import { type ConsentDescription, describeConsent } from "@parvis/manifest";
import { type AppRow, type AppService, connectorsOf, type DefinitionRow } from "../catalog/index.ts";
import type { AccessService } from "../governance/index.ts";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { type Origin, personOf } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import { type EffectiveDefinition, effectiveDefinition } from "./effective-definition.rules.ts";
import * as store from "./installation.store.ts";

/** What somebody agreed to, and for whom. */
export interface GivenConsent {
  /** The definition that was shown when they agreed; a newer one published meanwhile must be shown first. */
  readonly definitionId: string | undefined;
  readonly onBehalfOfOrganisation: boolean;
}

/** An installation with what it runs now. */
export interface RunningInstallation extends store.Installation {
  readonly app: AppRow;
  readonly effective: EffectiveDefinition;
}

/** Told inside the transaction that takes an app off a team. */
export type InstallationRemoved = (tx: Sql, tenantId: string, appId: string, teamId: string) => Promise<void>;

export type InstallationService = ReturnType<typeof installationService>;

/** Apps in teams: installing with consent, what runs, updating, removing. */
export function installationService(
  { database }: Pick<Platform, "database">,
  apps: Pick<AppService, "get" | "many" | "definition" | "definitions" | "transitions">,
  access: Pick<AccessService, "require">,
  onRemoved: InstallationRemoved,
) {
  /** What each of these installations runs, in three queries whatever their number. */
  async function running(
    tenantId: string,
    installations: readonly store.Installation[],
  ): Promise<RunningInstallation[]> {
    const appIds = [...new Set(installations.map((installation) => installation.appId))];
    const [rows, transitions, consents] = await Promise.all([
      apps.many(tenantId, appIds),
      apps.transitions(tenantId, appIds),
      store.listOrganisationConsents(database.sql, tenantId, appIds),
    ]);
    return installations.flatMap((installation) => {
      const app = rows.get(installation.appId);
      if (app === undefined) return [];
      const agreed = consents.filter((consent) => consent.appId === app.id).map((consent) => consent.definitionId);
      const steps = transitions.filter((step) => step.appId === app.id);
      return [
        {
          ...installation,
          app,
          effective: effectiveDefinition(installation.acceptedDefinitionId, agreed, app.definitionId, steps),
        },
      ];
    });
  }

  async function find(tenantId: string, teamId: string, installationId: string): Promise<store.Installation> {
    const found = await store.findInstallation(database.sql, tenantId, installationId);
    if (found === undefined || found.targetId !== teamId) throw new ParvisError("installation/not-found");
    return found;
  }

  /** Message extensions work wherever people write; the other capabilities name their scopes. */
  function supportsTeams({ manifest }: DefinitionRow): boolean {
    const scoped = [manifest.bots, manifest.configurableTabs, manifest.staticTabs].flatMap(
      (capabilities) => capabilities ?? [],
    );
    const elsewhere = connectorsOf(manifest).length + (manifest.composeExtensions?.length ?? 0);
    return elsewhere > 0 || scoped.some((capability) => capability.scopes?.includes("team") ?? false);
  }

  /** What a consent covers is written down with it: the definition may be gone when somebody asks. */
  async function giveConsent(
    tx: Sql,
    origin: Origin,
    app: AppRow,
    description: ConsentDescription,
    scope: "team" | "organization",
    targetId: string,
  ) {
    await store.insertConsent(tx, origin.tenantId, {
      id: newId(),
      appId: app.id,
      definitionId: app.definitionId,
      scope,
      targetId,
      permissions: description.permissions,
      grantedBy: origin.actor.kind === "person" ? origin.actor.id : null,
    });
  }

  /** The definition whoever consents has seen. @throws ParvisError installation/consent-required when it is not the newest. */
  function assertSeen(consent: GivenConsent, app: AppRow): void {
    if (consent.definitionId === app.definitionId) return;
    const detail =
      consent.definitionId === undefined
        ? `Read what ${app.displayName} adds and may do, then send its definitionId as your consent.`
        : `${app.displayName} was updated to ${app.version} meanwhile. Read what it asks for now, then agree again.`;
    throw new ParvisError("installation/consent-required", {
      detail,
      extra: { definitionId: app.definitionId, version: app.version },
    });
  }

  return {
    /** What the consent dialog shows for an app, and whether the organisation has agreed already. */
    async consentFor(tenantId: string, personId: string, appId: string, language: "en" | "fr") {
      const app = await apps.get(tenantId, appId);
      await access.require(tenantId, personId, app);
      const [definition, consents] = await Promise.all([
        apps.definition(tenantId, app.definitionId),
        store.listOrganisationConsents(database.sql, tenantId, [appId]),
      ]);
      const organisationConsent = consents.find((consent) => consent.definitionId === app.definitionId);
      return { app, description: describeConsent(definition.manifest, language), organisationConsent };
    },

    /**
     * Adds an app to a team. The caller has checked that the person may manage the team.
     * @throws ParvisError access/app-not-available, app/scope-not-supported, installation/consent-required, installation/exists
     */
    async addToTeam(
      origin: Origin,
      teamId: string,
      appId: string,
      consent: GivenConsent,
    ): Promise<RunningInstallation> {
      const { tenantId } = origin;
      const app = await apps.get(tenantId, appId);
      await access.require(tenantId, personOf(origin), app);
      const definition = await apps.definition(tenantId, app.definitionId);
      if (!supportsTeams(definition)) {
        throw new ParvisError("app/scope-not-supported", {
          detail: `${app.displayName} has nothing to add to a team.`,
        });
      }
      const agreedForAll = await store.listOrganisationConsents(database.sql, tenantId, [appId]);
      const covered = agreedForAll.some((given) => given.definitionId === app.definitionId);
      if (!covered || consent.onBehalfOfOrganisation) assertSeen(consent, app);
      const description = describeConsent(definition.manifest, "en");
      const installation = {
        id: newId(),
        appId,
        scope: "team",
        targetId: teamId,
        acceptedDefinitionId: app.definitionId,
        installedBy: origin.actor.kind === "person" ? origin.actor.id : null,
      } as const;
      await command(database, origin, async (tx) => {
        if (!(await store.insertInstallation(tx, tenantId, installation))) {
          throw new ParvisError("installation/exists", { detail: `${app.displayName} is in this team already.` });
        }
        if (!covered || consent.definitionId !== undefined)
          await giveConsent(tx, origin, app, description, "team", teamId);
        if (consent.onBehalfOfOrganisation && !covered)
          await giveConsent(tx, origin, app, description, "organization", tenantId);
        const detail = { name: app.displayName, version: app.version, forOrganisation: consent.onBehalfOfOrganisation };
        return {
          event: { operation: "AppInstalled", teamId, appId, subjectId: installation.id, detail },
          result: undefined,
        };
      });
      const [made] = await running(tenantId, [{ ...installation, installedAt: new Date() }]);
      if (made === undefined) throw new ParvisError("app/not-found");
      return made;
    },

    /** Accepts the newest version for one installation; others are not touched. @throws ParvisError installation/up-to-date */
    async upgrade(
      origin: Origin,
      teamId: string,
      installationId: string,
      consent: GivenConsent,
    ): Promise<RunningInstallation> {
      const { tenantId } = origin;
      const installation = await find(tenantId, teamId, installationId);
      const app = await apps.get(tenantId, installation.appId);
      await access.require(tenantId, personOf(origin), app);
      if (installation.acceptedDefinitionId === app.definitionId) throw new ParvisError("installation/up-to-date");
      assertSeen(consent, app);
      const { manifest } = await apps.definition(tenantId, app.definitionId);
      const description = describeConsent(manifest, "en");
      await command(database, origin, async (tx) => {
        await store.setAccepted(tx, tenantId, installationId, app.definitionId);
        await giveConsent(tx, origin, app, description, "team", teamId);
        if (consent.onBehalfOfOrganisation) await giveConsent(tx, origin, app, description, "organization", tenantId);
        const detail = { name: app.displayName, version: app.version, forOrganisation: consent.onBehalfOfOrganisation };
        return {
          event: { operation: "AppUpgraded", teamId, appId: app.id, subjectId: installationId, detail },
          result: undefined,
        };
      });
      const [now] = await running(tenantId, [{ ...installation, acceptedDefinitionId: app.definitionId }]);
      if (now === undefined) throw new ParvisError("app/not-found");
      return now;
    },

    /** Takes an app off a team, with its connectors and what was agreed to there. @throws ParvisError installation/not-found */
    async remove(origin: Origin, teamId: string, installationId: string): Promise<void> {
      const { tenantId } = origin;
      const { appId } = await find(tenantId, teamId, installationId);
      const name = (await apps.many(tenantId, [appId])).get(appId)?.displayName;
      await command(database, origin, async (tx) => {
        await store.deleteInstallation(tx, tenantId, installationId);
        await store.withdrawConsents(tx, tenantId, appId, teamId);
        await onRemoved(tx, tenantId, appId, teamId);
        return {
          event: { operation: "AppUninstalled", teamId, appId, subjectId: installationId, detail: { name } },
          result: undefined,
        };
      });
    },

    async list(
      tenantId: string,
      teamId: string,
      page: Parameters<typeof store.listInstallations>[4],
    ): Promise<store.Installation[]> {
      return await store.listInstallations(database.sql, tenantId, "team", teamId, page);
    },

    running,

    /** In which of these teams an app is. */
    async teamsWith(tenantId: string, appId: string, teamIds: readonly string[]): Promise<string[]> {
      return await store.listTeamsWith(database.sql, tenantId, appId, teamIds);
    },

    /** What a team runs of an app. @throws ParvisError installation/not-found */
    async runningIn(
      tenantId: string,
      teamId: string,
      appId: string,
    ): Promise<RunningInstallation & { definition: DefinitionRow }> {
      const found = await store.findInstallationOf(database.sql, tenantId, appId, "team", teamId);
      const [installation] = found === undefined ? [] : await running(tenantId, [found]);
      if (installation === undefined)
        throw new ParvisError("installation/not-found", { detail: "Add the app to the team first." });
      return { ...installation, definition: await apps.definition(tenantId, installation.effective.definitionId) };
    },

    /** For the catalogue, when it publishes a new version. */
    async definitionsInUse(tx: Sql, tenantId: string, appId: string): Promise<string[]> {
      return await store.listDefinitionsInUse(tx, tenantId, appId);
    },

    /** For the catalogue, when it removes an app. */
    async appRemoved(tx: Sql, tenantId: string, appId: string): Promise<void> {
      await store.deleteInstallationsOf(tx, tenantId, appId);
      await store.withdrawConsents(tx, tenantId, appId, undefined);
    },
  };
}
