import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../platform/identifiers.ts";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { appPackage, colorIcon, connectorManifest, outlineIcon, png } from "../testing/packages.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

interface Shown {
  displayName: string;
  shortDescription: string;
  publisherAppName: string;
  customized: boolean;
  developer: { privacyUrl: string; websiteUrl: string };
  icons: { color: string };
  accentColor: string;
}
interface Customization {
  customizable: string[];
  publisher: Record<string, string>;
  overrides: Record<string, string>;
  publisherIcons: { color: string };
  overriddenIcons: string[];
  etag: string;
  code?: string;
}

const configurableProperties = ["name", "shortDescription", "privacyUrl", "largeImageUrl", "accentColor"];
const named = (name: string, more: Record<string, unknown> = {}) =>
  connectorManifest({ name: { short: name, full: name }, configurableProperties, ...more });

async function uploaded(manifest: object): Promise<string> {
  const { status, body } = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}
const put = async (appId: string, body: object, headers: Record<string, string> = {}) =>
  await place.ada.call<Customization>("PUT", `/api/apps/${appId}/customization`, body, headers);
const shown = async (appId: string) => (await place.megan.call<Shown>("GET", `/api/apps/${appId}`)).body;

test("everybody sees the organisation's own words and icon, finds them, and who manages sees the publisher's too", async () => {
  const appId = await uploaded(named("Fabrikam Builds"));
  const icon = Buffer.from(png(192, () => [1, 2, 3, 255])).toString("base64");
  const before = await shown(appId);
  const texts = { shortName: "Our builds", privacyUrl: "https://contoso.test/privacy", accentColor: "#101010" };
  const { status, body } = await put(appId, { texts, colorIcon: icon });
  expect([status, body.overrides, body.overriddenIcons]).toEqual([200, texts, ["colorIcon"]]);
  expect(body.customizable).toEqual(["shortName", "shortDescription", "privacyUrl", "colorIcon", "accentColor"]);
  const after = await shown(appId);
  expect(after).toMatchObject({
    displayName: "Our builds",
    publisherAppName: "Fabrikam Builds",
    customized: true,
    accentColor: "#101010",
    developer: { privacyUrl: "https://contoso.test/privacy", websiteUrl: "https://fabrikam.example" },
  });
  expect(after.icons.color).not.toBe(before.icons.color);
  expect(body.publisherIcons.color).toBe(before.icons.color);
  expect((await place.megan.call("GET", after.icons.color)).status).toBe(200);
  for (const search of ["our buil", "buidls"]) {
    const found = await place.megan.call<{ items: Shown[] }>("GET", `/api/apps?search=${search}`);
    expect(found.body.items.map(({ displayName }) => displayName)).toContain("Our builds");
  }
  const managed = await place.ada.call<{ items: Shown[] }>(
    "GET",
    "/api/managed-apps?search=fabrikam%20buil&customized=true",
  );
  expect(managed.body.items.map(({ displayName }) => displayName)).toEqual(["Our builds"]);

  expect((await place.ada.call("DELETE", `/api/apps/${appId}/customization`)).status).toBe(204);
  expect(await shown(appId)).toMatchObject({ displayName: "Fabrikam Builds", customized: false, icons: before.icons });
});

test("what a new version withdraws reverts, the rest stays", async () => {
  const manifest = named("Withdrawn");
  const appId = await uploaded(manifest);
  await put(appId, { texts: { shortName: "Ours", shortDescription: "Our words" } });
  const next = { ...manifest, version: "1.1.0", configurableProperties: ["shortDescription"] };
  await place.ada.call("POST", `/api/apps/${appId}/definitions`, appPackage(next));
  expect(await shown(appId)).toMatchObject({ displayName: "Withdrawn", shortDescription: "Our words" });
  const history = await place.ada.call<{ items: { detail: object }[] }>("GET", `/api/apps/${appId}/history`);
  expect(history.body.items[0]?.detail).toMatchObject({ revertedOverrides: ["shortName"] });
});

test("wrong customizations change nothing", async () => {
  const appId = await uploaded(named("Wrong"));
  const refusals: [object, number, string][] = [
    [{ texts: { websiteUrl: "https://contoso.test" } }, 409, "app/not-customizable"],
    [{ outlineIcon: Buffer.from(outlineIcon).toString("base64") }, 409, "app/not-customizable"],
    [{ colorIcon: Buffer.from(outlineIcon).toString("base64") }, 422, "picture/refused"],
    [{ colorIcon: Buffer.from("<svg/>").toString("base64") }, 422, "picture/refused"],
    [{ texts: { privacyUrl: "javascript:alert(1)" } }, 400, "request/invalid"],
    [{ texts: { shortName: "N".repeat(31) } }, 400, "request/invalid"],
    [{ texts: { colour: "blue" } }, 400, "request/invalid"],
  ];
  for (const [body, status, code] of refusals) {
    const refused = await put(appId, body);
    expect([JSON.stringify(body), refused.status, refused.body.code]).toEqual([JSON.stringify(body), status, code]);
  }
  const { body } = await place.ada.call<Customization>("GET", `/api/apps/${appId}/customization`);
  expect([body.overrides, body.overriddenIcons]).toEqual([{}, []]);
  await put(appId, { texts: { shortName: "First" }, colorIcon: Buffer.from(colorIcon).toString("base64") });
  const stale = await put(appId, { texts: { shortName: "Second" } }, { "If-Match": body.etag });
  expect([stale.status, stale.body.code]).toEqual([412, "change/stale"]);
  expect((await put(newId(), {})).status).toBe(404);
  expect((await place.megan.call("PUT", `/api/apps/${appId}/customization`, {})).status).toBe(403);
});

test("before an app goes, it is told who loses it; not if others have it by then", async () => {
  const appId = await uploaded(named("Loved"));
  const address = `/api/apps/${appId}/deletion`;
  expect((await place.ada.call("GET", address)).body).toMatchObject({ people: 0, connectors: 0, policies: [] });
  const early = await place.ada.call<{ etag: string }>("GET", address);
  const { body } = await place.ada.call<{ definitionId: string }>("GET", `/api/apps/${appId}/consent`);
  const consent = { definitionId: body.definitionId };
  await place.ada.call("POST", `/api/teams/${place.team.id}/installations`, { appId, consent });
  await place.ada.call("POST", "/api/policies/setup", {
    name: "Front",
    content: {
      allowSideLoading: true,
      allowUserPinning: true,
      pinnedAppBarApps: [appId],
      pinnedMessageBarApps: [],
      appPresetList: [],
    },
  });
  expect((await place.ada.call("GET", address)).body).toMatchObject({
    installations: { personal: 0, team: 1, chat: 0 },
    people: 2,
    policies: [{ kind: "setup", name: "Front" }],
  });
  const places = await place.ada.call("GET", `/api/apps/${appId}/installations`);
  expect(places.body).toMatchObject({
    items: [{ scope: "team", target: { displayName: "Engineering" }, version: "1.0.0" }],
    nextCursor: null,
  });
  const stale = await place.ada.call("DELETE", `/api/apps/${appId}`, undefined, { "If-Match": early.body.etag });
  expect([stale.status, stale.body.code]).toEqual([412, "change/stale"]);
  const now = await place.ada.call<{ etag: string }>("GET", address);
  const gone = await place.ada.call("DELETE", `/api/apps/${appId}`, undefined, { "If-Match": now.body.etag });
  expect(gone.status).toBe(204);
  expect((await place.ada.call("GET", address)).status).toBe(404);
});
