import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { appPackage, personalManifest } from "../testing/packages.ts";

// Lifecycle.md 6, contracts.md E.3: through the whole server, each with a second version in which one thing differs.

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

const botId = "11111111-2222-4333-8444-555555555555";
const otherId = "11111111-2222-4333-8444-666666666666";
const page = "https://connector.fabrikam.example/home";
const home = { entityId: "home", name: "Home", contentUrl: page, scopes: ["personal"] };
const bot = (change: object = {}, id = botId) => ({ bots: [{ botId: id, scopes: ["personal"], ...change }] });
const command = { id: "find", title: "Find", type: "query", parameters: [{ name: "text", title: "Text" }] };
const extension = { composeExtensions: [{ botId, commands: [command] }] };
const connector = {
  connectors: [
    { connectorId: "8c1f1d6e-3a0f-4a0e-9c57-2a7f3f1d9b01", configurationUrl: `${page}/connect`, scopes: ["team"] },
  ],
};
const configurable = { configurableTabs: [{ configurationUrl: `${page}/tab`, scopes: ["team"] }] };
const identity = (resource: string) => ({ webApplicationInfo: { id: botId, resource } });
const permissions = (...names: string[]) => ({
  ...identity(page),
  authorization: { permissions: { resourceSpecific: names.map((name) => ({ name, type: "Application" })) } },
});

interface Case {
  readonly what: string;
  readonly before: object;
  readonly after: object;
  /** The reason that waits under each rule set; null where the version applies by itself. */
  readonly classic: string | null;
  readonly current: string | null;
}

const cases: readonly Case[] = [
  { what: "a bot is added", before: {}, after: bot(), classic: "bot-added", current: "bot-added" },
  { what: "a bot is removed", before: bot(), after: {}, classic: "bot-removed", current: "bot-removed" },
  {
    what: "the bot has another id",
    before: bot(),
    after: bot({}, otherId),
    classic: "bot-id-changed",
    current: "bot-id-changed",
  },
  {
    what: "isNotificationOnly changes",
    before: bot(),
    after: bot({ isNotificationOnly: true }),
    classic: "notification-only-changed",
    current: "notification-only-changed",
  },
  {
    what: "files are supported",
    before: bot(),
    after: bot({ supportsFiles: true }),
    classic: "supports-files-changed",
    current: "supports-files-added",
  },
  {
    what: "files are no longer supported",
    before: bot({ supportsFiles: true }),
    after: bot(),
    classic: "supports-files-changed",
    current: null,
  },
  {
    what: "calls are supported",
    before: bot(),
    after: bot({ supportsCalling: true }),
    classic: null,
    current: "supports-calling-added",
  },
  {
    what: "video is supported",
    before: bot(),
    after: bot({ supportsVideo: true }),
    classic: null,
    current: "supports-video-added",
  },
  {
    what: "a message extension is added",
    before: {},
    after: extension,
    classic: "message-extension-added",
    current: "message-extension-added",
  },
  {
    what: "a message extension is removed",
    before: extension,
    after: {},
    classic: "message-extension-removed",
    current: null,
  },
  {
    what: "a connector is added",
    before: {},
    after: connector,
    classic: "connector-added",
    current: "connector-added",
  },
  { what: "a connector is removed", before: connector, after: {}, classic: null, current: null },
  {
    what: "a static tab is added",
    before: {},
    after: { staticTabs: [home, { ...home, entityId: "second", name: "Second" }] },
    classic: "static-tab-added",
    current: null,
  },
  {
    what: "a static tab is renamed",
    before: {},
    after: { staticTabs: [{ ...home, name: "Start" }] },
    classic: null,
    current: null,
  },
  {
    what: "a configurable tab is added",
    before: {},
    after: configurable,
    classic: "configurable-tab-added",
    current: null,
  },
  {
    what: "webApplicationInfo changes",
    before: identity(page),
    after: identity(`${page}/other`),
    classic: "web-application-info-changed",
    current: null,
  },
  {
    what: "a permission is added",
    before: permissions("TeamMember.Read.Group"),
    after: permissions("TeamMember.Read.Group", "ChannelMessage.Read.Group"),
    classic: null,
    current: "authorization-widened",
  },
  {
    what: "a permission is changed",
    before: permissions("TeamMember.Read.Group"),
    after: permissions("TeamSettings.Read.Group"),
    classic: null,
    current: "authorization-widened",
  },
  {
    what: "a permission is taken away",
    before: permissions("TeamMember.Read.Group", "ChannelMessage.Read.Group"),
    after: permissions("TeamMember.Read.Group"),
    classic: null,
    current: null,
  },
  {
    what: "only texts and colours change",
    before: {},
    after: { accentColor: "#FF0000", description: { short: "Other", full: "Other words." } },
    classic: null,
    current: null,
  },
];

interface Waiting {
  version: string;
  update: { version: string; reasons: { trigger: string }[] } | null;
}

describe.each(["classic", "current"] as const)("rule set %s", (ruleSet) => {
  beforeAll(async () => {
    await place.ada.call("PATCH", "/api/settings", { consentRules: ruleSet });
  });

  test.each(cases.map((one) => [one.what, one] as const))("when %s", async (_, one) => {
    const manifest = personalManifest();
    const uploaded = await place.ada.call<{ id: string }>(
      "POST",
      "/api/apps",
      appPackage({ ...manifest, ...one.before }),
    );
    expect([uploaded.status, uploaded.body]).toMatchObject([201, {}]);
    const appId = uploaded.body.id;
    const { body } = await place.megan.call<{ definitionId: string }>("GET", `/api/apps/${appId}/consent`);
    await place.megan.call("POST", "/api/me/apps", { appId, consent: { definitionId: body.definitionId } });
    const next = appPackage({ ...manifest, ...one.after, version: "1.0.1" });
    const expected = one[ruleSet];
    const impact = await place.ada.call<{ silent: number; mustAccept: number; byVersion: { reasons: object[] }[] }>(
      "POST",
      `/api/apps/${appId}/definitions/impact`,
      next,
    );
    expect([impact.body.silent, impact.body.mustAccept]).toEqual(expected === null ? [1, 0] : [0, 1]);
    expect((await place.ada.call("POST", `/api/apps/${appId}/definitions`, next)).status).toBe(200);
    const now = await place.megan.call<Waiting>("GET", `/api/me/apps/${appId}`);
    if (expected === null) expect(now.body).toMatchObject({ version: "1.0.1", update: null });
    else {
      expect(now.body).toMatchObject({ version: "1.0.0", update: { version: "1.0.1" } });
      expect(new Set(now.body.update?.reasons.map(({ trigger }) => trigger))).toEqual(new Set([expected]));
      expect(impact.body.byVersion[0]?.reasons).toEqual(now.body.update?.reasons);
    }
  });
});
