import { validatePackage } from "@parvis/manifest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, configuredConnector, contoso } from "../testing/contoso.ts";
import { connectorManifest, png } from "../testing/packages.ts";
import { logoType, mayEdit, packageDomains, packageFileName } from "./registration.rules.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

const path = "/api/connector-registrations";
const pulse = {
  name: "Pulse",
  shortDescription: "Cards for what happens in Pulse",
  detailedDescription: "Posts a card for every incident that opens or closes in Pulse.",
  companyName: "Fabrikam",
  websiteUrl: "https://www.fabrikam.example",
  configurationUrl: "https://pulse.fabrikam.example/teams/configure",
  validDomains: ["login.fabrikam.example"],
  callbackUrls: ["https://pulse.fabrikam.example/connected", "http://localhost:5000/connected"],
  actionsEnabled: true,
  actionsUrl: "https://pulse.fabrikam.example/actions",
};

interface Registration {
  connectorId: string;
  version: string;
  logo: string | null;
  mayEdit: boolean;
  createdBy: string | null;
  manifest: string;
  code?: string;
  detail?: string;
  issues?: { path: string }[];
  use: { app: { id: string } | null; configurations: number };
}

const register = async (body: object, person = place.megan) => await person.call<Registration>("POST", path, body);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

async function download(id: string): Promise<Uint8Array> {
  const response = await fetch(`${place.server.url}${path}/${id}/package`, { headers: { cookie: place.ada.cookie } });
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="[a-z0-9.-]+\.zip"$/);
  return new Uint8Array(await response.arrayBuffer());
}

describe("a registration", () => {
  test("gives an id and a package without a fault, which can be uploaded as it is", async () => {
    const made = await register(pulse);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(made.body).toMatchObject({ ...pulse, version: "1.0.0", mayEdit: true, createdBy: "Megan Bowen" });
    const bytes = await download(made.body.connectorId);
    const verdict = await validatePackage(bytes, { target: "organization" });
    expect(verdict.findings).toEqual([]);
    expect(verdict.manifest).toMatchObject({
      name: { short: "Pulse" },
      description: { short: pulse.shortDescription, full: pulse.detailedDescription },
      developer: { name: "Fabrikam", websiteUrl: pulse.websiteUrl },
      connectors: [{ connectorId: made.body.connectorId, configurationUrl: pulse.configurationUrl }],
      validDomains: ["pulse.fabrikam.example", "login.fabrikam.example"],
    });
    expect((await place.ada.call("POST", "/api/apps", bytes)).status).toBe(201);
    const shown = await place.ada.call<Registration>("GET", `${path}/${made.body.connectorId}`);
    expect(shown.body.use.app).not.toBeNull();
    expect(JSON.parse(shown.body.manifest)).toMatchObject({ version: "1.0.0" });
  });

  test("raises its package's version when the package changes, and only then", async () => {
    const { connectorId } = (await register(pulse)).body;
    const change = async (body: object) =>
      (await place.megan.call<Registration>("PUT", `${path}/${connectorId}`, body)).body;
    expect(await change({ ...pulse, callbackUrls: [], actionsEnabled: false })).toMatchObject({ version: "1.0.0" });
    expect(await change({ ...pulse, shortDescription: "Incidents as cards" })).toMatchObject({ version: "1.0.1" });
    const before = await download(connectorId);
    expect(await download(connectorId)).toEqual(before);
  });

  test("shows its logo, and packs it as the colour icon", async () => {
    const logo = png(64, () => [200, 30, 30, 255]);
    const colorIcon = png(192, () => [200, 30, 30, 255]);
    const made = await register({ ...pulse, logo: base64(logo), colorIcon: base64(colorIcon) });
    expect(made.status).toBe(201);
    const shown = await fetch(place.server.url + made.body.logo, { headers: { cookie: place.alex.cookie } });
    expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(new Uint8Array(logo));
    const { files } = await validatePackage(await download(made.body.connectorId), {});
    expect(Buffer.from(files.get("color.png") ?? [])).toEqual(Buffer.from(colorIcon));
    const kept = await place.megan.call<Registration>("PUT", `${path}/${made.body.connectorId}`, pulse);
    expect(kept.body).toMatchObject({ logo: made.body.logo, version: "1.0.0" });
    const none = await place.megan.call<Registration>("PUT", `${path}/${made.body.connectorId}`, {
      ...pulse,
      logo: null,
    });
    expect(none.body).toMatchObject({ logo: null, version: "1.0.1" });
  });

  test.each([
    ["an address that is none", { configurationUrl: "javascript:alert(1)" }, "configurationUrl"],
    ["a name and password in an address", { configurationUrl: "https://a:b@fabrikam.example" }, "configurationUrl"],
    ["a website without https", { websiteUrl: "http://fabrikam.example" }, "websiteUrl"],
    ["a domain with a scheme", { validDomains: ["https://fabrikam.example"] }, "validDomains.0"],
    ["a callback over plain http", { callbackUrls: ["http://fabrikam.example/back"] }, "callbackUrls.0"],
    ["a callback with a fragment", { callbackUrls: ["https://fabrikam.example/#/back"] }, "callbackUrls.0"],
    ["actions without an address", { actionsEnabled: true, actionsUrl: null }, "actionsUrl"],
    ["a name that is too long", { name: "x".repeat(31) }, "name"],
    ["a logo that is a page", { logo: base64(Buffer.from("<svg onload=alert(1)>")) }, "logo"],
    ["a logo of 60 KB", { logo: base64(Buffer.concat([png(2, () => [0, 0, 0, 0]), Buffer.alloc(61_440)])) }, "logo"],
  ])("is refused with %s", async (_, change, at) => {
    const { status, body } = await register({ ...pulse, ...change });
    expect([status, body.issues?.map((issue) => issue.path)]).toEqual([400, [at]]);
  });

  test("is refused with findings when its package would not be valid", async () => {
    const logo = base64(png(16, () => [0, 0, 0, 255]));
    const refused = await register({ ...pulse, logo, colorIcon: logo });
    expect([refused.status, refused.body.code]).toEqual([422, "registration/refused"]);
    expect(refused.body.detail).toContain("192");
  });

  test("is changed and deleted by whoever made it and by administrators, and by nobody else", async () => {
    const { connectorId } = (await register(pulse)).body;
    const one = `${path}/${connectorId}`;
    expect((await place.alex.call<Registration>("GET", one)).body.mayEdit).toBe(false);
    for (const [method, body] of [["PUT", pulse] as const, ["DELETE", undefined] as const]) {
      const refused = await place.alex.call<Registration>(method, one, body);
      expect([refused.status, refused.body.code]).toEqual([403, "registration/editor-required"]);
    }
    expect((await place.ada.call("PUT", one, { ...pulse, companyName: "Contoso" })).status).toBe(200);
    expect((await place.ada.call("DELETE", one)).status).toBe(204);
    expect((await place.ada.call("GET", one)).status).toBe(404);
    expect((await place.ada.call("GET", `${one}/package`)).status).toBe(404);
  });

  test("says how many connectors of channels post as it", async () => {
    const { connectorId } = (await register(pulse)).body;
    const connectors = [{ connectorId, configurationUrl: pulse.configurationUrl, scopes: ["team"] }];
    await configuredConnector(place, connectorManifest({ connectors, validDomains: ["pulse.fabrikam.example"] }));
    const shown = await place.megan.call<Registration>("GET", `${path}/${connectorId}`);
    expect(shown.body.use).toEqual({ app: null, configurations: 1 });
  });

  test("is listed by name, a page at a time, and found by a part of it", async () => {
    for (const name of ["zeta", "Yotta 100%", "Xenon"]) await register({ ...pulse, name });
    const names: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: { body: { items: { name: string }[]; nextCursor: string | null } } = await place.alex.call(
        "GET",
        `${path}?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`,
      );
      names.push(...page.body.items.map((item) => item.name));
      cursor = page.body.nextCursor;
    }
    expect(names.slice(-3)).toEqual(["Xenon", "Yotta 100%", "zeta"]);
    const found = await place.alex.call<{ items: { name: string }[] }>(
      "GET",
      `${path}?search=${encodeURIComponent("0%")}`,
    );
    expect(found.body.items.map((item) => item.name)).toEqual(["Yotta 100%"]);
  });

  test("needs somebody signed in", async () => {
    expect((await fetch(place.server.url + path)).status).toBe(401);
  });
});

test("pictures are told by their first bytes", () => {
  expect(logoType(Buffer.from("GIF89a…"))).toBe("image/gif");
  expect(logoType(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg");
  expect(logoType(Buffer.from("GIF88a"))).toBeUndefined();
  expect(logoType(Buffer.from(""))).toBeUndefined();
});

test("a package names the page's host first, each host once", () => {
  expect(packageDomains({ ...pulse, validDomains: ["PULSE.fabrikam.example", "b.example"] })).toEqual([
    "pulse.fabrikam.example",
    "b.example",
  ]);
});

test("a package's file has a plain name", () => {
  expect(packageFileName("Élan & Co", "1.0.2")).toBe("elan-co-1.0.2.zip");
  expect(packageFileName("日本", "1.0.0")).toBe("connector-1.0.0.zip");
});

test("nobody edits what was registered by somebody who is gone, but administrators", () => {
  expect(mayEdit({ createdBy: null }, { personId: "a", administrator: false })).toBe(false);
  expect(mayEdit({ createdBy: null }, { personId: "a", administrator: true })).toBe(true);
});
