import { describe, expect, it } from "vitest";
import type { TeamsManifest } from "../teams-manifest.ts";
import { corpusManifests } from "../testing/corpus.ts";
import { validateManifestText } from "../validate.ts";
import { describeConsent } from "./describe-consent.ts";

const manifest: TeamsManifest = {
  name: { short: "Contoso" },
  developer: { name: "Contoso Ltd", websiteUrl: "https://www.contoso.com" },
  staticTabs: [{ entityId: "a", name: "Alerts", contentUrl: "https://tabs.contoso.com", scopes: ["personal"] }],
  bots: [{ botId: "b", scopes: ["personal", "team"], supportsFiles: true }],
  connectors: [{ connectorId: "c", scopes: ["team"] }],
  permissions: ["identity"],
  authorization: {
    permissions: {
      resourceSpecific: [
        { name: "ChannelMessage.Read.Group", type: "Application" },
        { name: "TeamsTab.Create.Group", type: "Delegated" },
        { name: "Unheard.Of.Group", type: "Application" },
      ],
    },
  },
  webApplicationInfo: { id: "d" },
};

describe("what a person consents to", () => {
  it("says what the app adds, and where", () => {
    const { adds, appName, publisher, usesIdentity } = describeConsent(manifest);
    expect(adds.map(({ kind, details, scopes }) => [kind, details, scopes])).toEqual([
      ["personalTab", ["Alerts"], ["personal"]],
      ["bot", [], ["personal", "team"]],
      ["connector", [], ["team"]],
    ]);
    expect([appName, publisher, usesIdentity]).toEqual(["Contoso", "Contoso Ltd", true]);
  });

  it("sorts permissions into what it reads, changes and does, in both languages", () => {
    const { permissions } = describeConsent(manifest, "fr");
    expect(permissions.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      "reads bot.messages",
      "acts bot.reply",
      "writes bot.files",
      "acts connector.post",
      "reads ChannelMessage.Read.Group",
      "writes TeamsTab.Create.Group",
      "reads Unheard.Of.Group",
      "reads identity",
    ]);
    expect(permissions.find((each) => each.id === "identity")?.title).toBe(
      "Savoir qui vous êtes : nom, adresse et photo",
    );
    expect(permissions.find((each) => each.id === "ChannelMessage.Read.Group")).toMatchObject({
      type: "Application",
      source: "resourceSpecific",
    });
  });

  it("works for every valid manifest of the corpus", async () => {
    for (const { bytes } of corpusManifests()) {
      const verdict = await validateManifestText(new TextDecoder().decode(bytes));
      if (verdict.valid && verdict.manifest !== null) expect(describeConsent(verdict.manifest).appName).not.toBe("");
    }
  });
});
