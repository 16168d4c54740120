import { afterAll, beforeAll, expect, test } from "vitest";
import { type Contoso, configuredConnector, contoso, post } from "../testing/contoso.ts";
import { appPackage, connectorManifest } from "../testing/packages.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

async function catalog(person: Contoso["ada"]): Promise<string[]> {
  const { body } = await person.call<{ items: { displayName: string }[] }>("GET", "/api/apps");
  return body.items.map((app) => app.displayName);
}

test("blocking an app takes it out of sight and use at once, and says why; its connector may still post", async () => {
  const connector = await configuredConnector(
    place,
    connectorManifest({ name: { short: "Blocked one", full: "Blocked" } }),
  );
  expect(await catalog(place.megan)).toContain("Blocked one");

  expect((await place.ada.call("PUT", `/api/apps/${connector.appId}/status`, { status: "blocked" })).status).toBe(204);
  expect(await catalog(place.megan)).not.toContain("Blocked one");
  expect((await place.megan.call("GET", `/api/apps/${connector.appId}`)).status).toBe(404);
  const begun = await place.megan.call("POST", `/api/channels/${place.general.id}/connectors`, {
    appId: connector.appId,
  });
  expect([begun.status, begun.body.code]).toEqual([403, "access/app-not-available"]);
  const why = await place.ada.call<{
    allowed: boolean;
    gates: { gate: string; passed: boolean; setBy: string | null }[];
  }>("GET", `/api/apps/${connector.appId}/access`);
  expect(why.body.allowed).toBe(false);
  expect(why.body.gates.find((gate) => !gate.passed)).toMatchObject({ gate: "app-status", setBy: expect.any(String) });
  expect((await post(connector.webhookUrl, '{"text":"still here"}')).text).toBe("1");

  await place.ada.call("PUT", `/api/apps/${connector.appId}/status`, { status: "allowed" });
  expect(await catalog(place.megan)).toContain("Blocked one");
});

test("switching custom apps off hides them all and refuses uploads", async () => {
  await place.ada.call(
    "POST",
    "/api/apps",
    appPackage(connectorManifest({ name: { short: "Custom one", full: "Custom" } })),
  );
  await place.ada.call("PATCH", "/api/settings", { allowCustomApps: false });
  expect(await catalog(place.megan)).toEqual([]);
  const refused = await place.ada.call("POST", "/api/apps", appPackage(connectorManifest()));
  expect([refused.status, refused.body.code]).toEqual([403, "access/denied"]);
  await place.ada.call("PATCH", "/api/settings", { allowCustomApps: true });
  expect(await catalog(place.megan)).toContain("Custom one");
});

test("settings are an administrator's", async () => {
  expect((await place.megan.call("PATCH", "/api/settings", { allowCustomApps: false })).status).toBe(403);
  expect(
    (await place.megan.call("PUT", "/api/apps/11111111-1111-4111-8111-111111111111/status", { status: "blocked" }))
      .status,
  ).toBe(403);
});
