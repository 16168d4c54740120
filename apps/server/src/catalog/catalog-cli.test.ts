/** `parvis apps` as people run it: a process of its own against a whole Parvis. */
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { megan, runParvis } from "../testing/cli-process.ts";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { appPackage, connectorManifest, personalManifest } from "../testing/packages.ts";

let place: Contoso;
let home: string;

beforeAll(async () => {
  place = await contoso();
  home = await mkdtemp(join(tmpdir(), "parvis-cli-"));
});
afterAll(async () => await place.server.dispose());

const parvis = async (args: string[], environment: Record<string, string> = {}) =>
  await runParvis({ url: place.server.url, home }, ["apps", ...args], environment);

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

test("uploads for oneself and for a team, past the organisation's catalogue", async () => {
  const manifest = connectorManifest({ name: { short: "Notes", full: "Notes" } });
  const first = await packed("notes-1", manifest);
  const second = await packed("notes-2", { ...manifest, version: "1.1.0" });
  const team = ["--team", "engineering"];
  const made = await parvis(["upload", first, ...team], megan);
  expect(made).toMatchObject({ code: 0, err: "" });
  expect(made.out).toMatch(
    /^Notes 1\.0\.0 is uploaded for Engineering \(\S+\)\.\nAdd it with: parvis install \S+ --team \S+\n$/,
  );
  expect((await parvis(["upload", first, ...team], megan)).err).toContain("uploaded for the team already");
  expect((await parvis(["update", second, ...team], megan)).out).toMatch(/^Notes is 1\.1\.0 now/);
  expect((await parvis(["list", ...team], megan)).out).toMatch(/Notes +\S+.* 1\.1\.0 +Megan Bowen/);
  const listed = JSON.parse((await parvis(["list", "note", ...team, "--json"])).out);
  expect(listed.items).toMatchObject([{ displayName: "Notes", version: "1.1.0", installed: false }]);
  expect((await parvis(["list", "--me"], megan)).out).toBe("There is none.\n");
  const refused = await parvis(["upload", first, "--me"], megan);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("nothing for one person")]);
  const mine = await packed("mine", personalManifest({ name: { short: "Mine", full: "Mine" } }));
  expect((await parvis(["upload", mine, "--me", "--json"], megan)).code).toBe(0);
  expect((await parvis(["list", "--me"], megan)).out).toContain("Mine");
  expect((await parvis(["list", "--me"])).out).toBe("There is none.\n");
  expect(await parvis(["delete", "mine", "--me"], megan)).toMatchObject({
    code: 1,
    out: expect.stringContaining("Add --yes"),
  });
  expect((await parvis(["delete", "mine", "--me", "--yes"], megan)).out).toBe("Mine is removed for yourself.\n");
  expect((await parvis(["delete", manifest.id, ...team, "--yes"])).code).toBe(0);
  expect(await parvis(["delete", "Notes", ...team, "--yes"])).toMatchObject({ code: 1 });
  expect(await parvis(["list", "--me", "--team", "x"])).toMatchObject({ code: 2 });
  expect(await parvis(["list", "--me", "--pending"])).toMatchObject({ code: 2 });
  expect(await parvis(["upload", mine, "--team", "Nowhere"], megan)).toMatchObject({ code: 1 });
}, 120_000);

test("makes an app available to some, and to everybody again", async () => {
  const manifest = connectorManifest({ name: { short: "For some", full: "For some" } });
  await parvis(["upload", await packed("for-some", manifest)]);
  const some = await parvis(["availability", "For some", "usersAndGroups", "--user", "ada@contoso.test"]);
  expect(some).toMatchObject({ code: 0, out: "For some: usersAndGroups.\n" });
  expect((await parvis(["list", "for some"], megan)).out).toBe("There is none.\n");
  expect(JSON.parse((await parvis(["availability", "For some", "default", "--json"])).out)).toMatchObject({
    availability: "default",
  });
  expect((await parvis(["list", "for some"], megan)).out).toContain("For some");
  expect(await parvis(["availability", "For some", "nobody"])).toMatchObject({ code: 2 });
  expect(await parvis(["availability", "For some", "noone"], megan)).toMatchObject({ code: 1 });
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
