import type { Language } from "@parvis/manifest";
import type { AccessService } from "../governance/index.ts";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { NewEvent, Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import { because } from "../platform/reasons.rules.ts";
import * as store from "./app.store.ts";
import { otherId, versionNotHigher } from "./app-refusals.ts";
import { judgeVersion, scopesOf, summarise } from "./definition.rules.ts";
import type { PackageIntake, ReadPackage } from "./package-intake.service.ts";
import type { Publication } from "./publication.service.ts";

export type { AppRow, SideloadTarget } from "./app.store.ts";
export type SideloadService = ReturnType<typeof sideloadService>;

/** The gates that say why an upload is refused. */
const telling = ["cloud", "organisation-setting", "setup-policy", "team-setting", "permission-policy"] as const;

function notAllowed(gates: readonly { readonly gate: string }[]): ParvisError {
  const refusing = telling.find((gate) => gate === gates.at(-1)?.gate);
  const why = because(refusing === undefined ? "upload/unusable" : `upload/${refusing}`);
  return new ParvisError("upload/not-allowed", { ...why, extra: { gates } });
}

/** Custom apps that somebody uploads for themselves or a team, past the organisation's catalogue (contracts.md B.6). */
export function sideloadService(
  { database }: Pick<Platform, "database">,
  access: Pick<AccessService, "explain" | "explainUpload" | "require" | "visible">,
  intake: PackageIntake,
  { publish }: Publication,
  appRemoved: (tx: Sql, tenantId: string, appId: string) => Promise<void>,
) {
  /** @throws ParvisError upload/not-allowed with the gates, team/not-found */
  async function assertMayUpload(tenantId: string, personId: string, { scope, id }: store.SideloadTarget) {
    const decision = await access.explainUpload(tenantId, personId, scope === "team" ? id : undefined);
    if (!decision.allowed) throw notAllowed(decision.gates);
  }

  /** What nobody could use is not stored. @throws ParvisError upload/not-allowed with the gates */
  async function assertUsable(
    tenantId: string,
    personId: string,
    id: string,
    { scope, id: to }: store.SideloadTarget,
    read: ReadPackage,
  ) {
    const decision = await access.explain(tenantId, personId, {
      id,
      externalId: read.externalId,
      kind: "custom",
      blockedByPublisher: false,
      createdAt: new Date(),
      published: true,
      sideloadedScope: scope,
      sideloadedTo: to,
    });
    if (!decision.allowed) throw notAllowed(decision.gates);
  }

  function assertFits({ scope }: store.SideloadTarget, { manifest }: ReadPackage): void {
    const scopes = scopesOf(manifest);
    // Some parts, agents for one, name no scopes: of those the installation decides.
    if (scopes.length === 0 || scopes.includes(scope)) return;
    const app = summarise(manifest).displayName;
    const why = because(scope === "team" ? "upload/nothing-for-team" : "upload/nothing-for-oneself", { app });
    throw new ParvisError("app/scope-not-supported", { ...why, extra: { supported: scopes } });
  }

  function targetOf(app: store.AppRow): store.SideloadTarget {
    if (app.sideloadedScope === null || app.sideloadedTo === null) throw new ParvisError("app/not-found");
    return { scope: app.sideloadedScope, id: app.sideloadedTo };
  }

  function eventAbout(operation: string, target: store.SideloadTarget, appId: string, detail: object): NewEvent {
    const place = target.scope === "team" ? { teamId: target.id, subjectId: appId } : { subjectId: target.id };
    return { operation, ...place, appId, detail: { ...detail, scope: target.scope } };
  }

  async function find(tenantId: string, appId: string) {
    const app = await store.findApp(database.sql, tenantId, appId);
    if (app === undefined) throw new ParvisError("app/not-found");
    return { app, target: targetOf(app) };
  }

  return {
    find,

    /**
     * Stores a package for somebody alone; it is installed, with consent, as any other app.
     * @throws ParvisError upload/not-allowed with the gates, team/not-found, package/refused, app/scope-not-supported,
     *   app/exists with the app.
     */
    async upload(
      origin: Origin,
      personId: string,
      target: store.SideloadTarget,
      bytes: Uint8Array,
      language: Language,
    ): Promise<store.AppRow> {
      const { tenantId } = origin;
      await assertMayUpload(tenantId, personId, target);
      const read = await intake.read(tenantId, bytes, language);
      assertFits(target, read);
      const appId = newId();
      await assertUsable(tenantId, personId, appId, target, read);
      await command(database, origin, async (tx) => {
        const definitionId = await intake.store(tx, origin, appId, read, "published");
        const app = {
          id: appId,
          externalId: read.externalId,
          distribution: "sideloaded",
          definitionId,
          createdBy: personId,
          published: true,
          sideloadedFor: target,
        } as const;
        if (!(await store.insertApp(tx, tenantId, app))) {
          const there = await store.findSideloaded(tx, tenantId, target, read.externalId);
          const reason = target.scope === "team" ? "upload/there-for-team" : "upload/there-for-oneself";
          throw new ParvisError("app/exists", {
            ...because(reason, { app: there?.displayName ?? "An app", version: there?.version ?? "" }),
            extra: { appId: there?.id, displayName: there?.displayName, version: there?.version },
          });
        }
        await store.refreshShown(tx, tenantId, appId);
        const { displayName: name } = summarise(read.manifest);
        const detail = { name, version: read.version, externalId: read.externalId };
        return { event: eventAbout("Parvis.AppUploaded", target, appId, detail), result: undefined };
      });
      return (await find(tenantId, appId)).app;
    },

    /**
     * A new version, by whoever uploaded the app.
     * @throws ParvisError app/not-found, access/denied, upload/not-allowed, package/refused, app/other-id, app/version-not-higher
     */
    async update(
      origin: Origin,
      personId: string,
      appId: string,
      bytes: Uint8Array,
      language: Language,
    ): Promise<store.AppRow> {
      const { tenantId } = origin;
      const { app: before, target } = await find(tenantId, appId);
      await access.require(tenantId, personId, before);
      if (before.createdBy !== personId)
        throw new ParvisError("access/denied", because("upload/not-yours-to-update", { app: before.displayName }));
      await assertMayUpload(tenantId, personId, target);
      const read = await intake.read(tenantId, bytes, language);
      assertFits(target, read);
      await command(database, origin, async (tx) => {
        const app = await store.lockApp(tx, tenantId, appId);
        if (app === undefined) throw new ParvisError("app/not-found");
        if (app.externalId !== read.externalId) throw otherId(app, read.externalId);
        const step = judgeVersion(app.version, read.version);
        if (!step.higher) throw versionNotHigher(step);
        const definitionId = await intake.store(tx, origin, appId, read, "published");
        await publish(tx, origin, app, { id: definitionId, manifest: read.manifest });
        const detail = { name: summarise(read.manifest).displayName, version: read.version, from: app.version };
        return { event: eventAbout("Parvis.AppUploadUpdated", target, appId, detail), result: undefined };
      });
      return (await find(tenantId, appId)).app;
    },

    /**
     * Removes an uploaded app with its installation. The caller has checked that whoever asks may.
     * @throws ParvisError app/not-found
     */
    async remove(origin: Origin, appId: string): Promise<void> {
      const { tenantId } = origin;
      await command(database, origin, async (tx) => {
        const app = await store.lockApp(tx, tenantId, appId);
        if (app === undefined) throw new ParvisError("app/not-found");
        const target = targetOf(app);
        await appRemoved(tx, tenantId, appId);
        await store.deleteApp(tx, tenantId, appId);
        const detail = { name: app.displayName, version: app.version, externalId: app.externalId };
        return { event: eventAbout("Parvis.AppUploadRemoved", target, appId, detail), result: undefined };
      });
    },

    /** A page of what was uploaded for somebody, as far as the asking person may use it; by name. */
    async list(
      tenantId: string,
      personId: string,
      uploadedFor: store.SideloadTarget,
      page: { limit: number; after: readonly string[] | undefined },
    ): Promise<store.AppRow[]> {
      const visible = await access.visible(tenantId, personId);
      return await store.listApps(database.sql, tenantId, { ...page, search: undefined, uploadedFor, visible });
    },
  };
}
