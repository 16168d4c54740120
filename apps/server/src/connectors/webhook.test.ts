import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, configuredConnector, contoso, post } from "../testing/contoso.ts";
import { testPicture } from "../testing/pictures.ts";
import { TestPerson } from "../testing/test-server.ts";

let place: Contoso;
let clock: Date | undefined;

beforeAll(async () => {
  place = await contoso({ now: () => clock ?? new Date() });
});
afterAll(async () => await place.server.dispose());

interface Webhook {
  id: string;
  kind: string;
  name: string;
  icon: string | null;
  mode: string;
  webhookUrl: string;
  rateLimits: { seconds: number; max: number }[] | null;
  effectiveRateLimits: { seconds: number; max: number }[];
  previousAddresses: { worksUntil: string; lastUsedAt: string | null }[];
  lastUsedAt: string | null;
  configuredBy: string | null;
  app: object | null;
  page: object | null;
  code?: string;
  detail?: string;
}

async function make(choices: object = {}, person = place.megan): Promise<Webhook> {
  const path = `/api/channels/${place.general.id}/webhooks`;
  const { status, body } = await person.call<Webhook>("POST", path, { name: "Deployments", ...choices });
  if (status !== 201) throw new Error(`Making a webhook answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

async function newestAuthor(): Promise<{ name: string; icon: string | null }> {
  const { body } = await place.megan.call<{ items: { author: { name: string; icon: string | null } }[] }>(
    "GET",
    `/api/channels/${place.general.id}/messages?limit=1`,
  );
  return body.items[0]?.author ?? { name: "", icon: null };
}

describe("a webhook made in a channel", () => {
  test("posts under its own name and picture, without any app", async () => {
    const webhook = await make({ picture: testPicture.dataUrl });
    expect(webhook).toMatchObject({
      kind: "incoming",
      name: "Deployments",
      app: null,
      page: null,
      mode: "compatible",
      rateLimits: null,
      configuredBy: "Megan Bowen",
      lastUsedAt: null,
    });
    expect(webhook.effectiveRateLimits).toContainEqual({ seconds: 86_400, max: 1_800 });
    expect(new URL(webhook.webhookUrl).pathname).toMatch(
      /^\/webhookb2\/[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[0-9a-f]{32}\/[0-9a-f-]{36}$/,
    );
    expect((await post(webhook.webhookUrl, '{"text":"deployed"}')).text).toBe("1");
    expect(await newestAuthor()).toMatchObject({ name: "Deployments", icon: webhook.icon });
    const picture = await fetch(place.server.url + webhook.icon, { headers: { Cookie: place.megan.cookie } });
    expect([picture.headers.get("content-type"), (await picture.arrayBuffer()).byteLength]).toEqual([
      "image/png",
      testPicture.bytes.byteLength,
    ]);
  });

  test("is listed with the connectors of its channel and of its team, with when it was used", async () => {
    const { id, webhookUrl } = await make({ name: "Listed" });
    await post(webhookUrl, '{"text":"x"}');
    const overview = await place.ada.call<{ configured: Webhook[] }>(
      "GET",
      `/api/channels/${place.general.id}/connectors`,
    );
    expect(overview.body.configured.find((one) => one.id === id)).toMatchObject({
      kind: "incoming",
      name: "Listed",
      lastUsedAt: expect.any(String),
    });
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const page = await place.ada.call<{
        items: (Webhook & { channel: { displayName: string } })[];
        nextCursor: string | null;
      }>("GET", `/api/teams/${place.team.id}/connectors?limit=2${cursor}`);
      seen.push(...page.body.items.map((one) => one.id));
      expect(page.body.items.every((one) => one.channel.displayName === "General")).toBe(true);
      if (page.body.nextCursor === null) break;
      cursor = `&cursor=${page.body.nextCursor}`;
    }
    expect(seen).toContain(id);
    expect(seen).toEqual([...new Set(seen)].toSorted());
  });

  test("is listed in its team with what is wrong with it", async () => {
    const { id, webhookUrl } = await make({ name: "Troubled" });
    const problems = async () =>
      (
        await place.ada.call<{ items: { id: string; problems: string[] }[] }>(
          "GET",
          `/api/teams/${place.team.id}/connectors?limit=200`,
        )
      ).body.items.find((one) => one.id === id)?.problems;
    await post(webhookUrl, '{"text":"fine"}');
    expect(await problems()).toEqual([]);
    await post(webhookUrl, "{}");
    expect(await problems()).toEqual(["turned-away"]);
  });

  test("is renamed, pictured anew and answered otherwise, and what it posted before keeps its name", async () => {
    const { id, webhookUrl } = await make({ name: "Before", picture: testPicture.dataUrl });
    await post(webhookUrl, '{"text":"before"}');
    const changed = await place.ada.call<Webhook>("PATCH", `/api/connectors/${id}`, {
      name: " After ",
      picture: null,
      mode: "strict",
      rateLimits: [{ seconds: 60, max: 5 }],
    });
    expect(changed.body).toMatchObject({
      name: "After",
      icon: null,
      mode: "strict",
      rateLimits: [{ seconds: 60, max: 5 }],
    });
    expect((await newestAuthor()).name).toBe("Before");
    await post(webhookUrl, '{"text":"after"}');
    expect(await newestAuthor()).toEqual(expect.objectContaining({ name: "After", icon: null }));
    const back = await place.ada.call<Webhook>("PATCH", `/api/connectors/${id}`, { rateLimits: null });
    expect(back.body).toMatchObject({ name: "After", mode: "strict", rateLimits: null });
  });

  test.each([
    ["no name", { name: "  " }, 400],
    ["a name of 81 characters", { name: "x".repeat(81) }, 400],
    ["a mode there is not", { mode: "loose" }, 400],
    [
      "a window twice",
      {
        rateLimits: [
          { seconds: 1, max: 1 },
          { seconds: 1, max: 2 },
        ],
      },
      400,
    ],
    ["a picture that is none", { picture: `data:image/png;base64,${btoa("<svg/>")}` }, 422],
    ["a picture of one pixel", { picture: testPicture.tooSmall }, 422],
    ["an address for a picture", { picture: "https://example.com/picture.png" }, 400],
    ["a picture beyond all measure", { picture: `data:image/png;base64,${"A".repeat(600_000)}` }, 413],
  ])("is refused with %s", async (_, choices, status) => {
    const path = `/api/channels/${place.general.id}/webhooks`;
    const refused = await place.megan.call<Webhook>("POST", path, { name: "Refused", ...choices });
    expect(refused.status).toBe(status);
    expect(refused.body.detail).not.toBe("");
  });

  test("is nobody's who is not in the team", async () => {
    const { id } = await make();
    const stranger = place.alex;
    const calls: [string, string, object?][] = [
      ["POST", `/api/channels/${place.general.id}/webhooks`, { name: "Mine" }],
      ["GET", `/api/connectors/${id}`],
      ["PATCH", `/api/connectors/${id}`, { name: "Mine" }],
      ["POST", `/api/connectors/${id}/rotate`, {}],
      ["DELETE", `/api/connectors/${id}/previous-addresses`],
      ["DELETE", `/api/connectors/${id}`],
      ["GET", `/api/teams/${place.team.id}/connectors`],
    ];
    for (const [method, path, body] of calls) {
      expect([path, (await stranger.call(method, path, body)).status]).toEqual([path, 404]);
      expect((await new TestPerson(place.server.url).call(method, path, body)).status).toBe(401);
    }
  });

  test("has no page to save settings for; a connector has no name to change", async () => {
    const { id } = await make();
    const saved = await place.megan.call<Webhook>("PUT", `/api/connectors/${id}`, { settings: {} });
    expect([saved.status, saved.body.code]).toEqual([409, "connector/no-page"]);
    expect((await place.megan.call("GET", `/embed/connectors/${id}`)).status).toBe(409);
    const { configurationId } = await configuredConnector(place);
    const named = await place.megan.call<Webhook>("PATCH", `/api/connectors/${configurationId}`, { name: "Mine" });
    expect([named.status, named.body.code]).toEqual([409, "connector/named-by-page"]);
    const strict = await place.megan.call<Webhook>("PATCH", `/api/connectors/${configurationId}`, { mode: "strict" });
    expect(strict.body).toMatchObject({ mode: "strict", name: "All builds" });
  });

  test("answers 410 once it was removed", async () => {
    const { id, webhookUrl } = await make();
    expect((await place.megan.call("DELETE", `/api/connectors/${id}`)).status).toBe(204);
    expect((await post(webhookUrl, '{"text":"late"}')).status).toBe(410);
    expect((await place.megan.call("GET", `/api/connectors/${id}`)).status).toBe(404);
  });
});

describe("a new address", () => {
  test("works at once, and the old one until its grace is over", async () => {
    clock = undefined;
    const { id, webhookUrl: old } = await make();
    const rotated = await place.megan.call<Webhook>("POST", `/api/connectors/${id}/rotate`, { graceSeconds: 3_600 });
    expect(rotated.body.webhookUrl).not.toBe(old);
    expect(rotated.body.previousAddresses).toHaveLength(1);
    expect((await post(rotated.body.webhookUrl, '{"text":"new"}')).text).toBe("1");
    expect((await post(old, '{"text":"old"}')).text).toBe("1");
    clock = new Date(Date.now() + 3_601_000);
    const gone = await post(old, '{"text":"too late"}');
    expect([gone.status, gone.text]).toEqual([410, expect.stringContaining("replaced")]);
    expect((await post(rotated.body.webhookUrl, '{"text":"new"}')).text).toBe("1");
    const now = await place.megan.call<Webhook>("GET", `/api/connectors/${id}`);
    expect(now.body.previousAddresses).toEqual([]);
    clock = undefined;
  });

  test("ends the old one at once when no grace is given, and earlier than its grace when asked", async () => {
    const { id, webhookUrl: first } = await make();
    const second = await place.megan.call<Webhook>("POST", `/api/connectors/${id}/rotate`, { graceSeconds: 0 });
    expect((await post(first, '{"text":"x"}')).status).toBe(410);
    const third = await place.megan.call<Webhook>("POST", `/api/connectors/${id}/rotate`, { graceSeconds: 600 });
    expect((await post(second.body.webhookUrl, '{"text":"x"}')).text).toBe("1");
    const ended = await place.megan.call<Webhook>("DELETE", `/api/connectors/${id}/previous-addresses`);
    expect(ended.body.previousAddresses).toEqual([]);
    expect((await post(second.body.webhookUrl, '{"text":"x"}')).status).toBe(410);
    expect((await post(third.body.webhookUrl, '{"text":"x"}')).text).toBe("1");
  });
});
