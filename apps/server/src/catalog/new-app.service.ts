import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { authorOf, type Origin } from "../platform/events/event-log.ts";
import * as store from "./app.store.ts";
import { existsAlready } from "./app-refusals.ts";
import { summarise } from "./definition.rules.ts";
import type { PackageIntake, ReadPackage } from "./package-intake.service.ts";

/**
 * Part of a command, in its transaction: a new app of the organisation, uploaded or submitted.
 * @returns its ids, and what the event tells of it. @throws ParvisError app/exists with the app's page
 */
export async function addNewApp(
  tx: Sql,
  origin: Origin,
  intake: Pick<PackageIntake, "store">,
  appId: string,
  read: ReadPackage,
  state: "published" | "submitted",
) {
  const { tenantId } = origin;
  const { externalId, version } = read;
  const existing = await store.findAppByExternalId(tx, tenantId, externalId);
  if (existing !== undefined) throw existsAlready(existing, version);
  const definitionId = await intake.store(tx, origin, appId, read, state);
  const app = {
    id: appId,
    externalId,
    distribution: "organization",
    definitionId,
    createdBy: authorOf(origin),
    published: state === "published",
  } as const;
  if (!(await store.insertApp(tx, tenantId, app)))
    throw new ParvisError("app/exists", { detail: "Somebody else has just added an app with this id." });
  await store.refreshShown(tx, tenantId, appId);
  return { definitionId, detail: { name: summarise(read.manifest).displayName, version, externalId } };
}
