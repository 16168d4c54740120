import { findApp, findAppsByRef, listGovernedApps } from "../catalog/app.store.ts";
import { createDirectory, directoryRelations, groupChanges } from "../directory/index.ts";
import { createGovernance, type GovernancePorts } from "../governance/index.ts";
import type { Database } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { EventFeed } from "../platform/events/event-feed.ts";
import { createLog } from "../platform/log.ts";
import type { Platform } from "../platform/platform.ts";

/** Governance on a database of its own, without HTTP, as main.ts puts it together. */
export async function governanceParts(database: Database) {
  const feed = new EventFeed(database, createLog("silent"));
  await feed.start();
  // What these areas use of the platform; the rest is for areas that are not here.
  const platform = { database, feed, now: () => new Date() } as unknown as Platform;
  const directory = createDirectory(platform, {
    membershipChanged: async (tx, tenantId) => await made.groups.membershipChanged(tx, tenantId),
    groupRemoved: async (tx, tenantId, group) => await made.groups.groupRemoved(tx, tenantId, group),
  });
  const ports: GovernancePorts = {
    app: async (tenantId, appId) => {
      const app = await findApp(database.sql, tenantId, appId);
      if (app === undefined) throw new ParvisError("app/not-found");
      return { ...app, icon: "" };
    },
    appsByRef: async (tenantId, refs, sql = database.sql) =>
      (await findAppsByRef(sql, tenantId, refs)).map((app) => ({ ...app, icon: "" })),
    governedApps: async (tenantId, sql) => await listGovernedApps(sql, tenantId),
    people: async (tenantId, who, sql) => await directory.people.find(tenantId, who, sql),
    groupsByName: async (tenantId, names, sql) => await directory.groups.byName(tenantId, names, sql),
    groupNames: async (tenantId, ids, sql) => await directory.groups.names(tenantId, ids, sql),
    groupsOf: async (tenantId, personId, sql) => await directory.groups.groupsOf(tenantId, personId, sql),
    waysUp: async (tenantId, personId, ids) => await directory.groups.waysUp(tenantId, personId, ids),
    teamStanding: async (tenantId, personId, teamId) => await directory.teams.standing(tenantId, personId, teamId),
    groupChanges,
    relations: directoryRelations,
  };
  const made = createGovernance(platform, async () => "worldwide", ports);
  return { ...made, ports, directory, stop: async () => await feed.stop() };
}
