import { describe, expect, it } from "vitest";
import type { Suggestion } from "../../engine/complete.ts";
import { insertionOf } from "./insertion.ts";

const property: Suggestion = {
  kind: "property",
  label: "bots",
  required: false,
  facts: { types: ["array"] },
  template: `[\n\t{\n\t\t"botId": "\${}",\n\t\t"a": \${false},\n\t\t"b": \${false}\n\t}\n]`,
};
const value: Suggestion = { ...property, kind: "value", label: "team", template: '"team"' };

/** What is being written stands between two bars. */
function insert(marked: string, suggestion: Suggestion) {
  const [before = "", word = "", after = ""] = marked.split("|");
  const place = { from: before.length, to: before.length + word.length };
  return insertionOf(before + word + after, place, suggestion);
}

describe("putting a suggestion into a text", () => {
  it("replaces the quotes of what was begun", () => {
    expect(insert('{ "|bo|" }', property)).toMatchObject({ from: 2, to: 6 });
    expect(insert('{ "|bo|\n}', property)).toMatchObject({ from: 2, to: 5 });
    expect(insert("{ |bo| }", property)).toMatchObject({ from: 2, to: 4 });
  });

  it("brings the value along, unless there is one", () => {
    expect(insert('{ "||" }', property).template).toMatch(/^"bots": \[\n\t\\?\{/);
    expect(insert('{ "|bot|": [] }', property).template).toBe('"bots"');
  });

  it("parts it from what stands around it", () => {
    expect(insert('{ "||"\n "id": "" }', property).template.endsWith("],")).toBe(true);
    expect(insert('{ "id": ""\n "||" }', property).comma).toBe(10);
    expect(insert('{ "id": "", "||" }', property).comma).toBeNull();
    expect(insert('["|t|" "personal"]', value).template).toBe('"team",');
  });

  it("keeps two places apart that begin alike", () => {
    expect(insert('{ "||" }', property).template).toContain(`"a": \${2:false},\n\t\t"b": \${3:false}`);
  });

  it("writes values as JSON", () => {
    expect(insert('["|t|"]', value)).toEqual({ from: 1, to: 4, template: '"team"', comma: null });
    expect(insert('{ "isFullScreen": || }', { ...value, label: "true", template: "true" }).template).toBe("true");
  });
});
