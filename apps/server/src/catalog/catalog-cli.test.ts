/** `parvis apps` as people run it: a process of its own against a whole Parvis. */
import { spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { appPackage, connectorManifest } from "../testing/packages.ts";

const bin = join(import.meta.dirname, "../../../cli/bin/parvis.js");
let place: Contoso;
let home: string;

beforeAll(async () => {
  place = await contoso();
  home = await mkdtemp(join(tmpdir(), "parvis-cli-"));
});
afterAll(async () => await place.server.dispose());

const megan = { PARVIS_USER: "megan@contoso.test", PARVIS_PASSWORD: "correct-horse-2" };

async function parvis(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [bin, "apps", ...args], {
    env: {
      ...process.env,
      XDG_CONFIG_HOME: home,
      PARVIS_URL: place.server.url,
      PARVIS_USER: "ada@contoso.test",
      PARVIS_PASSWORD: "correct-horse-1",
      NO_COLOR: "1",
      ...environment,
    },
  });
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.on("close", done)),
  ]);
  return { out, err, code };
}

async function packed(name: string, manifest: object): Promise<string> {
  const path = join(home, `${name}.zip`);
  await writeFile(path, appPackage(manifest));
  return path;
}

test("an app's life: submitted, approved, updated, blocked, allowed, removed", async () => {
  const manifest = connectorManifest({ name: { short: "Life", full: "Life" } });
  const first = await packed("life-1", manifest);
  const second = await packed("life-2", { ...manifest, version: "1.1.0" });
  const third = await packed("life-3", { ...manifest, version: "1.2.0" });
  expect((await parvis(["submit", first], megan)).out).toMatch(/^Life 1\.0\.0, a new app, waits for approval/);
  expect((await parvis(["list", "--pending", "--json"])).out).toContain('"publishingStatus":"submitted"');
  expect(await parvis(["approve", "life"])).toMatchObject({ code: 0, out: "Life 1.0.0 is published.\n" });
  expect((await parvis(["submit", second, "--json"], megan)).out).toContain('"kind":"update"');
  expect((await parvis(["reject", manifest.id, "--reason", "Not yet."])).code).toBe(0);
  expect((await parvis(["update", third])).out).toMatch(/^Life is 1\.2\.0 now/);
  expect((await parvis(["block", "Life"])).out).toBe("Life: blocked.\n");
  expect((await parvis(["list"], megan)).out).toBe("There is none.\n");
  expect((await parvis(["allow", "Life"])).code).toBe(0);
  const shown = await parvis(["show", "Life"]);
  expect(shown.out).toMatch(/1\.2\.0 +published, current/);
  expect(shown.out).toMatch(/1\.1\.0 +rejected .*Not yet\./);
  const asked = await parvis(["delete", "Life"]);
  expect([asked.code, asked.out]).toEqual([1, expect.stringContaining("Add --yes to remove it.")]);
  expect((await parvis(["delete", "Life", "--yes"])).code).toBe(0);
  expect((await parvis(["show", "Life"])).code).toBe(1);
}, 120_000);

test("says what is wrong", async () => {
  const faulty = await packed("faulty", connectorManifest({ accentColor: "blue" }));
  const refused = await parvis(["upload", faulty]);
  expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/1 error.*\n {2}.*schema\/pattern/s)]);
  const fine = await packed("fine", connectorManifest({ name: { short: "Fine", full: "Fine" } }));
  expect((await parvis(["upload", fine, "--json"])).code).toBe(0);
  expect(await parvis(["upload", fine])).toMatchObject({
    code: 1,
    err: expect.stringContaining("has this id already"),
  });
  expect(await parvis(["update", fine])).toMatchObject({
    code: 1,
    err: expect.stringContaining("Use 1.0.1 or higher"),
  });
  expect(await parvis(["upload", fine], megan)).toMatchObject({
    code: 1,
    err: "parvis: Only an administrator may do this.\n",
  });
  expect((await parvis(["upload", join(home, "nothing.zip")])).code).toBe(2);
  expect((await parvis(["reject", "Fine"])).code).toBe(2);
  expect((await parvis(["approve", "Fine"])).err).toContain("nothing of Fine waits for approval");
  expect((await parvis(["list"], { PARVIS_URL: "http://127.0.0.1:1" })).code).toBe(3);
}, 120_000);
