import { zipSync } from "fflate";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { appPackage, connectorManifest, outlineIcon, png } from "../testing/packages.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

interface Refusal {
  code: string;
  detail: string;
  findings: { rule: string; severity: string; message: string; fix: string; line?: number; column?: number }[];
}

async function storedRows(): Promise<number> {
  const client = new Client({ connectionString: place.server.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ count: string }>(
    "select (select count(*) from content) + (select count(*) from app) + (select count(*) from app_definition) as count",
  );
  await client.end();
  return Number(rows[0]?.count);
}

/** A package whose manifest is fine and which has one more file. */
function withFile(name: string, bytes: Uint8Array): Uint8Array {
  return appPackage(connectorManifest(), { [name]: bytes });
}

/** The same name twice: zip libraries make no such thing, so a copy of one entry is renamed in the bytes. */
function withNameTwice(): Uint8Array {
  const bytes = withFile("readme_a.txt", new Uint8Array(10));
  const both = appPackage(connectorManifest(), {
    "readme_a.txt": new Uint8Array(10),
    "readme_b.txt": new Uint8Array(10),
  });
  expect(both.length).toBeGreaterThan(bytes.length);
  const text = Buffer.from(both).toString("latin1").replaceAll("readme_b.txt", "readme_a.txt");
  return new Uint8Array(Buffer.from(text, "latin1"));
}

/** Says 192x192 in its header, and holds the pixels of a small picture. */
function lyingPng(): Uint8Array {
  const bytes = png(20, () => [0, 0, 0, 255]);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  view.setUint32(16, 192);
  view.setUint32(20, 192);
  return bytes;
}

const valid = () => appPackage(connectorManifest());

describe("a package that is refused, with every finding and nothing stored", () => {
  test.each([
    ["bytes that are no zip", () => new TextEncoder().encode("this is not a zip")],
    ["nothing at all", () => new Uint8Array(0)],
    ["a truncated zip", () => valid().slice(0, -200)],
    [
      "more than 1 000 entries",
      () =>
        appPackage(
          connectorManifest(),
          Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`f${index}`, new Uint8Array(1)])),
        ),
    ],
    [
      "one that inflates to more than 100 MB",
      () =>
        appPackage(
          connectorManifest(),
          Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`f${index}`, noise(18)])),
        ),
    ],
    ["one that inflates more than a hundredfold", () => withFile("zeros", new Uint8Array(5 * 1_048_576))],
    ["an entry that climbs out", () => withFile("../outside.txt", new Uint8Array(3))],
    ["an absolute entry", () => withFile("/etc/passwd", new Uint8Array(3))],
    ["an entry that stands twice", withNameTwice],
    ["no manifest", () => zipSync({ "color.png": new Uint8Array(1) })],
    ["no colour icon", () => appPackage(connectorManifest(), { "color.png": undefined })],
    ["an icon of the wrong size", () => appPackage(connectorManifest(), { "color.png": outlineIcon })],
    [
      "an icon that is no PNG",
      () => appPackage(connectorManifest(), { "color.png": new TextEncoder().encode("GIF89a") }),
    ],
    ["an icon that lies about its size", () => appPackage(connectorManifest(), { "color.png": lyingPng() })],
    ["placeholders that nobody filled", () => appPackage(connectorManifest({ id: "<<app id>>" }))],
  ])(
    "%s",
    async (_, make) => {
      const before = await storedRows();
      const { status, body } = await place.ada.call<Refusal>("POST", "/api/apps", make());
      expect([status, body.code]).toEqual([422, "package/refused"]);
      const errors = body.findings.filter((finding) => finding.severity === "error");
      expect(errors.length).toBeGreaterThan(0);
      for (const finding of errors) expect([finding.message, finding.fix].every((text) => text.length > 10)).toBe(true);
      expect(await storedRows()).toBe(before);
    },
    60_000,
  );

  test("a manifest that is not JSON, with line and column", async () => {
    const broken = '{\n  "manifestVersion": "1.16",\n  "version": oops\n}';
    const { status, body } = await place.ada.call<Refusal>("POST", "/api/apps", appPackage(broken));
    expect(status).toBe(422);
    expect(body.findings).toContainEqual(expect.objectContaining({ severity: "error", line: 3, column: 14 }));
  });

  test("all findings at once, in the language of the browser", async () => {
    const manifest = connectorManifest({ accentColor: "blue", name: { short: "N".repeat(40), full: "Full" } });
    const faulty = appPackage(manifest, { "outline.png": undefined });
    const french = await place.ada.call<Refusal>("POST", "/api/apps", faulty, {
      "Accept-Language": "fr-FR,fr;q=0.9,en;q=0.5",
    });
    const english = await place.ada.call<Refusal>("POST", "/api/apps", faulty);
    expect(english.body.findings.filter((finding) => finding.severity === "error").length).toBeGreaterThanOrEqual(3);
    expect(french.body.findings.map((finding) => finding.rule)).toEqual(
      english.body.findings.map((finding) => finding.rule),
    );
    expect(french.body.findings[0]?.message).not.toBe(english.body.findings[0]?.message);
  });

  test("over 30 MB, without being read to its end", async () => {
    const before = await storedRows();
    const { status, body } = await place.ada.call<Refusal>("POST", "/api/apps", new Uint8Array(31 * 1_048_576));
    expect([status, body.code]).toEqual([413, "request/too-large"]);
    expect(body.detail).toBe("An app package may be 30 MB at most; this one is 31.0 MB. Nothing was stored.");
    expect(await storedRows()).toBe(before);
  });
});

/** Megabytes of bytes that deflate to about a tenth: under the ratio limit, over the size limit when there are enough. */
function noise(megabytes: number): Uint8Array {
  const bytes = new Uint8Array(megabytes * 1_048_576);
  let state = 1;
  for (let index = 0; index < bytes.length; index += 24) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[index] = state >>> 16;
  }
  return bytes;
}

describe("a package that is taken", () => {
  test("is listed with its icon, version, publisher and status", async () => {
    const { status, body } = await place.ada.call<{ id: string; icons: { color: string } }>(
      "POST",
      "/api/apps",
      valid(),
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({
      displayName: "Builds",
      version: "1.0.0",
      publisherName: "Fabrikam",
      status: "allowed",
      distribution: "organization",
    });
    const list = await place.ada.call<{ items: { id: string }[] }>("GET", "/api/apps?view=manage");
    expect(list.body.items.map((app) => app.id)).toContain(body.id);
    const icon = await fetch(place.server.url + body.icons.color, { headers: { Cookie: place.megan.cookie } });
    expect([icon.status, icon.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(icon.headers.get("cache-control")).toContain("immutable");
  });

  test("may have a byte-order mark", async () => {
    const { status } = await place.ada.call(
      "POST",
      "/api/apps",
      appPackage(`\uFEFF${JSON.stringify(connectorManifest())}`),
    );
    expect(status).toBe(201);
  });

  test("is refused as new when its id has an app, with that app's page", async () => {
    const manifest = connectorManifest({ version: "1.2.0" });
    const first = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
    const again = await place.ada.call("POST", "/api/apps", appPackage({ ...manifest, version: "1.3.0" }));
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({
      code: "app/exists",
      appId: first.body.id,
      page: `/admin/apps/${first.body.id}`,
      version: "1.2.0",
    });
  });

  test("needs an administrator", async () => {
    expect((await place.megan.call("POST", "/api/apps", valid())).status).toBe(403);
  });
});

describe("a new version", () => {
  test("replaces the old one", async () => {
    const manifest = connectorManifest();
    const { body } = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
    const updated = await place.ada.call(
      "POST",
      `/api/apps/${body.id}/definitions`,
      appPackage({ ...manifest, version: "1.0.1" }),
    );
    expect([updated.status, updated.body.version]).toEqual([200, "1.0.1"]);
  });

  test.each([
    ["1.10.0", "1.9.0", "1.10.1"],
    ["1.10.0", "1.10.0", "1.10.1"],
    ["2.0.0", "1.99.99", "2.0.1"],
  ])("of %s is not %s, and the least that would do is %s", async (current, offered, least) => {
    const manifest = connectorManifest({ version: current });
    const { body } = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
    const refused = await place.ada.call(
      "POST",
      `/api/apps/${body.id}/definitions`,
      appPackage({ ...manifest, version: offered }),
    );
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: "app/version-not-higher", current, offered, least });
    expect(refused.body.detail).toBe(
      `The package is version ${offered}, and ${current} is published already. Use ${least} or higher.`,
    );
  });

  test("belongs to the same app", async () => {
    const { body } = await place.ada.call<{ id: string }>("POST", "/api/apps", valid());
    const other = await place.ada.call(
      "POST",
      `/api/apps/${body.id}/definitions`,
      appPackage(connectorManifest({ version: "2.0.0" })),
    );
    expect([other.status, other.body.code]).toEqual([409, "app/other-id"]);
  });

  test("published twice at once is published once", async () => {
    const manifest = connectorManifest();
    const { body } = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
    const next = appPackage({ ...manifest, version: "1.1.0" });
    const answers = await Promise.all(
      [1, 2].map(async () => await place.ada.call("POST", `/api/apps/${body.id}/definitions`, next)),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
  });
});
