import type { Language } from "@parvis/manifest";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { authorOf, type Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import { because } from "../platform/reasons.rules.ts";
import * as apps from "./app.store.ts";
import { otherId, versionNotHigher } from "./app-refusals.ts";
import { summarise } from "./definition.rules.ts";
import { addNewApp } from "./new-app.service.ts";
import type { PackageIntake } from "./package-intake.service.ts";
import type { Publication } from "./publication.service.ts";
import { type CatalogueDecision, type CatalogueEntry, decideCatalogue } from "./submission.rules.ts";
import * as store from "./submission.store.ts";

export type { Submission } from "./submission.store.ts";
export type SubmissionService = ReturnType<typeof submissionService>;

/** What stands of an app in the catalogue, for the state machine. */
export function entryOf(app: apps.AppRow, pending: store.Submission | undefined): CatalogueEntry {
  return {
    published: app.published ? app.version : null,
    pending: pending === undefined ? null : { version: pending.version, submitter: pending.submitter },
  };
}

/** @throws ParvisError for a decision that refuses; `app` names it to whoever reads. */
export function assertAllowed(
  decision: CatalogueDecision,
  app: { readonly displayName: string },
): asserts decision is Extract<CatalogueDecision, { allowed: true }> {
  if (decision.allowed) return;
  const { refusal } = decision;
  if (refusal.why === "version-not-higher") throw versionNotHigher(refusal);
  if (refusal.why === "pending-of-another") {
    throw new ParvisError("submission/pending", because("submission/of-another", { app: app.displayName }));
  }
  if (refusal.why === "not-yours") throw new ParvisError("submission/not-found");
  throw new ParvisError("submission/decided", because("submission/none-waits", { app: app.displayName }));
}

/** Submissions to the organisation's catalogue: made by anybody, decided by administrators (contracts.md B.6). */
export function submissionService(
  { database }: Pick<Platform, "database">,
  intake: PackageIntake,
  { publish }: Publication,
  appRemoved: (tx: Sql, tenantId: string, appId: string) => Promise<void>,
) {
  /** Keeps the package as what waits for a decision about an app that is there. */
  async function place(tx: Sql, origin: Origin, app: apps.AppRow, read: Awaited<ReturnType<PackageIntake["read"]>>) {
    const { tenantId } = origin;
    const before = await store.findPending(tx, tenantId, app.id);
    const decision = decideCatalogue(entryOf(app, before), {
      kind: "submit",
      version: read.version,
      submitter: authorOf(origin),
    });
    assertAllowed(decision, app);
    if (before !== undefined) await store.deleteDefinition(tx, tenantId, before.id);
    const id = await intake.store(tx, origin, app.id, read, "submitted");
    if (!app.published) await apps.setCurrentDefinition(tx, tenantId, app.id, id, false);
    return { id, replaced: before?.version };
  }

  /** The submission as it waits, with its app locked. @throws ParvisError submission/not-found, submission/decided */
  async function take(tx: Sql, tenantId: string, id: string) {
    const found = await store.findSubmission(tx, tenantId, id);
    if (found === undefined) throw new ParvisError("submission/not-found");
    const app = await apps.lockApp(tx, tenantId, found.appId);
    const pending = await store.findPending(tx, tenantId, found.appId);
    if (app === undefined) throw new ParvisError("submission/not-found");
    if (pending?.id !== id) {
      const now = await store.findSubmission(tx, tenantId, id);
      if (now === undefined) throw new ParvisError("submission/not-found");
      throw new ParvisError("submission/decided", {
        detail: `Version ${now.version} of ${now.displayName} was ${now.state} meanwhile.`,
        extra: { state: now.state },
      });
    }
    return { app, pending };
  }

  async function get(tenantId: string, id: string): Promise<store.Submission> {
    const found = await store.findSubmission(database.sql, tenantId, id);
    if (found === undefined) throw new ParvisError("submission/not-found");
    return found;
  }

  return {
    /** @throws ParvisError submission/not-found */
    get,

    /**
     * Submits a new app. It is blocked until an administrator publishes it.
     * @throws ParvisError package/refused, app/exists with the app's page
     */
    async submit(origin: Origin, bytes: Uint8Array, language: Language): Promise<store.Submission> {
      const { tenantId } = origin;
      const read = await intake.read(tenantId, bytes, language);
      const appId = newId();
      const id = await command(database, origin, async (tx) => {
        const { definitionId, detail } = await addNewApp(tx, origin, intake, appId, read, "submitted");
        return {
          event: { operation: "Parvis.AppSubmitted", appId, subjectId: definitionId, detail },
          result: definitionId,
        };
      });
      return await get(tenantId, id);
    },

    /**
     * Submits a version of an app that is there; what is published runs on. In place of a submission that waits, when it is
     * the same person's.
     * @throws ParvisError package/refused, app/not-found, app/other-id, app/version-not-higher, submission/pending
     */
    async submitUpdate(
      origin: Origin,
      appId: string,
      bytes: Uint8Array,
      language: Language,
    ): Promise<store.Submission> {
      const { tenantId } = origin;
      if ((await apps.findApp(database.sql, tenantId, appId))?.distribution !== "organization")
        throw new ParvisError("app/not-found");
      const read = await intake.read(tenantId, bytes, language);
      const id = await command(database, origin, async (tx) => {
        const app = await apps.lockApp(tx, tenantId, appId);
        if (app === undefined) throw new ParvisError("app/not-found");
        if (app.externalId !== read.externalId) throw otherId(app, read.externalId);
        const placed = await place(tx, origin, app, read);
        const detail = {
          name: summarise(read.manifest).displayName,
          version: read.version,
          ...(app.published ? { from: app.version } : {}),
          ...(placed.replaced === undefined ? {} : { replaced: placed.replaced }),
        };
        const operation = app.published ? "Parvis.AppUpdateSubmitted" : "Parvis.AppSubmitted";
        return { event: { operation, appId, subjectId: placed.id, detail }, result: placed.id };
      });
      return await get(tenantId, id);
    },

    /** @throws ParvisError submission/not-found, submission/decided */
    async publish(origin: Origin, id: string): Promise<store.Submission> {
      const { tenantId } = origin;
      await command(database, origin, async (tx) => {
        const { app, pending } = await take(tx, tenantId, id);
        assertAllowed(decideCatalogue(entryOf(app, pending), { kind: "publish" }), app);
        const [definition] = await apps.findDefinitions(tx, tenantId, [id]);
        if (definition === undefined) throw new ParvisError("submission/not-found");
        await store.markPublished(tx, tenantId, id, authorOf(origin));
        const reverted = await publish(tx, origin, app, definition);
        const detail = {
          name: pending.displayName,
          version: pending.version,
          ...(app.published ? { from: app.version } : { externalId: app.externalId }),
          ...(pending.submitter === null ? {} : { submittedBy: pending.submitter }),
          ...reverted,
        };
        const operation = app.published ? "AppUpdatedInCatalog" : "AppPublishedToCatalog";
        return { event: { operation, appId: app.id, subjectId: app.id, detail }, result: undefined };
      });
      return await get(tenantId, id);
    },

    /** @param reason shown to whoever submitted. @throws ParvisError submission/not-found, submission/decided */
    async reject(origin: Origin, id: string, reason: string): Promise<store.Submission> {
      const { tenantId } = origin;
      await command(database, origin, async (tx) => {
        const { app, pending } = await take(tx, tenantId, id);
        assertAllowed(decideCatalogue(entryOf(app, pending), { kind: "reject" }), app);
        await store.markRejected(tx, tenantId, id, { by: authorOf(origin), reason });
        const detail = { name: pending.displayName, version: pending.version, reason };
        const event = { operation: "Parvis.AppSubmissionRejected", appId: app.id, subjectId: id, detail };
        return { event, result: undefined };
      });
      return await get(tenantId, id);
    },

    /**
     * Takes a submission back that nobody has decided about; a new app goes with its last one.
     * @throws ParvisError submission/not-found, also for somebody else's; submission/decided
     */
    async withdraw(origin: Origin, id: string, administrator: boolean): Promise<void> {
      const { tenantId } = origin;
      const found = await get(tenantId, id);
      if (!administrator && found.submitter !== authorOf(origin)) throw new ParvisError("submission/not-found");
      await command(database, origin, async (tx) => {
        const { app, pending } = await take(tx, tenantId, id);
        const withdrawal = { kind: "withdraw", by: authorOf(origin), administrator } as const;
        assertAllowed(decideCatalogue(entryOf(app, pending), withdrawal), app);
        await store.deleteDefinition(tx, tenantId, id);
        if (!app.published) {
          const left = await store.findNewestDefinition(tx, tenantId, app.id);
          if (left === undefined) {
            await appRemoved(tx, tenantId, app.id);
            await apps.deleteApp(tx, tenantId, app.id);
          } else await apps.setCurrentDefinition(tx, tenantId, app.id, left, false);
        }
        const detail = { name: pending.displayName, version: pending.version };
        const event = { operation: "Parvis.AppSubmissionWithdrawn", appId: app.id, subjectId: id, detail };
        return { event, result: undefined };
      });
    },

    async pending(tenantId: string, page: Parameters<typeof store.listPending>[2]) {
      return await store.listPending(database.sql, tenantId, page);
    },

    async pendingOf(tenantId: string, appId: string) {
      return await store.findPending(database.sql, tenantId, appId);
    },

    async of(tenantId: string, personId: string, page: Parameters<typeof store.listPending>[2]) {
      return await store.listSubmittedBy(database.sql, tenantId, personId, page);
    },

    async countPending(tenantId: string): Promise<number> {
      return await store.countPending(database.sql, tenantId);
    },
  };
}
