import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDirectory } from "../directory/index.ts";
import { newId } from "../platform/identifiers.ts";
import { createLog } from "../platform/log.ts";
import type { Platform } from "../platform/platform.ts";
import { governanceParts } from "../testing/governance-parts.ts";
import { makeWorld, worlds } from "../testing/governance-world.ts";
import { makeSetup, setups } from "../testing/setup-world.ts";
import { type TestDatabase, testDatabase } from "../testing/test-database.ts";
import { changed, comesTo, worldChanges } from "../testing/world-change.ts";
import { type BootstrapService, bootstrapService, parseBootstrap } from "./bootstrap.service.ts";
import { exportConfiguration } from "./configuration-export.ts";

let database: TestDatabase;
let parts: Awaited<ReturnType<typeof governanceParts>>;
let bootstrap: BootstrapService;

beforeAll(async () => {
  database = await testDatabase();
  parts = await governanceParts(database);
  const platform = { database, now: () => new Date(), log: createLog("silent") } as unknown as Platform;
  bootstrap = bootstrapService(platform, { directory: parts.directory, governance: parts }, (within) => {
    const governance = parts.within(within);
    return { governance, directory: createDirectory({ ...platform, database: within }, governance.groups) };
  });
});
afterAll(async () => {
  parts.close();
  await parts.stop();
  await database.dispose();
});

async function exported(tenantId: string): Promise<string> {
  let file = "";
  for await (const piece of exportConfiguration(tenantId, parts.directory, parts)) file += piece;
  return file;
}

async function defaults() {
  return await parts.governance.settings(await database.addTenant());
}

const runs = { numRuns: 40, endOnFailure: true };

test("a random organisation, exported and applied, is as it was", async () => {
  await fc.assert(
    fc.asyncProperty(worlds, setups, async (world, setup) => {
      const made = await makeWorld(database, world);
      await makeSetup(database, made, setup);
      const file = await exported(made.tenantId);
      const { changes } = await bootstrap.plan(parseBootstrap(file, "export"), { kind: "system" });
      expect(changes).toEqual([]);
    }),
    runs,
  );
}, 240_000);

test("a random change of its file, applied, is what the next export says; again it changes nothing", async () => {
  const initial = await defaults();
  await fc.assert(
    fc.asyncProperty(worlds, setups, worldChanges, async (world, setup, change) => {
      const made = await makeWorld(database, world);
      await makeSetup(database, made, setup);
      const before = parseBootstrap(await exported(made.tenantId), "export");
      const wanted = { ...before, ...changed(before, made, world, change) };
      const plan = await bootstrap.plan(wanted, { kind: "system" });
      const applied = await bootstrap.apply(wanted, { tag: plan.tag });
      expect(applied.changes).toEqual(plan.changes);
      const after = parseBootstrap(await exported(made.tenantId), "export");
      expect(comesTo(after, initial)).toEqual(comesTo(wanted, initial));
      expect((await bootstrap.plan(wanted, { kind: "system" })).changes).toEqual([]);
    }),
    runs,
  );
}, 240_000);

test("the file of a random organisation makes another one like it", async () => {
  const initial = await defaults();
  await fc.assert(
    fc.asyncProperty(worlds, setups, async (world, setup) => {
      const made = await makeWorld(database, world);
      await makeSetup(database, made, setup);
      const other = newId();
      const { policies, ...file } = parseBootstrap(
        (await exported(made.tenantId)).replaceAll(made.tenantId, other),
        "export",
      );
      // A file brings no packages: what it says about single apps needs them to be there.
      const wanted = { ...file, policies: { ...policies, apps: [] } };
      await bootstrap.apply(wanted);
      const { tenant, users, groups, teams, ...said } = parseBootstrap(await exported(other), "export");
      // That members may upload needs no saying where nobody has said otherwise.
      const needed = file.teams.map(({ membersMayUpload, ...team }) =>
        membersMayUpload === false ? { ...team, membersMayUpload } : team,
      );
      expect({ tenant, users, groups, teams }).toEqual({
        tenant: file.tenant,
        users: file.users,
        groups: file.groups,
        teams: needed,
      });
      expect(comesTo(said, initial)).toEqual(comesTo(wanted, initial));
    }),
    runs,
  );
}, 240_000);
