/** `parvis audit` as administrators run it: a process of its own against a whole Parvis. */
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runParvis } from "../testing/cli-process.ts";
import { type Contoso, contoso, contosoFile } from "../testing/contoso.ts";
import { until } from "../testing/until.ts";

let place: Contoso;
let home: string;

beforeAll(async () => {
  place = await contoso({ file: `${contosoFile}\nsettings: { auditEnabled: true }\n` });
  home = await mkdtemp(join(tmpdir(), "parvis-cli-"));
  await place.ada.call("POST", "/api/teams", { displayName: "Marketing" });
  await until(async () => {
    const { body } = await place.ada.call<{ items: unknown[] }>("GET", "/api/audit?operation=TeamCreated");
    return body.items.length > 0;
  });
});
afterAll(async () => await place.server.dispose());

const parvis = async (args: string[], environment: Record<string, string> = {}) =>
  await runParvis({ url: place.server.url, home }, ["audit", ...args], environment);

test("finds records, for people and for programs", async () => {
  const shown = await parvis(["search", "marketing"]);
  expect(shown).toMatchObject({ code: 0, err: "" });
  expect(shown.out).toMatch(/^\d{4}-\d\d-\d\dT[\d:]+Z {2}TeamCreated +ada@contoso\.test +Marketing/);
  const json = await parvis(["search", "--operation", "TeamCreated", "--person", "ada@contoso.test", "--json"]);
  expect(JSON.parse(json.out)).toMatchObject({ records: [{ Operation: "TeamCreated", TeamName: "Marketing" }] });
  expect(await parvis(["search", "nothingofthekind"])).toMatchObject({ code: 0, out: "", err: "No records.\n" });
});

test("exports to a file, and checks the log against a hash noted earlier", async () => {
  const file = join(home, "audit.csv");
  expect((await parvis(["export", "--format", "csv", "-o", file])).code).toBe(0);
  expect(await readFile(file, "utf8")).toContain("TeamCreated,ada@contoso.test");
  const intact = await parvis(["verify", "--json"]);
  const { head } = JSON.parse(intact.out) as { head: string };
  expect(intact.code).toBe(0);
  expect((await parvis(["verify", "--expect", "0".repeat(64)])).out).toContain("it is not the log that was noted");
  expect((await parvis(["verify", "--expect", head])).code).toBe(1); // Signing in was recorded since.
});

test("says what is wrong", async () => {
  expect((await parvis(["search", "--from", "yesterday"])).code).toBe(2);
  expect((await parvis(["export", "--format", "xml"])).code).toBe(2);
  const megan = { PARVIS_USER: "megan@contoso.test", PARVIS_PASSWORD: "correct-horse-2" };
  expect(await parvis(["search"], megan)).toMatchObject({
    code: 1,
    err: "parvis: Only an administrator may do this.\n",
  });
  expect((await parvis(["verify"], { PARVIS_URL: "http://127.0.0.1:1" })).code).toBe(3);
});
