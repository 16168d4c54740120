import type { TeamsManifest } from "@parvis/manifest";
import type { AppRow, AppService } from "../catalog/index.ts";
import { ParvisError } from "../platform/errors.ts";
import type { Origin } from "../platform/events/event-log.ts";
import type { InstallationService } from "./installation.service.ts";
import type { PersonalAppService } from "./personal-app.service.ts";
import type { Place } from "./place.rules.ts";
import { consentMatches, permissionsIn, permissionType, resourcePermissions } from "./resource-consent.rules.ts";

/** An app in a place, or one that could come there, with the version that runs or would. */
export interface InstalledApp {
  readonly app: AppRow;
  readonly version: string;
  readonly manifest: TeamsManifest;
}

/** What a program says was consented to. */
export interface ProgramConsent {
  readonly byAdministrator: boolean;
  /** Whether the program's own permissions let it say so. */
  readonly mayConsent: boolean;
  readonly permissions: readonly { readonly name: string; readonly type: string }[] | undefined;
}

export type InstalledAppService = ReturnType<typeof installedAppService>;

const mostOfPerson = 1_000;
const unchanged = new Set(["installation/up-to-date", "installation/not-found"]);

/** Apps of any place as programs manage them: by their app, and consenting with a set of permissions. */
export function installedAppService(
  apps: Pick<AppService, "many" | "byExternalId" | "definitions" | "definition">,
  installations: Pick<InstallationService, "add" | "upgrade" | "remove" | "allIn" | "running" | "findByApp">,
  personal: Pick<PersonalAppService, "list" | "remove">,
) {
  /**
   * Contracts.md A.4: the set must be the one the definition asks for, and only programs that may consent install such apps.
   * @throws ParvisError token/permission-missing, installation/permissions-differ naming what must be accepted.
   */
  function assertConsent(place: Place, { app, manifest }: InstalledApp, given: ProgramConsent): void {
    const required = resourcePermissions(manifest);
    const here = permissionsIn(required, place.scope);
    const named = given.permissions?.map(({ name, type }) => ({ name, type: permissionType(type) }));
    if (here.length > 0 && !given.mayConsent)
      throw new ParvisError("token/permission-missing", {
        detail: `${app.displayName} asks for resource-specific permissions; installing or upgrading it needs a permission of the kind ReadWriteAndConsent.`,
      });
    if (consentMatches(required, named, place.scope)) return;
    throw new ParvisError("installation/permissions-differ", {
      detail: `The consented permissions are not those that ${app.displayName} ${app.version} asks for: ${required.map(({ name, type }) => `${name} (${type})`).join(", ") || "none"}.`,
      extra: { required },
    });
  }

  const consentTo = ({ app }: InstalledApp, given: ProgramConsent) => ({
    definitionId: app.definitionId,
    onBehalfOfOrganisation: false,
    byAdministrator: given.byAdministrator,
  });

  return {
    /** Everything in a place, of people also what a policy gives: some dozens of apps. */
    async allIn(tenantId: string, place: Place): Promise<InstalledApp[]> {
      if (place.scope === "personal") {
        const page = { limit: mostOfPerson, after: undefined, search: undefined };
        return await personal.list(tenantId, place.id, page);
      }
      const rows = await installations.running(tenantId, await installations.allIn(tenantId, place));
      const definitions = await apps.definitions(
        tenantId,
        rows.map((row) => row.effective.definitionId),
      );
      return rows.flatMap(({ app, effective }) => {
        const definition = definitions.get(effective.definitionId);
        return definition === undefined ? [] : [{ app, version: definition.version, manifest: definition.manifest }];
      });
    },

    /** An app of the catalogue with its newest version. @param wireId its id there; for apps of the store the manifest's. */
    async offered(tenantId: string, wireId: string): Promise<InstalledApp | undefined> {
      const id = wireId.toLowerCase();
      const known = /^[0-9a-f-]{36}$/.test(id) ? (await apps.many(tenantId, [id])).get(id) : undefined;
      const external = known ?? (await apps.byExternalId(tenantId, wireId));
      const app = known ?? (external?.distribution === "store" ? external : undefined);
      if (app === undefined) return undefined;
      const { version, manifest } = await apps.definition(tenantId, app.definitionId);
      return { app, version, manifest };
    },

    async add(origin: Origin, place: Place, wanted: InstalledApp, given: ProgramConsent): Promise<void> {
      assertConsent(place, wanted, given);
      await installations.add(origin, place, wanted.app.id, consentTo(wanted, given));
    },

    /**
     * To the newest version; one that runs it already stays as it is, and so does what a policy gave and nobody used yet.
     * @param newest the app with its newest version
     */
    async upgrade(origin: Origin, place: Place, newest: InstalledApp, given: ProgramConsent): Promise<void> {
      assertConsent(place, newest, given);
      try {
        const { id } = await installations.findByApp(origin.tenantId, place, newest.app.id);
        await installations.upgrade(origin, place, id, consentTo(newest, given));
      } catch (error) {
        const stays = error instanceof ParvisError && unchanged.has(error.code);
        if (!stays) throw error;
      }
    },

    async remove(origin: Origin, place: Place, { app }: InstalledApp): Promise<void> {
      if (place.scope === "personal") return await personal.remove(origin, place.id, app.id);
      const { id } = await installations.findByApp(origin.tenantId, place, app.id);
      await installations.remove(origin, place, id);
    },
  };
}
