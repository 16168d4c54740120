import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, contoso, contosoFile, tenantId } from "../testing/contoso.ts";
import { appPackage, connectorManifest } from "../testing/packages.ts";
import { parseBootstrap } from "./bootstrap.service.ts";

interface Plan {
  changes: { section: string; name: string; action: string; fields: { field: string; from: unknown; to: unknown }[] }[];
  tag: string;
}

describe("an organisation as a file", () => {
  let place: Contoso;
  let appId: string;

  beforeAll(async () => {
    place = await contoso();
    const manifest = connectorManifest({ name: { short: "Governed", full: "Governed" } });
    appId = manifest.id;
    await place.ada.call("POST", "/api/apps", appPackage(manifest));
  });
  afterAll(async () => await place.server.dispose());

  async function send(what: "plan" | "apply", file: string, person = place.ada, tag?: string) {
    const response = await fetch(`${place.server.url}/api/configuration/${what}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/yaml",
        Cookie: person.cookie,
        ...(tag === undefined ? {} : { "If-Match": tag }),
      },
      body: file,
    });
    return { status: response.status, body: (await response.json()) as Plan & { code: string; problems: string[] } };
  }

  async function exported(): Promise<string> {
    const response = await fetch(`${place.server.url}/api/configuration`, { headers: { Cookie: place.ada.cookie } });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/yaml; charset=utf-8"]);
    return await response.text();
  }

  const policies = () => `
groups:
  - { displayName: Everywhere, groups: [Sales] }
  - { displayName: Sales, members: [megan@contoso.test] }
settings: { allowThirdPartyApps: false, requestMessage: "Ask, and we will see" }
policies:
  permission:
    - name: Strict
      custom: { type: AllowedAppList, apps: [] }
      assignedTo: { people: [alex@contoso.test], groups: [{ group: Sales, rank: 1 }] }
  setup:
    - { name: FirstlineWorker, assignedTo: { people: [megan@contoso.test] } }
  apps:
    - { app: ${appId}, availability: usersAndGroups, groups: [Sales], people: [ada@contoso.test] }
`;

  test("is planned, then applied as a whole, then holds; again it changes nothing", async () => {
    const file = contosoFile + policies();
    const plan = await send("plan", file);
    expect(plan.status).toBe(200);
    expect(plan.body.changes.map(({ section, name, action }) => [section, name, action])).toEqual([
      ["groups", "Everywhere", "create"],
      ["groups", "Sales", "create"],
      ["settings", "settings", "change"],
      ["policies.permission", "Strict", "create"],
      ["policies.permission", "Strict", "change"],
      ["policies.permission", "Strict", "change"],
      ["policies.setup", "FirstlineWorker", "change"],
      ["policies.apps", "Governed", "change"],
    ]);
    expect((await place.ada.call<{ items: unknown[] }>("GET", "/api/groups")).body.items).toEqual([]);
    const applied = await send("apply", file, place.ada, plan.body.tag);
    expect([applied.status, applied.body.changes]).toEqual([200, plan.body.changes]);
    const why = await place.ada.call<{ allowed: boolean; gates: { policy: { name: string } | null }[] }>(
      "GET",
      `/api/effective-policies?person=alex@contoso.test`,
    );
    expect(why.body).toMatchObject({ permission: { name: "Strict", assignment: { how: "direct" } } });
    expect((await send("plan", file)).body.changes).toEqual([]);
    const stale = await send("apply", `${file}\n`.replace("rank: 1", "rank: 2"), place.ada, plan.body.tag);
    expect([stale.status, stale.body.code]).toEqual([412, "change/stale"]);
  });

  test("comes out as it went in, without passwords and secrets", async () => {
    const file = await exported();
    expect(file).not.toContain("correct-horse");
    expect((await send("plan", file)).body).toMatchObject({ changes: [] });
    expect(parseBootstrap(file, "export").policies.permission.map(({ name }) => name)).toEqual(["Strict"]);
    const moved = file.replace("rank: 1", "rank: 7").replace("Ask, and we will see", "Ask");
    const { body } = await send("plan", moved);
    expect(body.changes.map(({ section, fields }) => [section, fields.map(({ field }) => field)])).toEqual([
      ["settings", ["requestMessage"]],
      ["policies.permission", ["assignedTo.groups"]],
    ]);
  });

  test("says which groups stand in which, also turned round, and no more than that", async () => {
    const groups = (text: string) => `${contosoFile}\ngroups: ${text}`;
    const turned = groups(
      "[{ displayName: Sales, groups: [Everywhere, Field] }, { displayName: Everywhere, groups: [] }, { displayName: Field }]",
    );
    const { body } = await send("apply", turned);
    expect(body.changes).toEqual([
      expect.objectContaining({ name: "Sales", fields: [{ field: "groups", from: [], to: ["Everywhere", "Field"] }] }),
      expect.objectContaining({ name: "Everywhere", fields: [{ field: "groups", from: ["Sales"], to: [] }] }),
      expect.objectContaining({ name: "Field", action: "create" }),
    ]);
    expect((await send("plan", turned)).body.changes).toEqual([]);
    const file = await exported();
    expect(
      parseBootstrap(file, "export").groups.map(({ displayName, groups: within }) => [displayName, within]),
    ).toEqual([
      ["Everywhere", []],
      ["Field", []],
      ["Sales", ["Everywhere", "Field"]],
    ]);
    expect((await send("plan", file)).body.changes).toEqual([]);
    expect(
      (await send("plan", groups("[{ displayName: Sales, members: [megan@contoso.test] }]"))).body.changes,
    ).toEqual([]);
  });

  test("with faults is refused with all of them, and nothing of it is applied", async () => {
    const wrong = `${contosoFile}
groups:
  - { displayName: Half, members: [ghost@contoso.test], groups: [Nowhere, Ring] }
  - { displayName: Ring, groups: [Half] }
policies:
  permission:
    - { name: Other, assignedTo: { people: [spirit@contoso.test], groups: [{ group: Nobody, rank: 3 }] } }
  apps: [{ app: com.example.nowhere, status: blocked }]
`;
    const { status, body } = await send("apply", wrong);
    expect([status, body.code, body.problems.length]).toEqual([422, "configuration/refused", 6]);
    expect((await place.ada.call<{ items: { displayName: string }[] }>("GET", "/api/groups")).body.items).toHaveLength(
      3,
    );
    expect(body.problems).toContain("groups: Half: there is no group Nowhere. Add it to groups first.");
    expect(body.problems).toContainEqual(expect.stringMatching(/^groups: Ring: Half holds Ring already/));
    const unfit = await send("plan", contosoFile.replace("roles:", "rolls:"));
    expect([unfit.status, unfit.body.problems[0]]).toEqual([422, expect.stringContaining("users.0")]);
    const other = await send("plan", contosoFile.replace(tenantId, "22222222-2222-4222-8222-222222222222"));
    expect([other.status, other.body.code]).toEqual([409, "configuration/other-organisation"]);
    expect((await send("plan", contosoFile, place.megan)).status).toBe(403);
  });
});
