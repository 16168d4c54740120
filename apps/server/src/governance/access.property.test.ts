import fc from "fast-check";
import { sql as text } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findApps, listApps } from "../catalog/app.store.ts";
import { directoryRelations } from "../directory/index.ts";
import { governanceParts } from "../testing/governance-parts.ts";
import { makeWorld, worlds } from "../testing/governance-world.ts";
import { type TestDatabase, testDatabase } from "../testing/test-database.ts";
import { listAppRules } from "./app-rule.store.ts";
import { audience } from "./audience.store.ts";

let database: TestDatabase;
let parts: Awaited<ReturnType<typeof governanceParts>>;

beforeAll(async () => {
  database = await testDatabase();
  parts = await governanceParts(database);
});
afterAll(async () => {
  parts.close();
  await parts.stop();
  await database.dispose();
});

const everything = { limit: 100, after: undefined, search: undefined };

test("in random worlds, listings equal the single decision for every person and app, and the last gate is the verdict", async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const { tenantId, people, apps: ids } = await makeWorld(database, world);
      const apps = await findApps(database.sql, tenantId, ids);
      const users = new Map(apps.map((app) => [app.id, [] as string[]]));
      for (const person of people) {
        const decided: string[] = [];
        for (const app of apps) {
          const { allowed, gates, further } = await parts.access.explain(tenantId, person, app);
          expect(gates.at(-1)?.passed).toBe(allowed);
          expect(gates.slice(0, -1).every(({ passed }) => passed)).toBe(true);
          if (allowed) expect(further).toEqual([]);
          if (!allowed) continue;
          decided.push(app.id);
          users.get(app.id)?.push(person);
        }
        const visible = await parts.access.visible(tenantId, person);
        const listed = await listApps(database.sql, tenantId, { ...everything, visible });
        expect(listed.map(({ id }) => id).sort()).toEqual(decided.sort());
      }
      // The same the other way round: whom each app is for.
      const rules = await listAppRules(database.sql, tenantId, ids);
      const settings = await parts.governance.settingsInForce(tenantId);
      for (const app of apps) {
        const rule = rules.get(app.id) ?? { status: undefined, availability: undefined };
        const open = (await parts.access.explain(tenantId, null, app)).allowed;
        const everybody = directoryRelations.people(tenantId);
        const { rows } = await text<{ id: string }>`select person_id as id
          from ${audience(tenantId, app, rule, settings, everybody, directoryRelations)} a`.execute(database.sql);
        const reached = open ? rows.map(({ id }) => id).sort() : [];
        expect(reached).toEqual(users.get(app.id)?.sort());
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 240_000);
