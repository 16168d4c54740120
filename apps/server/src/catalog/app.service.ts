import { createHash } from "node:crypto";
import { consentNeeded, type Language } from "@parvis/manifest";
import type { AccessService, GovernanceService } from "../governance/index.ts";
import type { AppCondition } from "../platform/database/app-condition.ts";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import * as store from "./app.store.ts";
import { appFinder } from "./app-finder.ts";
import { indexApp } from "./app-search.store.ts";
import { findPicture, putContent } from "./content.store.ts";
import { judgeVersion, summarise } from "./definition.rules.ts";
import type { PackageReader, PackageVerdict } from "./package-reader.ts";
import { pictureFault, pictureTypes, readPicture } from "./picture.rules.ts";

/** A valid package, taken apart. */
interface ReadPackage {
  readonly externalId: string;
  readonly version: string;
  readonly manifest: NonNullable<PackageVerdict["manifest"]>;
  readonly verdict: PackageVerdict;
  readonly bytes: Uint8Array;
}

/** What the catalogue asks of the rest of Parvis. */
export interface CatalogPorts {
  /** The definitions of an app that somebody accepted and may still run: a few, however many installations. */
  versionsInUse(tx: Sql, tenantId: string, appId: string): Promise<string[]>;
  /** Told inside the transaction that removes an app. */
  appRemoved(tx: Sql, tenantId: string, appId: string): Promise<void>;
}

export type { AppRow } from "./app.store.ts";

export type AppService = ReturnType<typeof appService>;

/** The organisation's catalogue: apps, their versions, packages and pictures. */
export function appService(
  { database }: Pick<Platform, "database">,
  governance: Pick<GovernanceService, "settings">,
  access: Pick<AccessService, "visible">,
  reader: Pick<PackageReader, "read">,
  ports: CatalogPorts,
) {
  async function readPackage(tenantId: string, bytes: Uint8Array, language: Language): Promise<ReadPackage> {
    const { allowCustomApps } = await governance.settings(tenantId);
    if (!allowCustomApps) {
      throw new ParvisError("access/denied", {
        detail: "Custom apps are switched off for the organisation, so none can be uploaded.",
      });
    }
    const verdict = await reader.read(bytes, language);
    const { valid, findings, manifest, externalId, version } = verdict;
    if (!valid || manifest === null || externalId === null || version === null) {
      const errors = findings.filter((finding) => finding.severity === "error").length;
      throw new ParvisError("package/refused", {
        detail: `The package has ${errors} ${errors === 1 ? "error" : "errors"}; nothing was stored. Each finding says how to fix it.`,
        extra: { findings },
      });
    }
    return { externalId, version, manifest, verdict, bytes };
  }

  /** Writes package, pictures and definition. */
  async function storeDefinition(tx: Sql, origin: Origin, appId: string, read: ReadPackage): Promise<string> {
    const { tenantId } = origin;
    const { color, outline } = read.verdict;
    if (color === undefined || outline === undefined) throw new Error("A valid package has both icons.");
    const definition = {
      id: newId(),
      appId,
      version: read.version,
      manifest: read.manifest,
      ...summarise(read.manifest),
      packageSha256: Buffer.from(read.verdict.packageSha256),
      colorIcon: Buffer.from(color.sha256),
      outlineIcon: Buffer.from(outline.sha256),
      createdBy: origin.actor.kind === "person" ? origin.actor.id : null,
    };
    await putContent(tx, tenantId, definition.packageSha256, "application/zip", read.bytes);
    await putContent(tx, tenantId, definition.colorIcon, "image/png", color.bytes);
    await putContent(tx, tenantId, definition.outlineIcon, "image/png", outline.bytes);
    await store.insertDefinition(tx, tenantId, definition);
    return definition.id;
  }

  function existsAlready(app: store.AppRow, offered: string): ParvisError {
    const step = judgeVersion(app.version, offered);
    const how = step.higher
      ? `Update it to ${offered} on its own page instead of adding it anew.`
      : `An update, on its own page, needs ${step.least} or higher; the package is ${offered}.`;
    return new ParvisError("app/exists", {
      detail: `${app.displayName} ${app.version} has this id already. ${how}`,
      extra: { appId: app.id, displayName: app.displayName, version: app.version, page: `/admin/apps/${app.id}` },
    });
  }

  async function get(tenantId: string, appId: string): Promise<store.AppRow> {
    const app = await store.findApp(database.sql, tenantId, appId);
    if (app === undefined) throw new ParvisError("app/not-found");
    return app;
  }

  return {
    get,
    ...appFinder({ database }, access),

    /**
     * Adds an app from its package; an administrator's upload is published at once (lifecycle.md 4).
     * @throws ParvisError package/refused with every finding, app/exists with the app's page.
     */
    async upload(origin: Origin, bytes: Uint8Array, language: Language): Promise<store.AppRow> {
      const { tenantId } = origin;
      const read = await readPackage(tenantId, bytes, language);
      const appId = newId();
      await command(database, origin, async (tx) => {
        const existing = await store.findAppByExternalId(tx, tenantId, read.externalId);
        if (existing !== undefined) throw existsAlready(existing, read.version);
        const definitionId = await storeDefinition(tx, origin, appId, read);
        const createdBy = origin.actor.kind === "person" ? origin.actor.id : null;
        const app = {
          id: appId,
          externalId: read.externalId,
          distribution: "organization",
          definitionId,
          createdBy,
        } as const;
        if (!(await store.insertApp(tx, tenantId, app))) {
          throw new ParvisError("app/exists", { detail: "Somebody else has just added an app with this id." });
        }
        await indexApp(tx, tenantId, appId);
        const detail = {
          name: summarise(read.manifest).displayName,
          version: read.version,
          externalId: read.externalId,
        };
        return { event: { operation: "AppPublishedToCatalog", appId, subjectId: appId, detail }, result: undefined };
      });
      return await get(tenantId, appId);
    },

    /**
     * Publishes a new version. Nothing is written per installation: for each version still in use, one row says whether
     * going on from it needs a fresh consent, and why (architecture.md, the second idea).
     * @throws ParvisError package/refused, app/not-found, app/other-id, app/version-not-higher.
     */
    async update(origin: Origin, appId: string, bytes: Uint8Array, language: Language): Promise<store.AppRow> {
      const { tenantId } = origin;
      await get(tenantId, appId);
      const read = await readPackage(tenantId, bytes, language);
      const { consentRules } = await governance.settings(tenantId);
      await command(database, origin, async (tx) => {
        const app = await store.lockApp(tx, tenantId, appId);
        if (app === undefined) throw new ParvisError("app/not-found");
        if (app.externalId !== read.externalId) {
          throw new ParvisError("app/other-id", {
            detail: `The package has the id ${read.externalId}, but ${app.displayName} is ${app.externalId}. An app's id never changes.`,
          });
        }
        const verdict = judgeVersion(app.version, read.version);
        if (!verdict.higher) {
          throw new ParvisError("app/version-not-higher", {
            detail: `The package is version ${verdict.offered}, and ${verdict.current} is published already. Use ${verdict.least} or higher.`,
            extra: { current: verdict.current, offered: verdict.offered, least: verdict.least },
          });
        }
        const definitionId = await storeDefinition(tx, origin, appId, read);
        const inUse = await store.findDefinitions(tx, tenantId, await ports.versionsInUse(tx, tenantId, appId));
        const transitions = inUse.map((from) => {
          const { required, reasons } = consentNeeded(consentRules, from.manifest, read.manifest);
          const ends = { fromDefinitionId: from.id, toDefinitionId: definitionId };
          return { ...ends, consentRequired: required, ruleSet: consentRules, reasons };
        });
        await store.insertTransitions(tx, tenantId, appId, transitions);
        await store.setCurrentDefinition(tx, tenantId, appId, definitionId);
        await indexApp(tx, tenantId, appId);
        const detail = { name: summarise(read.manifest).displayName, from: app.version, version: read.version };
        return { event: { operation: "AppUpdatedInCatalog", appId, subjectId: appId, detail }, result: undefined };
      });
      return await get(tenantId, appId);
    },

    /** Removes an app with its versions and installations. History stays. @throws ParvisError app/not-found */
    async remove(origin: Origin, appId: string): Promise<void> {
      await command(database, origin, async (tx) => {
        const app = await store.lockApp(tx, origin.tenantId, appId);
        if (app === undefined) throw new ParvisError("app/not-found");
        await ports.appRemoved(tx, origin.tenantId, appId);
        await store.deleteApp(tx, origin.tenantId, appId);
        const detail = { name: app.displayName, version: app.version, externalId: app.externalId };
        return { event: { operation: "AppDeletedFromCatalog", appId, subjectId: appId, detail }, result: undefined };
      });
    },

    /** A page of apps. @param forPerson whose apps; undefined for all there are, as administrators manage them. */
    async list(
      tenantId: string,
      page: Omit<store.AppPage, "visible">,
      forPerson: string | undefined,
    ): Promise<store.AppRow[]> {
      const visible = forPerson === undefined ? undefined : await access.visible(tenantId, forPerson);
      return await store.listApps(database.sql, tenantId, { ...page, visible });
    },

    /** @param refs ids in the catalogue or manifests' ids, in lower case. Unknown ones are left out. */
    async byRefs(
      tenantId: string,
      refs: readonly string[],
      sql: Sql = database.sql,
      usable?: AppCondition,
    ): Promise<store.AppRow[]> {
      return await store.findAppsByRef(sql, tenantId, refs, usable);
    },

    /** The version that is current, which no update replaces before the transaction ends; undefined for no such app. */
    async holdCurrent(tx: Sql, tenantId: string, appId: string): Promise<string | undefined> {
      return await store.holdCurrentDefinition(tx, tenantId, appId);
    },

    async governed(tenantId: string, sql: Sql) {
      return await store.listGovernedApps(sql, tenantId);
    },

    async many(tenantId: string, appIds: readonly string[]): Promise<Map<string, store.AppRow>> {
      const apps = await store.findApps(database.sql, tenantId, appIds);
      return new Map(apps.map((app) => [app.id, app]));
    },

    /** @param externalId the manifest's id. */
    async byExternalId(tenantId: string, externalId: string): Promise<store.AppRow | undefined> {
      return await store.findAppByExternalId(database.sql, tenantId, externalId);
    },

    async definitions(tenantId: string, ids: readonly string[]): Promise<Map<string, store.DefinitionRow>> {
      const rows = await store.findDefinitions(database.sql, tenantId, ids);
      return new Map(rows.map((row) => [row.id, row]));
    },

    async definition(tenantId: string, id: string): Promise<store.DefinitionRow> {
      const [row] = await store.findDefinitions(database.sql, tenantId, [id]);
      if (row === undefined) throw new Error(`There is no definition ${id}.`);
      return row;
    },

    async versions(tenantId: string, appId: string) {
      return await store.listVersions(database.sql, tenantId, appId, 50);
    },

    async transitions(tenantId: string, appIds: readonly string[]) {
      return await store.listTransitions(database.sql, tenantId, appIds);
    },

    /** @throws ParvisError icon/not-found */
    async icon(tenantId: string, sha256Hex: string): Promise<{ mediaType: string; bytes: Buffer }> {
      const found = await findPicture(database.sql, tenantId, Buffer.from(sha256Hex, "hex"), pictureTypes);
      if (found === undefined) throw new ParvisError("icon/not-found");
      return found;
    },

    /**
     * Keeps a picture that somebody uploaded, inside the transaction that uses it.
     * @returns its SHA-256, which is its address.
     * @throws ParvisError picture/refused saying why and what would be taken.
     */
    async keepPicture(tx: Sql, tenantId: string, bytes: Uint8Array): Promise<Buffer> {
      const detail = pictureFault(bytes);
      const picture = readPicture(bytes);
      if (detail !== undefined || picture === undefined)
        throw new ParvisError("picture/refused", { ...(detail && { detail }) });
      const sha256 = createHash("sha256").update(bytes).digest();
      await putContent(tx, tenantId, sha256, picture.mediaType, bytes);
      return sha256;
    },
  };
}
