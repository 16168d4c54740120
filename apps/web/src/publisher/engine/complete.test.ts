import { describe, expect, it } from "vitest";
import { complete } from "./complete.ts";
import { describeAt } from "./describe-at.ts";

/** A text with the place marked by `|`. */
function at(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf("|");
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

async function labels(marked: string): Promise<string[]> {
  return (await complete(at(marked))).suggestions.map(({ label }) => label);
}

describe("what may stand in a manifest", () => {
  it("is what the schema of its version has, what is required first, without what is there already", async () => {
    const found = await complete(at('{ "manifestVersion": "1.19", "id": "", "|" }'));
    const names = found.suggestions.map(({ label }) => label);
    expect(names).not.toContain("id");
    expect(names).not.toContain("manifestVersion");
    expect(names).not.toContain("agentConnectors");
    expect(names).toContain("connectors");
    expect(names.indexOf("developer")).toBeLessThan(names.indexOf("connectors"));
    expect(found.suggestions.find(({ label }) => label === "developer")?.required).toBe(true);
    expect(await labels('{ "manifestVersion": "1.30", "|" }')).toContain("agentConnectors");
  });

  it("replaces the word that is being written, with quotes or without", async () => {
    const quoted = await complete(at('{ "manifestVersion": "1.19", "conn|": 1 }'));
    expect([quoted.from, quoted.to]).toEqual([30, 34]);
    const bare = await complete(at('{ "manifestVersion": "1.19", conn| }'));
    expect([bare.from, bare.to]).toEqual([29, 33]);
    expect(bare.suggestions.map(({ label }) => label)).toContain("connectors");
    const open = await complete(at('{\n  "manifestVersion": "1.19",\n  "conn|\n}'));
    expect(open.to - open.from).toBe(4);
  });

  it("brings what is required along", async () => {
    const { suggestions } = await complete(at('{ "manifestVersion": "1.19", "|" }'));
    const template = suggestions.find(({ label }) => label === "connectors")?.template ?? "";
    expect(JSON.parse(template.replaceAll(/\$\{([^}]*)\}/g, "$1"))).toEqual([
      { connectorId: "", configurationUrl: "", scopes: ["team"] },
    ]);
    expect(template).toContain("\n\t\t");
  });

  it("are values where values stand: of a list, of a switch, of the version itself", async () => {
    const head = '"manifestVersion": "1.19"';
    expect(await labels(`{ ${head}, "staticTabs": [{ "scopes": ["|"] }] }`)).toEqual(["team", "personal", "groupChat"]);
    expect(await labels(`{ ${head}, "isFullScreen": | }`)).toEqual(["true", "false"]);
    expect((await labels('{ "manifestVersion": "|" }'))[1]).toBe("1.30");
    expect(await labels(`{ ${head}, "$schema": "|" }`)).toEqual([
      "https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json",
    ]);
  });

  it("offers a whole item in a list of objects", async () => {
    const { suggestions } = await complete(at('{ "manifestVersion": "1.19", "bots": [|] }'));
    expect(suggestions).toMatchObject([{ kind: "item", label: "bots" }]);
  });

  it("answers for texts that are no JSON, and for nothing at all", async () => {
    for (const text of ["|", "{|", "[|", '{"a":|', "nul|", '"|'])
      expect((await complete(at(text))).suggestions).toBeInstanceOf(Array);
  });
});

describe("what the schema says about a place", () => {
  it("is its description, type and limits, through references", async () => {
    expect(await describeAt(at('{ "manifestVersion": "1.19", "name": { "sh|ort": "x" } }'))).toMatchObject({
      path: ["name", "short"],
      required: true,
      version: "1.19",
      facts: { types: ["string"], maxLength: 30, description: "A short display name for the app." },
    });
    const id = await describeAt(at('{ "manifestVersion": "1.19", "id": "a|" }'));
    expect(id?.facts.pattern).toContain("0-9a-fA-F");
    expect(id?.facts.description).toContain("GUID");
  });

  it("is nothing where the schema does not speak", async () => {
    expect(await describeAt(at('{ "manifestVersion": "1.19", "unhe|ard": 1 }'))).toBeNull();
    expect(await describeAt(at("| "))).toBeNull();
  });
});

describe("values from the rest of the manifest, and from rules", () => {
  const head = '"manifestVersion": "1.19"';
  const id = "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55";

  it("are GUIDs, hosts, files and permissions", async () => {
    expect((await labels(`{ ${head}, "id": "|" }`))[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(await labels(`{ ${head}, "id": "${id}", "bots": [{ "botId": "|" }] }`)).toEqual([id]);
    const tab = '"configurableTabs": [{ "configurationUrl": "https://a.test/c" }]';
    expect(await labels(`{ ${head}, ${tab}, "validDomains": ["|"] }`)).toEqual(["a.test"]);
    const icons = await complete({ ...at(`{ ${head}, "icons": { "color": "|" } }`), files: ["a.png", "fr.json"] });
    expect(icons.suggestions.map(({ label }) => label)).toEqual(["a.png"]);
    const asked = `{ ${head}, "authorization": { "permissions": { "resourceSpecific": [{ "name": "|" }] } } }`;
    expect(await labels(asked)).toContain("ChannelMessage.Read.Group");
  });
});

describe("the version that brought a property", () => {
  it("is said with what it is", async () => {
    expect(await describeAt(at('{ "manifestVersion": "1.30", "agentC|onnectors": [] }'))).toMatchObject({
      version: "1.30",
      since: expect.stringMatching(/^1\.2\d|1\.30$/),
    });
    expect(await describeAt(at('{ "manifestVersion": "1.19", "ver|sion": "" }'))).toMatchObject({ since: "1.0" });
  });
});
