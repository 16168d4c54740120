// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the toolkit writes its placeholders this way.
import { describe, expect, it } from "vitest";
import { fillJsonText, fillPlaceholders, parseEnv } from "./placeholders.ts";

describe("placeholders", () => {
  it.each([
    ["${{APP_ID}}", ["APP_ID"]],
    ["https://{{HOST}}/tab", ["HOST"]],
    ["<<manifest-Id>>", ["manifest-Id"]],
    ["[MyAppId]", ["MyAppId"]],
    ["https://[BaseUrl]/tab", ["BaseUrl"]],
    ["${{A}} and ${{B}} and ${{A}}", ["A", "B"]],
    ["a [note] in a text", []],
    ["https://[::1]/", []],
    ["{locale} and {userObjectId}", []],
    ["{teamSiteDomain}", []],
    ["1 << 2 >> 3", []],
  ])("%s holds %j", (text, names) => {
    expect(fillPlaceholders([text], {}).map((open) => open.name)).toEqual(names);
  });

  it("are filled where they are known, and reported where they are not", () => {
    const manifest = { id: "${{ID}}", list: ["{{X}}-{{Y}}"] };
    const open = fillPlaceholders(manifest, { ID: "1", X: "x" });
    expect(manifest).toEqual({ id: "1", list: ["x-{{Y}}"] });
    expect(open).toEqual([{ pointer: "/list/0", text: "{{Y}}", name: "Y" }]);
  });

  it("are filled in the text without breaking it", () => {
    expect(JSON.parse(fillJsonText('{ "a": "{{X}}" }', { X: 'say "hi"\n' }))).toEqual({ a: 'say "hi"\n' });
  });

  it("come from files as .env has them", () => {
    expect(parseEnv("\uFEFF# note\nA=1\nexport B = 'two words'\nC=\"x\" \nD=4 # four\n\nnonsense\nE=a=b")).toEqual({
      A: "1",
      B: "two words",
      C: "x",
      D: "4",
      E: "a=b",
    });
  });
});
