/** `parvis explain`, `policies`, `plan`, `apply` and `export` as administrators run them: processes against a whole Parvis. */
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CliDifference, megan, runParvis } from "../testing/cli-process.ts";
import { type Contoso, contoso, contosoFile } from "../testing/contoso.ts";
import { appPackage, connectorManifest } from "../testing/packages.ts";

const manifest = connectorManifest({ name: { short: "Build News", full: "Build News" } });
let place: Contoso;
let home: string;
let appId: string;

beforeAll(async () => {
  place = await contoso();
  home = await mkdtemp(join(tmpdir(), "parvis-cli-"));
  const { body } = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
  appId = body.id;
  for (const displayName of ["Sales", "Staff"]) await place.ada.call("POST", "/api/groups", { displayName });
});
afterAll(async () => {
  await place.server.dispose();
  await rm(home, { recursive: true, force: true });
});

const parvis = async (args: string[], difference: CliDifference = {}) =>
  await runParvis({ url: place.server.url, home }, args, difference);

const file = async (name: string, content: string) => {
  await writeFile(join(home, name), content);
  return name;
};

describe("policies", () => {
  test("are made, listed, shown, changed, and deleted when nobody has them", async () => {
    const made = await parvis(["policies", "create", "permission", "Strict", "--custom", "block-all"]);
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(made.out).toContain("custom apps:      none is allowed");
    expect(made.out).toContain("Microsoft apps:   all are allowed");
    const only = ["--custom", `allow:Build News,com.example.later`, "--description", "For builds"];
    const changed = await parvis(["policies", "update", "permission", "strict", ...only]);
    expect(changed.out).toContain("only these are allowed: Build News, com.example.later (unknown)");
    const shown = await parvis(["policies", "show", "permission", "Strict", "--json"]);
    expect(JSON.parse(shown.out)).toMatchObject({
      description: "For builds",
      content: { custom: { type: "AllowedAppList", apps: [appId, "com.example.later"] } },
    });
    const list = await parvis(["policies", "list"]);
    expect(list.out).toMatch(/^permission +Global .*\npermission +Strict /m);
    expect(list.out).toMatch(/^setup +FirstlineWorker /m);
    expect((await parvis(["policies", "create", "setup", "Copy", "--like", "FirstlineWorker"])).out).toContain(
      "upload custom apps: no",
    );
    expect((await parvis(["policies", "delete", "setup", "Copy"])).out).toBe("Deleted “Copy”.\n");
  });

  test("are given to people and groups, hold, and are taken away", async () => {
    const assigned = await parvis(["policies", "assign", "permission", "Strict", "--user", "megan@contoso.test"]);
    expect(assigned).toMatchObject({ code: 0, out: "Assigned “Strict” to megan@contoso.test.\n" });
    const group = ["policies", "assign", "permission", "Strict", "--group", "Sales", "--rank", "3"];
    expect((await parvis(group)).code).toBe(0);
    const effective = await parvis(["policies", "effective"], megan);
    expect(effective.out).toContain("permission policy:  Strict, assigned directly");
    const refused = await parvis(["policies", "delete", "permission", "Strict"]);
    expect([refused.code, refused.out]).toEqual([1, ""]);
    expect(refused.err).toContain("Strict is assigned to 1 person and 1 group (Sales, Megan Bowen).");
    expect(
      (await parvis(["policies", "assign", "permission", "Strict", "--group", "Staff", "--rank", "3"])).err,
    ).toContain("Rank 3 is that of Sales");
    expect((await parvis(["policies", "unassign", "permission", "--user", "megan@contoso.test"])).code).toBe(0);
    expect((await parvis(["policies", "unassign", "permission", "--group", "Sales"])).code).toBe(0);
    const after = await parvis(["policies", "effective", "--user", "megan@contoso.test", "--json"]);
    expect(JSON.parse(after.out)).toMatchObject({ permission: { name: "Global" } });
  });

  test("overwrite Global with --global, and stay as they are themselves", async () => {
    await parvis(["policies", "create", "setup", "No uploads", "--upload", "off", "--pin", "Build News"]);
    expect((await parvis(["policies", "assign", "setup", "No uploads", "--global"])).out).toBe(
      "Global now says what “No uploads” says.\n",
    );
    const global = await parvis(["policies", "show", "setup", "Global"]);
    expect(global.out).toMatch(/upload custom apps: no\n.*\npinned: +Build News/);
    await parvis(["policies", "update", "setup", "Global", "--upload", "on", "--pin", ""]);
    expect((await parvis(["policies", "show", "setup", "No uploads"])).out).toContain("pinned:             Build News");
  });

  test("say what a change would do before it is made", async () => {
    const block = await parvis(["policies", "what-if", "block", "Build News", "--json"]);
    expect(block).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(block.out)).toMatchObject({ appsLost: 1, apps: [{ app: { id: appId }, gain: 0 }] });
    const update = ["policies", "what-if", "update", "permission", "Global", "--custom", "block-all"];
    expect((await parvis(update)).out).toMatch(/Build News +\S+ +0 +\d+/);
    expect((await parvis(["policies", "what-if", "assign", "setup", "No uploads", "--group", "Sales"])).out).toBe(
      "Nobody gains or loses an app.\n",
    );
    expect((await parvis(["policies", "what-if", "setting", "allowCustomApps", "off"])).out).toContain("Build News");
    const forOne = [
      "policies",
      "what-if",
      "availability",
      "Build News",
      "usersAndGroups",
      "--user",
      "megan@contoso.test",
    ];
    const lost = JSON.parse((await parvis([...forOne, "--json"])).out);
    expect(lost).toMatchObject({ appsGained: 0, appsLost: 1, apps: [{ app: { id: appId }, gain: 0 }] });
    const none = JSON.parse((await parvis(["policies", "what-if", "availability", appId, "noone", "--json"])).out);
    expect(none.apps[0].lose).toBe(lost.apps[0].lose + 1);
    expect((await parvis(["policies", "what-if", "availability", "Build News", "default"])).out).toBe(
      "Nobody gains or loses an app.\n",
    );
    expect((await parvis(["policies", "what-if", "availability", "Build News", "some"])).code).toBe(2);
    expect((await parvis(["policies", "what-if", "availability", "Build News", "noone", "--user", "x"])).code).toBe(2);
    const ghost = [
      "policies",
      "what-if",
      "availability",
      "Build News",
      "usersAndGroups",
      "--user",
      "ghost@contoso.test",
    ];
    expect(await parvis(ghost)).toMatchObject({ code: 1, err: expect.stringContaining("ghost@contoso.test") });
    expect((await parvis(["explain", "--app", "Build News"])).out).toContain("may use");
  });

  test("say what a change of who is in a group would do to people", async () => {
    const whatIf = async (...args: string[]) => await parvis(["policies", "what-if", ...args]);
    const rule = ["apps", "availability", "Build News"];
    expect((await parvis([...rule, "usersAndGroups", "--group", "Staff"])).code).toBe(0);
    expect((await whatIf("join", "Staff", "--user", "megan@contoso.test")).out).toMatch(/Build News +\S+ +1 +0\n/);
    const post = async (path: string, body: object) =>
      expect((await place.ada.call("POST", path, body)).status).toBe(200);
    const { body } = await place.ada.call<{ items: { id: string; displayName: string }[] }>("GET", "/api/groups");
    const idOf = (name: string) => body.items.find(({ displayName }) => displayName === name)?.id ?? "";
    await post(`/api/groups/${idOf("Sales")}/members`, { people: ["megan@contoso.test"] });
    await post(`/api/groups/${idOf("Staff")}/groups`, { groups: ["Sales"] });
    for (const lost of [
      ["leave", "Staff", "--group", "Sales"],
      ["leave", "Sales", "--user", "megan@contoso.test"],
      ["delete-group", "Sales"],
    ])
      expect((await whatIf(...lost)).out, lost.join(" ")).toMatch(/Build News +\S+ +0 +1\n/);
    expect((await parvis(["explain", "--user", "megan@contoso.test", "--app", "Build News"])).code).toBe(0);
    const inUse = await whatIf("delete-group", "Staff");
    expect([inUse.code, inUse.out]).toEqual([1, ""]);
    expect(inUse.err).toContain("Staff still has 1 app that is for it");
    const ring = await whatIf("join", "Sales", "--group", "Staff");
    expect(ring).toMatchObject({ code: 1, err: expect.stringContaining("Staff holds Sales already") });
    const ghost = await whatIf("leave", "Staff", "--user", "ghost@contoso.test");
    expect(ghost).toMatchObject({ code: 1, err: expect.stringContaining("ghost@contoso.test") });
    expect((await whatIf("join", "Nowhere", "--user", "megan@contoso.test")).err).toContain("Nowhere");
    expect((await whatIf("join", "Staff")).code).toBe(2);
    expect((await parvis([...rule, "default"])).code).toBe(0);
  });

  test("are assigned from a table, looked at first; all wrong lines are told and nothing is done", async () => {
    const table = await file("good.csv", "person,policy\nmegan@contoso.test,Strict\n");
    const preview = await parvis(["policies", "file", "permission", table]);
    expect(preview).toMatchObject({ code: 0 });
    expect(preview.out).toContain("1 lines: would be given 1");
    const wrong = "person,policy\nghost@contoso.test,Strict\nmegan@contoso.test,Nothing\nalex@contoso.test,Strict\n";
    for (const args of [[], ["--apply"]]) {
      const refused = await parvis(["policies", "file", "permission", "-", ...args], { input: wrong });
      expect(refused.code).toBe(1);
      expect(refused.out + refused.err).toContain("line 2: There is no person ghost@contoso.test.");
      expect(refused.out + refused.err).toContain("line 3: There is no permission policy Nothing.");
    }
    expect((await parvis(["policies", "effective"], megan)).out).toContain("permission policy:  Global");
    expect((await parvis(["policies", "file", "permission", table, "--apply"])).out).toContain("1 lines: given 1");
    expect((await parvis(["policies", "effective"], megan)).out).toContain("permission policy:  Strict");
    await parvis(["policies", "unassign", "permission", "--user", "megan@contoso.test"]);
  });

  test("wrong usage is told as such", async () => {
    const wrongly = async (...args: string[]) => (await parvis(["policies", ...args])).code;
    expect(await wrongly("list", "colours")).toBe(2);
    expect(await wrongly("create", "permission", "X", "--custom", "some")).toBe(2);
    expect(await wrongly("create", "permission", "X", "--upload", "off")).toBe(2);
    expect(await wrongly("update", "permission", "Strict")).toBe(2);
    expect(await wrongly("assign", "permission", "Strict")).toBe(2);
    expect(await wrongly("assign", "permission", "Strict", "--rank", "0", "--group", "Sales")).toBe(2);
    expect(await wrongly("assign", "permission", "Strict", "--user", "a", "--group", "Sales")).toBe(2);
    expect(await wrongly("show", "permission", "Nothing")).toBe(1);
    expect(await wrongly("assign", "permission", "Strict", "--user", "ghost@contoso.test")).toBe(1);
    expect((await parvis(["policies", "list"], megan)).err).toBe("parvis: Only an administrator may do this.\n");
  });
});

describe("explain", () => {
  test("tells the verdict, each gate in order, the setting, who set it and since when", async () => {
    const before = await parvis(["explain", "--user", "megan@contoso.test", "--app", "build news"]);
    expect(before).toMatchObject({ code: 0, err: "" });
    expect(before.out).toContain("Megan Bowen (megan@contoso.test) may use Build News");
    await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "blocked" });
    const blocked = await parvis(["explain", "--user", "megan@contoso.test", "--app", manifest.id]);
    expect(blocked.out).toMatch(
      /may not use Build News.*\n\n✓ organisation setting +allowCustomApps: true\n +default\n✗ status of the app +status: blocked\n +set by Ada Admin on 20/,
    );
    expect(blocked.out).toMatch(
      /Behind that, all the same:\n✓ availability .*\n.*\n✓ permission policy +custom: allowAll/,
    );
    await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "allowed" });

    const made = async (displayName: string, members: string[]) =>
      (await place.ada.call<{ id: string }>("POST", "/api/groups", { displayName, members })).body.id;
    const [sellers, europe] = [await made("Sellers", ["megan@contoso.test"]), await made("Europe", [])];
    await place.ada.call("POST", `/api/groups/${europe}/groups`, { groups: [sellers] });
    await place.ada.call("PUT", `/api/apps/${appId}/availability`, {
      availability: "usersAndGroups",
      groups: ["Europe"],
    });
    const policy = await place.ada.call<{ id: string }>("POST", "/api/policies/permission", { name: "European" });
    await place.ada.call("PUT", `/api/policies/permission/assignments/groups/${europe}`, {
      policyId: policy.body.id,
      rank: 40,
    });
    const nested = await parvis(["explain", "--user", "megan@contoso.test", "--app", manifest.id]);
    expect(nested.out).toMatch(
      /✓ availability +availability: usersAndGroups\n +through the group Sellers, in Europe; set by Ada/,
    );
    expect(nested.out).toContain("policy European, through the group Sellers, in Europe (rank 40); ");
    await place.ada.call("DELETE", `/api/policies/permission/assignments/groups/${europe}`);
    await place.ada.call("PUT", `/api/apps/${appId}/availability`, { availability: "default" });
    await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "blocked" });
    const json = JSON.parse((await parvis(["explain", "--app", appId, "--json"], megan)).out);
    expect(json).toMatchObject({ allowed: false, person: { upn: "megan@contoso.test" } });
    expect(json.gates.at(-1)).toMatchObject({ gate: "app-status", passed: false, setByName: "Ada Admin" });
    await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "allowed" });
  });

  test("tells who may upload for a team, and who decided that", async () => {
    const mine = await parvis(["explain", "--upload"], megan);
    expect(mine).toMatchObject({ code: 0, err: "" });
    expect(mine.out).toContain("Megan Bowen (megan@contoso.test) may upload custom apps for themselves");
    await place.ada.call("PATCH", `/api/teams/${place.team.id}/settings`, { membersMayUpload: false });
    const team = ["explain", "--upload", "--team", "engineering", "--user", "megan@contoso.test"];
    const refused = await parvis(team);
    expect(refused.out).toContain("may not upload custom apps for Engineering");
    expect(refused.out).toMatch(/✗ setting of the team +membersMayUpload: false\n +set by Ada Admin on 20/);
    expect(JSON.parse((await parvis([...team, "--json"])).out)).toMatchObject({
      allowed: false,
      gates: [{ passed: true }, { passed: true }, { gate: "team-setting", setByName: "Ada Admin" }],
    });
    await place.ada.call("PATCH", `/api/teams/${place.team.id}/settings`, { membersMayUpload: true });
    expect(await parvis(["explain", "--upload", "--team", "Nowhere"])).toMatchObject({ code: 1 });
    expect(await parvis(["explain", "--upload", "--app", appId])).toMatchObject({ code: 2 });
    expect(await parvis(["explain", "--app", appId, "--team", "Engineering"])).toMatchObject({ code: 2 });
  });

  test("refuses whom and what there is not, and questions about others", async () => {
    expect(await parvis(["explain", "--app", "Nothing"])).toMatchObject({ code: 1 });
    expect(await parvis(["explain", "--app", appId, "--user", "ghost@contoso.test"])).toMatchObject({ code: 1 });
    expect(await parvis(["explain", "--app", appId, "--user", "ada@contoso.test"], megan)).toMatchObject({
      code: 1,
      err: "parvis: Only administrators may ask about others.\n",
    });
    expect(await parvis(["explain"])).toMatchObject({ code: 2 });
    expect(await parvis(["explain", "--app", appId], { PARVIS_URL: "http://127.0.0.1:1" })).toMatchObject({ code: 3 });
  });
});

describe("an organisation as a file", () => {
  const wanted = `${contosoFile}
settings: { allowThirdPartyApps: false }
policies:
  permission:
    - { name: Filed, custom: { type: AllowedAppList, apps: [] }, assignedTo: { people: [alex@contoso.test] } }
`;

  test("is planned, applied after its difference is shown, and changes nothing the second time", async () => {
    const path = await file("contoso.yaml", wanted);
    const plan = await parvis(["plan", path]);
    expect(plan).toMatchObject({ code: 0, err: "" });
    expect(plan.out).toBe(
      [
        "~ settings settings",
        "    allowThirdPartyApps: true → false",
        "+ policies.permission Filed",
        "~ policies.permission Filed",
        '    assignedTo.people: [] → ["alex@contoso.test"]',
        "",
        "3 changes would be made.",
        "",
      ].join("\n"),
    );
    expect((await parvis(["plan", path, "--check"])).code).toBe(1);
    const applied = await parvis(["apply", path]);
    expect([applied.code, applied.out]).toEqual([0, plan.out.replace("would be made", "made")]);
    expect(await parvis(["apply", path])).toMatchObject({ code: 0, out: "Nothing to change.\n" });
    expect(await parvis(["plan", "-", "--check", "--json"], { input: wanted })).toMatchObject({ code: 0 });
  });

  test("is exported without secrets, and applying that changes nothing", async () => {
    const done = await parvis(["export", "-o", "export.yaml"]);
    expect(done).toMatchObject({ code: 0, out: "" });
    const exported = await readFile(join(home, "export.yaml"), "utf8");
    expect(exported).toContain("Filed");
    expect(exported).not.toContain("correct-horse");
    expect((await stat(join(home, "export.yaml"))).mode & 0o077).toBe(0);
    expect(await parvis(["apply", "export.yaml"])).toMatchObject({ code: 0, out: "Nothing to change.\n" });
    expect(JSON.parse((await parvis(["export", "--json"])).out)).toMatchObject({
      settings: { allowThirdPartyApps: false },
    });
  });

  test("tells everything that is wrong with a file, and changes nothing", async () => {
    const path = await file(
      "wrong.yaml",
      wanted.replace("people: [alex@", "people: [ghost@").replace("Filed", "Other"),
    );
    const refused = await parvis(["apply", path]);
    expect([refused.code, refused.out]).toEqual([1, ""]);
    expect(refused.err).toContain("Other is assigned to ghost@contoso.test, who is not there.");
    expect((await parvis(["policies", "show", "permission", "Other"])).code).toBe(1);
    const broken = await parvis(["plan", await file("broken.yaml", "tenant: { id: ]")]);
    expect(broken.code).toBe(1);
    expect(broken.err).toContain("line 1");
    expect((await parvis(["plan", "missing.yaml"])).code).toBe(2);
    expect((await parvis(["export"], megan)).code).toBe(1);
  });
});
