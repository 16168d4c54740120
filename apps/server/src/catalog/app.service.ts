import { createHash } from "node:crypto";
import type { Language } from "@parvis/manifest";
import type { AccessService } from "../governance/index.ts";
import type { AppCondition } from "../platform/database/app-condition.ts";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { authorOf, type Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import * as store from "./app.store.ts";
import { appFinder } from "./app-finder.ts";
import { otherId } from "./app-refusals.ts";
import { findPicture, putContent } from "./content.store.ts";
import { summarise } from "./definition.rules.ts";
import { addNewApp } from "./new-app.service.ts";
import type { PackageIntake } from "./package-intake.service.ts";
import { pictureFault, pictureTypes, readPicture } from "./picture.rules.ts";
import type { Publication, PublicationPorts } from "./publication.service.ts";
import { decideCatalogue } from "./submission.rules.ts";
import { assertAllowed, entryOf } from "./submission.service.ts";
import { findPending, markRejected } from "./submission.store.ts";

/** What the catalogue asks of the rest of Parvis. */
export interface CatalogPorts extends PublicationPorts {
  /** Told inside the transaction that removes an app. */
  appRemoved(tx: Sql, tenantId: string, appId: string): Promise<void>;
}

export type { AppRow } from "./app.store.ts";

export type AppService = ReturnType<typeof appService>;

/** The organisation's catalogue: apps, their versions, packages and pictures. */
export function appService(
  { database }: Pick<Platform, "database">,
  access: Pick<AccessService, "visible">,
  intake: PackageIntake,
  { publish }: Publication,
  ports: Pick<CatalogPorts, "appRemoved">,
) {
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
      const read = await intake.read(tenantId, bytes, language);
      const appId = newId();
      await command(database, origin, async (tx) => {
        const { detail } = await addNewApp(tx, origin, intake, appId, read, "published");
        return { event: { operation: "AppPublishedToCatalog", appId, subjectId: appId, detail }, result: undefined };
      });
      return await get(tenantId, appId);
    },

    /**
     * Publishes a new version in place: everything that names the app stays attached. A submission that waits and is no
     * higher is rejected, and says by which version.
     * @throws ParvisError package/refused, app/not-found, app/other-id, app/version-not-higher.
     */
    async update(origin: Origin, appId: string, bytes: Uint8Array, language: Language): Promise<store.AppRow> {
      const { tenantId } = origin;
      if ((await get(tenantId, appId)).distribution !== "organization") throw new ParvisError("app/not-found");
      const read = await intake.read(tenantId, bytes, language);
      await command(database, origin, async (tx) => {
        const app = await store.lockApp(tx, tenantId, appId);
        if (app === undefined) throw new ParvisError("app/not-found");
        if (app.externalId !== read.externalId) throw otherId(app, read.externalId);
        const pending = await findPending(tx, tenantId, appId);
        const decision = decideCatalogue(entryOf(app, pending), { kind: "upload", version: read.version });
        assertAllowed(decision, app);
        if (pending !== undefined && decision.waiting === "superseded") {
          const by = authorOf(origin);
          await markRejected(tx, tenantId, pending.id, { by, reason: "", supersededBy: read.version });
        }
        const definitionId = await intake.store(tx, origin, appId, read, "published");
        const reverted = await publish(tx, origin, app, { id: definitionId, manifest: read.manifest });
        const detail = {
          name: summarise(read.manifest).displayName,
          version: read.version,
          ...(app.published ? { from: app.version } : { externalId: app.externalId }),
          ...(decision.waiting === "superseded" ? { superseded: pending?.version } : {}),
          ...reverted,
        };
        const operation = app.published ? "AppUpdatedInCatalog" : "AppPublishedToCatalog";
        return { event: { operation, appId, subjectId: appId, detail }, result: undefined };
      });
      return await get(tenantId, appId);
    },

    /**
     * A package as an update of an app, which is not stored.
     * @throws ParvisError as `update` does.
     */
    async preview(tenantId: string, appId: string, bytes: Uint8Array, language: Language) {
      const app = await get(tenantId, appId);
      const read = await intake.read(tenantId, bytes, language);
      if (app.externalId !== read.externalId) throw otherId(app, read.externalId);
      assertAllowed(decideCatalogue(entryOf(app, undefined), { kind: "upload", version: read.version }), app);
      return { app, version: read.version, manifest: read.manifest };
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

    /** Published versions, newest first. */
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
