import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, configuredConnector, contoso, post, tenantId } from "../testing/contoso.ts";
import { until } from "../testing/until.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

interface Found {
  items: { sequence: number; occurredAt: string; record: Record<string, unknown> }[];
  nextCursor: string | null;
}

async function search(query = ""): Promise<Found> {
  const { status, body } = await place.ada.call<Found>("GET", `/api/audit?${query}`);
  expect(status).toBe(200);
  return body;
}

const operations = ({ items }: Found) => items.map(({ record }) => record.Operation);

async function switchAudit(on: boolean): Promise<void> {
  await place.ada.call("PATCH", "/api/settings", { auditEnabled: on });
  await until(async () => {
    const [newest] = (await search("limit=1")).items;
    return newest?.record.Operation === "TeamsTenantSettingChanged" && newest.record.NewValue === String(on);
  });
}

/** Everything that was done so far is recorded. */
async function settled(operation: string, times = 1): Promise<Found> {
  let found = await search(`operation=${operation}`);
  await until(async () => {
    found = await search(`operation=${operation}`);
    return found.items.length >= times;
  });
  return found;
}

async function statement(text: string, values: unknown[] = []): Promise<number> {
  const client = new Client({ connectionString: place.server.databaseUrl });
  await client.connect();
  return await client
    .query(text, values)
    .then((done) => done.rowCount ?? 0)
    .finally(async () => await client.end());
}

async function verification(): Promise<Record<string, unknown>[]> {
  const { body } = await place.ada.call<string>("GET", "/api/audit/verification");
  return body
    .trim()
    .split("\n\n")
    .map((event) => JSON.parse(event.replace("data: ", "")) as Record<string, unknown>);
}

test("nothing is recorded until an administrator switches it on, and nothing after it is switched off", async () => {
  await configuredConnector(place);
  expect((await search()).items).toEqual([]);
  await switchAudit(true);
  expect(operations(await search())).toEqual(["TeamsTenantSettingChanged"]);
  await switchAudit(false);
  await place.ada.call("POST", "/api/teams", { displayName: "Unseen" });
  await switchAudit(true);
  expect(operations(await search())).toEqual(Array(3).fill("TeamsTenantSettingChanged"));
});

describe("a record", () => {
  test("has the published schema", async () => {
    const { appId, configurationId, webhookUrl } = await configuredConnector(place);
    await post(webhookUrl, '{"text":"not an audit matter"}');
    await settled("ConnectorAdded");
    const [connector] = (await settled("ConnectorAdded")).items;
    expect(connector?.record).toMatchObject({
      RecordType: 25,
      Workload: "MicrosoftTeams",
      Operation: "ConnectorAdded",
      OrganizationId: tenantId,
      UserType: 2,
      UserId: "ada@contoso.test",
      ResultStatus: "Succeeded",
      ObjectId: configurationId,
      TeamGuid: place.team.id,
      TeamName: "Engineering",
      ChannelName: "General",
      AddOnGuid: appId,
      AddOnName: "Builds",
      AddOnType: 2,
      AppDistributionMode: "organization",
    });
    expect(connector?.record.CreationTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    expect(connector?.record.Id).toMatch(/^[0-9a-f-]{36}$/);
    expect(connector?.record.ClientIP).toMatch(/127\.0\.0\.1$/);
    expect(JSON.stringify(connector)).not.toContain("webhookb2");
    expect(operations(await search("limit=200"))).not.toContain("Parvis.MessagePosted");
  });

  test("says what a setting was and is", async () => {
    await place.ada.call("PATCH", "/api/settings", { consentRules: "current" });
    const found = await settled("TeamsTenantSettingChanged", 4);
    expect(found.items[0]?.record).toMatchObject({ Name: "consentRules", OldValue: "classic", NewValue: "current" });
    await place.ada.call("PATCH", "/api/settings", { consentRules: "classic" });
  });
});

describe("a search", () => {
  test("narrows by time, operation, person, team, app and words, and pages without repeating", async () => {
    const { appId } = await configuredConnector(place);
    await place.megan.call("POST", "/api/session", { upn: "megan@contoso.test", password: "correct-horse-2" });
    await settled("AppInstalled", 2);
    await until(async () => (await search(`app=${appId}`)).items.length >= 4);
    const all = await search("limit=200");
    expect(operations(await search(`app=${appId}`)).toSorted()).toEqual([
      "AppInstalled",
      "AppPublishedToCatalog",
      "ConnectorAdded",
      "ConnectorUpdated",
    ]);
    const team = await search(`team=${place.team.id}&operation=AppInstalled&operation=ConnectorAdded`);
    expect(new Set(operations(team))).toEqual(new Set(["AppInstalled", "ConnectorAdded"]));
    await until(async () => (await search("person=megan@contoso.test")).items.length > 0);
    const megan = await search("person=megan@contoso.test");
    expect(new Set(megan.items.map(({ record }) => record.UserId))).toEqual(new Set(["megan@contoso.test"]));
    expect((await search("person=nobody@contoso.test")).items).toEqual([]);
    const sequences = async (query: string) => (await search(query)).items.map(({ sequence }) => sequence);
    expect(await sequences("text=ENGINEER+connectoradd+succ")).toEqual(await sequences("operation=ConnectorAdded"));
    expect(await sequences(`app=${appId}&team=${place.team.id}&text=microsoft+connectoru`)).toEqual(
      await sequences(`app=${appId}&operation=ConnectorUpdated`),
    );
    expect((await place.ada.call("GET", "/api/audit/count?text=succ+connectoradd")).body).toEqual({
      count: (await search("operation=ConnectorAdded")).items.length,
      more: false,
    });
    expect((await search("text=nosuchword")).items).toEqual([]);
    expect((await search("text=%27%3B%20drop")).items).toEqual([]);
    const middle = all.items[2]?.occurredAt ?? "";
    expect((await search(`limit=200&from=${middle}`)).items.map((item) => item.sequence)).toEqual(
      all.items.filter((item) => item.occurredAt >= middle).map((item) => item.sequence),
    );
    const paged: number[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: Found = await search(`limit=3${cursor === "" ? "" : `&cursor=${cursor}`}`);
      paged.push(...page.items.map((item) => item.sequence));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all.items.map((item) => item.sequence));
    const { body } = await place.ada.call("GET", "/api/audit/count?operation=AppInstalled");
    expect(body).toEqual({ count: (await search("operation=AppInstalled")).items.length, more: false });
  });

  test("is for administrators, and says what is wrong with it", async () => {
    for (const path of ["/api/audit", "/api/audit/export", "/api/audit/verification", "/api/audit/searches"])
      expect((await place.megan.call("GET", path)).status).toBe(403);
    const wrong = await place.ada.call("GET", "/api/audit?from=yesterday&team=x&cursor=%25");
    expect([wrong.status, wrong.body.detail]).toEqual([400, expect.stringMatching(/from: .*team: /)]);
  });

  test("can be kept under a name, for oneself", async () => {
    const kept = await place.ada.call<{ id: string }>("POST", "/api/audit/searches", {
      name: "Installations",
      filter: { operation: ["AppInstalled"] },
    });
    expect(kept.status).toBe(201);
    const mine = await place.ada.call("GET", "/api/audit/searches");
    expect(mine.body.items).toEqual([
      { id: kept.body.id, name: "Installations", filter: { operation: ["AppInstalled"] } },
    ]);
    expect((await place.ada.call("DELETE", `/api/audit/searches/${kept.body.id}`)).status).toBe(204);
    expect((await place.ada.call("DELETE", `/api/audit/searches/${kept.body.id}`)).status).toBe(404);
  });
});

describe("an export", () => {
  test("holds what the search finds, as JSON and as CSV, and is recorded itself", async () => {
    const found = await search("operation=AppInstalled&limit=200");
    const json = await place.ada.call<Record<string, unknown>[]>("GET", "/api/audit/export?operation=AppInstalled");
    expect(json.body).toEqual(found.items.map((item) => item.record));
    const csv = await place.ada.call<string>("GET", "/api/audit/export?format=csv&operation=AppInstalled");
    expect(csv.headers.get("content-disposition")).toMatch(/^attachment; filename="audit-.*\.csv"$/);
    const lines = csv.body.trim().split("\r\n");
    expect(lines[0]).toContain("CreationTime,Operation,UserId");
    expect(lines).toHaveLength(found.items.length + 1);
    expect(lines[1]).toContain("AppInstalled,ada@contoso.test");
    await settled("Parvis.AuditExported", 2);
    const none = await place.ada.call("GET", "/api/audit/export?text=nosuchword");
    expect(none.body).toEqual([]);
  });

  test("runs no formula in a spreadsheet", async () => {
    await place.ada.call("POST", "/api/teams", { displayName: '=HYPERLINK("http://evil.example","x")' });
    await until(async () => (await search("operation=TeamCreated")).items.length > 0);
    const { body } = await place.ada.call<string>("GET", "/api/audit/export?format=csv&operation=TeamCreated");
    expect(body).toContain("\"'=HYPERLINK(");
  });
});

describe("the chain", () => {
  test("holds as long as nobody touches it, and says where somebody did", async () => {
    await settled("Parvis.AuditExported", 4);
    const intact = await verification();
    const { length: recorded } = (await search("limit=200")).items;
    expect(intact.at(-1)).toMatchObject({
      kind: "intact",
      checked: recorded,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    });

    const [saved] = (await search("limit=1&operation=AppInstalled")).items;
    const sequence = saved?.sequence ?? 0;
    await statement(
      "update audit_record set record = replace(record, 'ada@', 'eve@') where tenant_id = $1 and sequence = $2",
      [tenantId, sequence],
    );
    expect((await verification()).at(-1)).toMatchObject({ kind: "broken", fault: { kind: "changed", sequence } });
    await statement(
      "update audit_record set record = replace(record, 'eve@', 'ada@') where tenant_id = $1 and sequence = $2",
      [tenantId, sequence],
    );
    expect((await verification()).at(-1)?.kind).toBe("intact");

    expect(
      await statement("delete from audit_record where tenant_id = $1 and sequence = $2", [tenantId, recorded]),
    ).toBe(1);
    expect((await verification()).at(-1)).toMatchObject({
      kind: "broken",
      fault: { kind: "missing", sequence: recorded },
    });
  });
});

test("goes on after a restart where it stopped, with days closed in order", async () => {
  const other = await contoso();
  try {
    const find = async () => (await other.ada.call<Found>("GET", "/api/audit?limit=200")).body.items;
    await other.ada.call("PATCH", "/api/settings", { auditEnabled: true });
    await until(async () => (await find()).length === 1);
    // As if the first record were of yesterday: the next one closes that day.
    const client = new Client({ connectionString: other.server.databaseUrl });
    await client.connect();
    await client.query("update audit_stream set day = current_date - 1 where tenant_id = $1", [tenantId]);
    await client.end();
    await other.server.restart();
    await other.ada.call("POST", "/api/teams", { displayName: "After" });
    await until(async () => (await find()).some(({ record }) => record.Operation === "TeamCreated"));
    expect((await find()).map((item) => item.sequence)).toEqual(
      (await find()).map((_, index, all) => all.length - index),
    );
    const days = await other.ada.call<{ items: { records: number; lastSequence: number }[] }>("GET", "/api/audit/days");
    expect(days.body.items).toMatchObject([{ records: 1, lastSequence: 1 }]);
    const { body } = await other.ada.call<string>("GET", "/api/audit/verification");
    expect(body.trim().split("\n\n").at(-1)).toContain('"kind":"intact"');
    expect(body).toContain('"days":1');
  } finally {
    await other.server.dispose();
  }
});
