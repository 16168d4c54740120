import { describe, expect, it } from "vitest";
import { lint } from "./lint.ts";
import type { FixAct } from "./quick-fixes.ts";

const head = '"manifestVersion": "1.19"';

async function look(text: string) {
  return await lint({ text, target: "organization", language: "en", env: {} });
}

/** The text after one fix, in one line. */
async function after(text: string, rule: string, kind: FixAct["kind"]): Promise<string> {
  const { findings, places } = await look(text);
  const fixes = places.flatMap((place, at) => (findings[at]?.rule === rule ? (place?.fixes ?? []) : []));
  const edits = fixes.find(({ act }) => act.kind === kind)?.edits ?? [];
  const changed = [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce((rest, { offset, length, content }) => rest.slice(0, offset) + content + rest.slice(offset + length), text);
  return changed.replaceAll(/\s+/g, " ");
}

describe("fixes at a press", () => {
  it("add what is required, with all that it requires itself", async () => {
    const text = await after(`{ ${head} }`, "schema/required", "add");
    expect(JSON.parse(text)).toMatchObject({ manifestVersion: "1.19" });
    expect(Object.keys(JSON.parse(text) as object)).toHaveLength(2);
  });

  it("rename what was mistyped, or take it out", async () => {
    const text = `{ ${head}, "acentColor": "#FFFFFF" }`;
    expect(await after(text, "schema/additionalProperties", "rename")).toContain('"accentColor": "#FFFFFF"');
    expect(await after(text, "schema/additionalProperties", "remove")).not.toContain("FFFFFF");
  });

  it("do not rename to what is there already", async () => {
    const { findings, places } = await look(`{ ${head}, "accentColor": "#FFFFFF", "acentColor": "#FFFFFF" }`);
    const at = findings.findIndex(({ rule }) => rule === "schema/additionalProperties");
    expect(places[at]?.fixes.map(({ act }) => act.kind)).toEqual(["remove"]);
  });

  it("offer the allowed values, the nearest first", async () => {
    const text = `{ ${head}, "bots": [{ "botId": "", "scopes": ["temas"] }] }`;
    expect(await after(text, "schema/enum", "write")).toContain('"team"');
  });

  it("write the kind of value that was meant", async () => {
    expect(await after(`{ ${head}, "isFullScreen": "true" }`, "schema/type", "write")).toContain(
      '"isFullScreen": true',
    );
    expect(await after(`{ ${head}, "version": 1 }`, "schema/type", "write")).toContain('"version": "1"');
    expect(await after(`{ ${head}, "validDomains": "a.b" }`, "schema/type", "write")).toMatch(/\[ ?"a.b" ?\]/);
  });

  it("remove commas, trim texts, set the schema, make GUIDs", async () => {
    expect(await after(`{ ${head}, }`, "manifest/trailing-comma", "remove-comma")).toBe(`{ ${head} }`);
    expect(await after(`{ ${head}, "version": " 1.0.0" }`, "manifest/outer-space", "trim")).toContain('"1.0.0"');
    const other = "https://developer.microsoft.com/json-schemas/teams/v1.16/MicrosoftTeams.schema.json";
    expect(await after(`{ "$schema": "${other}", ${head} }`, "manifest/schema-disagrees", "write")).toContain("v1.19/");
    expect(await after(`{ ${head}, "id": "x" }`, "schema/pattern", "new-id")).toMatch(/"id": "[0-9a-f]{8}-/);
  });

  it("add the host of a page to the domains", async () => {
    const page = '"configurableTabs": [{ "configurationUrl": "https://a.test/c", "scopes": ["team"] }]';
    const text = await after(`{ ${head}, ${page} }`, "domain/page-not-covered", "add");
    expect(JSON.parse(text)).toMatchObject({ validDomains: ["a.test"] });
  });
});

describe("where a finding is", () => {
  it("is the whole value, and for an object its bracket", async () => {
    const text = `{\n  ${head},\n  "version": 12\n}`;
    const { findings, places } = await look(text);
    const of = (rule: string) => places[findings.findIndex((finding) => finding.rule === rule)];
    const version = of("schema/type");
    expect(text.slice(version?.from, version?.to)).toBe("12");
    const object = of("schema/required");
    expect(text.slice(object?.from, object?.to)).toBe("{");
  });
});

describe("a text as a whole", () => {
  it("is mended as far as that leaves no choice", async () => {
    const schema = '"$schema": "https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json"';
    const { mended } = await look(`{ ${schema}, ${head}, "id": " x", }`);
    expect(mended?.words).toHaveLength(2);
    expect(mended?.text).toBe(`{ ${schema}, ${head}, "id": "x" }`);
    expect((await look(`{ ${schema}, ${head} }`)).mended).toBeNull();
  });

  it("names its placeholders, also those with a value", async () => {
    const text = `{ ${head}, "id": "\${{APP_ID}}" }`;
    const { placeholders, findings } = await lint({
      ...{ text, target: "organization", language: "en" },
      env: { APP_ID: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55" },
    });
    expect(placeholders).toEqual(["APP_ID"]);
    expect(findings.map(({ rule }) => rule)).not.toContain("manifest/placeholder");
  });

  it("is judged whatever it is", async () => {
    for (const text of [
      "",
      "nul",
      "[",
      '{"a":{"a":1,"a":2}}',
      '{"manifestVersion":7}',
      `{ ${head}, "bots": [null, {}] }`,
    ])
      expect((await look(text)).findings).toBeInstanceOf(Array);
  });
});
