import { afterAll, beforeAll, expect, test } from "vitest";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { appPackage, connectorManifest } from "../testing/packages.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
  await place.ada.call("POST", "/api/apps", appPackage(connectorManifest()));
  const none = { type: "AllowedAppList", apps: [] };
  const content = { microsoft: none, thirdParty: none, custom: none };
  for (const name of ["Strict", "Stricter"])
    await place.ada.call("POST", "/api/policies/permission", { name, content });
  for (const displayName of ["Sales", "Staff"]) await place.ada.call("POST", "/api/groups", { displayName });
});
afterAll(async () => await place.server.dispose());

interface Outcome {
  lines: number;
  given: number;
  changed: number;
  taken: number;
  unchanged: number;
  wrong: { line: number; code: string; values: object; problem: string }[];
  impact: { apps: { lose: number }[] } | null;
}

/** Sends a table as its own content type, as the admin centre and scripts do. */
async function send(csv: string, apply = false) {
  const response = await fetch(`${place.server.url}/api/policies/permission/assignments/file?apply=${apply}`, {
    method: "POST",
    headers: { "Content-Type": "text/csv", Cookie: place.ada.cookie },
    body: csv,
  });
  return { status: response.status, body: (await response.json()) as Outcome & { code: string; detail: string } };
}

const assigned = async () =>
  (await place.ada.call<{ items: unknown[] }>("GET", "/api/policies/permission/assignments/people")).body.items.length;

test("a table is looked at first: what it would do, and who would lose which apps", async () => {
  const { status, body } = await send("person,policy\nmegan@contoso.test,Strict\nAlex@Contoso.test,\n");
  expect([status, body.given, body.unchanged, body.wrong]).toEqual([200, 1, 1, []]);
  expect(body.impact?.apps[0]?.lose).toBe(1);
  expect(await assigned()).toBe(0);
});

test("every wrong line is listed, and nothing is applied", async () => {
  const csv = [
    "person;group;policy;rank",
    "megan@contoso.test;;Strict;",
    "ghost@contoso.test;;Strict;",
    "alex@contoso.test;;No such;",
    ";;Strict;",
    "alex@contoso.test;Sales;Strict;",
    "megan@contoso.test;;Strict;",
    "ada@contoso.test;;Global;",
    "alex@contoso.test;;Strict;3",
    ";Sales;Strict;first",
    ";Sales;Strict;2",
    ";Staff;Strict;2",
    ";Nobody;Strict;",
  ].join("\r\n");
  const preview = await send(csv);
  expect(preview.status).toBe(200);
  expect(preview.body.wrong.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 12, 13]);
  const applied = await send(csv, true);
  expect([applied.status, applied.body.code]).toEqual([422, "policy/lines-refused"]);
  expect(applied.body.wrong).toEqual(preview.body.wrong);
  expect(preview.body.wrong.map(({ code, values }) => [code, values])).toEqual([
    ["no-person", { person: "ghost@contoso.test" }],
    ["no-permission-policy", { policy: "No such" }],
    ["names-nobody", {}],
    ["names-both", {}],
    ["stands-twice", { name: "megan@contoso.test", line: 2 }],
    ["global-assigned", {}],
    ["person-ranked", {}],
    ["no-rank", { rank: "first" }],
    ["rank-held", { rank: 2, group: "Sales" }],
    ["no-group", { group: "Nobody" }],
  ]);
  expect(await assigned()).toBe(0);
});

test("is applied as a whole, and again changes nothing", async () => {
  const csv = "person,group,policy,rank\nmegan@contoso.test,,Strict,\n,Sales,Stricter,2\n,Staff,Strict,1\n";
  expect((await send(csv, true)).body).toMatchObject({ lines: 3, given: 3 });
  expect((await send(csv, true)).body).toMatchObject({ unchanged: 3, given: 0, changed: 0 });
  const swapped = await send("group,policy,rank\nSales,Stricter,1\nStaff,Strict,2\n", true);
  expect(swapped.body).toMatchObject({ changed: 2 });
  const { body } = await place.ada.call<{ items: { group: { displayName: string }; rank: number }[] }>(
    "GET",
    "/api/policies/permission/assignments/groups",
  );
  expect(body.items.map(({ group, rank }) => [group.displayName, rank])).toEqual([
    ["Sales", 1],
    ["Staff", 2],
  ]);
  const taken = await send("group,policy,rank\nSales,Stricter,2\n");
  expect(taken.body.wrong).toMatchObject([
    { line: 2, code: "rank-held", values: { rank: 2, group: "Staff" }, problem: "Rank 2 is that of Staff." },
  ]);
  expect((await send("person,policy\nmegan@contoso.test,\n", true)).body).toMatchObject({ taken: 1 });
});

test("what is no table is refused with its line", async () => {
  expect((await send("who,what\nmegan,Strict")).body).toMatchObject({
    code: "policy/lines-refused",
    wrong: [{ line: 1, code: "table-column", values: { names: "who, what" } }],
  });
  expect((await send('person,policy\n"megan@contoso.test,Strict')).body.detail).toMatch(/Line \d/);
  expect((await send("person,policy\n")).body.detail).toContain("no line");
});
