/** `parvis install`, `upgrade --app` and `uninstall` as people run them: a process of its own against a whole Parvis. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runParvis } from "../testing/cli-process.ts";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { appPackage, connectorManifest, personalManifest } from "../testing/packages.ts";

let place: Contoso;
let home: string;

beforeAll(async () => {
  place = await contoso();
  home = await mkdtemp(join(tmpdir(), "parvis-cli-"));
});
afterAll(async () => await place.server.dispose());

const parvis = async (args: string[], user = "ada@contoso.test", password = "correct-horse-1") =>
  await runParvis({ url: place.server.url, home }, args, { PARVIS_USER: user, PARVIS_PASSWORD: password });

test("an app is added to a team after saying what it asks for, upgraded, and taken off", async () => {
  const manifest = connectorManifest({ name: { short: "Command", full: "Command" } });
  const { body } = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
  const where = ["--team", "Engineering"];
  const asked = await parvis(["install", "Command", ...where]);
  expect([asked.code, asked.err]).toEqual([1, expect.stringContaining("--accept")]);
  expect(asked.err).toContain("Post cards");
  const made = await parvis(["install", "Command", ...where, "--accept", "--json"]);
  expect(JSON.parse(made.out)).toMatchObject({ installed: true, app: { id: body.id }, version: "1.0.0" });
  expect((await parvis(["install", "Command", ...where, "--accept"])).code).toBe(1);
  const bot = { bots: [{ botId: "11111111-2222-4333-8444-555555555555", scopes: ["team"] }], version: "1.1.0" };
  await place.ada.call("POST", `/api/apps/${body.id}/definitions`, appPackage({ ...manifest, ...bot }));
  expect((await parvis(["upgrade", "--app", "Command", ...where])).err).toContain("--accept");
  expect((await parvis(["upgrade", "--app", "Command", ...where, "--accept"])).out).toContain("1.1.0");
  expect((await parvis(["uninstall", "Command", ...where])).code).toBe(0);
  expect((await parvis(["uninstall", "Command", ...where])).err).toContain("not installed");
});

test("for oneself, and by an administrator for somebody else", async () => {
  const manifest = personalManifest({ name: { short: "Personal", full: "Personal" } });
  await place.ada.call("POST", "/api/apps", appPackage(manifest));
  const megan = ["megan@contoso.test", "correct-horse-2"] as const;
  expect((await parvis(["install", "Personal", "--accept"], ...megan)).code).toBe(0);
  const others = await parvis(["install", "Personal", "--person", "alex@contoso.test", "--accept"], ...megan);
  expect([others.code, others.err]).toEqual([1, expect.stringContaining("administrator")]);
  expect((await parvis(["install", "Personal", "--person", "alex@contoso.test", "--accept"])).code).toBe(0);
  expect((await parvis(["uninstall", "Personal", "--person", "alex@contoso.test"])).code).toBe(0);
});

test("wrong usage is 2, and what is not there is 1", async () => {
  expect((await parvis(["install"])).code).toBe(2);
  expect((await parvis(["install", "X", "--team", "a", "--chat", "b"])).code).toBe(2);
  expect((await parvis(["upgrade"])).code).toBe(2);
  expect((await parvis(["upgrade", "manifest.json", "--app", "X"])).code).toBe(2);
  expect((await parvis(["install", "No such app", "--accept"])).err).toContain("no app");
});
