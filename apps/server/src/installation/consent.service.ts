import { describeConsent } from "@parvis/manifest";
import type { AppRow, AppService } from "../catalog/index.ts";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { authorOf, type Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import { because } from "../platform/reasons.rules.ts";
import * as store from "./consent.store.ts";
import { eventAt, type InstallationService } from "./installation.service.ts";
import type { Place } from "./place.rules.ts";
import { permissionsIn, permissionType, type ResourcePermission } from "./resource-consent.rules.ts";
import type { SetupAppsOf } from "./setup-apps.ts";

export type { Consent } from "./consent.store.ts";

/** A permission on one place that an app has there. */
export interface Grant extends ResourcePermission {
  readonly appId: string;
  /** The application the app signs in as; undefined when the manifest names none. */
  readonly clientId: string | undefined;
}

export type ConsentService = ReturnType<typeof consentService>;

/** What was agreed to, by whom and for whom; giving it for everybody, withdrawing it, and what it grants. */
export function consentService(
  { database }: Pick<Platform, "database">,
  apps: Pick<AppService, "get" | "many" | "definition" | "definitions" | "holdCurrent">,
  installations: Pick<InstallationService, "allIn" | "running">,
  setupOf: SetupAppsOf,
) {
  const nameOf = async (tenantId: string, appId: string) =>
    (await apps.many(tenantId, [appId])).get(appId)?.displayName;

  async function withdrawIn(tx: Sql, origin: Origin, appId: string, scope: store.ConsentScope, id: string) {
    const { tenantId } = origin;
    const ended = await store.withdrawFrom(tx, tenantId, appId, { scope, id }, authorOf(origin));
    if (ended === 0)
      throw new ParvisError("consent/not-found", { detail: "Nothing that was agreed to there is in force." });
  }

  /**
   * Ends what was agreed to for one place, of whatever versions, and so the permissions that stood on it. The installation
   * stays and waits until somebody agrees anew, unless the organisation has agreed.
   * @throws ParvisError consent/not-found
   */
  async function withdraw(origin: Origin, place: Place, appId: string): Promise<void> {
    const name = await nameOf(origin.tenantId, appId);
    await command(database, origin, async (tx) => {
      await withdrawIn(tx, origin, appId, place.scope, place.id);
      const detail = { name, scope: place.scope };
      const event = { operation: "Parvis.AppConsentWithdrawn", ...eventAt(place, place.id), appId, detail };
      return { event, result: undefined };
    });
  }

  return {
    withdraw,

    /** @throws ParvisError consent/not-found also for one that was withdrawn. */
    async find(tenantId: string, id: string): Promise<store.Consent> {
      const found = await store.findConsent(database.sql, tenantId, id);
      if (found === undefined) throw new ParvisError("consent/not-found");
      return found;
    },

    /** What somebody has agreed to, newest first; one more than the limit tells that there is another page. */
    async listBy(tenantId: string, personId: string, page: store.ConsentPage): Promise<store.Consent[]> {
      return await store.listConsentsBy(database.sql, tenantId, personId, page);
    },

    async listForOrganisation(
      tenantId: string,
      page: store.ConsentPage & { appId: string | undefined },
    ): Promise<store.Consent[]> {
      return await store.listConsentsForOrganisation(database.sql, tenantId, page);
    },

    /**
     * Agrees to the newest version on behalf of the organisation: whoever has the app or adds it later is covered, and
     * nothing is written for them. Said again, it changes nothing.
     * @param definitionId the version that was read.
     * @throws ParvisError app/not-found, installation/consent-required when a newer version was published meanwhile.
     */
    async giveForOrganisation(origin: Origin, appId: string, definitionId: string): Promise<store.Consent> {
      const { tenantId } = origin;
      const app = await apps.get(tenantId, appId);
      const inForce = async () =>
        (await store.listOrganisationConsents(database.sql, tenantId, [appId])).find(
          (consent) => consent.definitionId === definitionId,
        );
      const known = await inForce();
      if (known !== undefined) return known;
      const { manifest } = await apps.definition(tenantId, app.definitionId);
      await command(database, origin, async (tx) => {
        if ((await apps.holdCurrent(tx, tenantId, appId)) !== definitionId)
          throw new ParvisError("installation/consent-required", {
            ...because("consent/newer", { app: app.displayName, version: app.version }),
            extra: { definitionId: app.definitionId, version: app.version },
          });
        await store.insertConsent(tx, tenantId, {
          id: newId(),
          appId,
          definitionId,
          scope: "organization",
          targetId: tenantId,
          permissions: describeConsent(manifest, "en").permissions,
          grantedBy: authorOf(origin),
        });
        const detail = { name: app.displayName, version: app.version };
        return { event: { operation: "Parvis.OrganisationConsentGiven", appId, detail }, result: undefined };
      });
      const given = await inForce();
      if (given === undefined) throw new ParvisError("consent/not-found");
      return given;
    },

    /** Whoever stood on it alone must agree themselves from now on. @throws ParvisError consent/not-found */
    async withdrawForOrganisation(origin: Origin, appId: string): Promise<void> {
      const name = await nameOf(origin.tenantId, appId);
      await command(database, origin, async (tx) => {
        await withdrawIn(tx, origin, appId, "organization", origin.tenantId);
        return {
          event: { operation: "Parvis.OrganisationConsentWithdrawn", appId, detail: { name } },
          result: undefined,
        };
      });
    },

    /**
     * The permissions on a place that its apps have: what was agreed to there, of any version, and what the organisation
     * agreed to. So a version that asks for more revokes nothing, and removing the app takes its grants along.
     */
    async grantsIn(tenantId: string, place: Place): Promise<Grant[]> {
      const rows = await installations.running(tenantId, await installations.allIn(tenantId, place));
      const setup = place.scope === "personal" ? await setupOf(tenantId, place.id) : undefined;
      const given: AppRow[] = [...(setup?.given.values() ?? [])].filter(
        (app) => !rows.some((row) => row.appId === app.id),
      );
      const runs = new Map([
        ...rows.map((row) => [row.appId, row.effective.definitionId] as const),
        ...given.map((app) => [app.id, app.definitionId] as const),
      ]);
      const [agreedHere, agreedForAll, definitions] = await Promise.all([
        store.listConsentsOfPlace(database.sql, tenantId, place.scope, place.id),
        store.listOrganisationConsents(database.sql, tenantId, [...runs.keys()]),
        apps.definitions(tenantId, [...runs.values()]),
      ]);
      const grants = new Map<string, Grant>();
      for (const { appId, permissions } of [...agreedHere, ...agreedForAll]) {
        const definition = definitions.get(runs.get(appId) ?? "");
        if (definition === undefined) continue;
        const about = permissions.filter(
          ({ source }) => source === "resourceSpecific" || source === "webApplicationInfo",
        );
        const named = about.map(({ id, type }) => ({ name: id, type: permissionType(type) }));
        for (const permission of permissionsIn(named, place.scope)) {
          const clientId = definition.manifest.webApplicationInfo?.id;
          grants.set(`${appId} ${permission.name} ${permission.type}`, { appId, clientId, ...permission });
        }
      }
      return [...grants.values()];
    },
  };
}
