import { describe, expect, it } from "vitest";
import { keepLayout } from "./keep-layout.ts";
import { upgrade } from "./upgrade.ts";

describe("a text that says something else", () => {
  it("keeps its layout where it says the same", () => {
    const text = '{\n  "a": { "x": 1, "y": [1, 2] },\n  "gone": true,\n  "b": 2\n}\n';
    expect(keepLayout(text, { a: { x: 1, y: [1, 2] }, b: 3 }, 2)).toBe(
      '{\n  "a": { "x": 1, "y": [1, 2] },\n  "b": 3\n}\n',
    );
    expect(keepLayout(text, { a: { x: 1, y: [1, 2] }, gone: true, b: 2 }, 2)).toBe(text);
  });

  it("gets what is new", () => {
    const next = keepLayout('{\n  "b": 2\n}', { $schema: "s", b: 2, c: { d: [] } }, 2) ?? "";
    expect(JSON.parse(next)).toEqual({ $schema: "s", b: 2, c: { d: [] } });
    expect(next.indexOf("$schema")).toBeLessThan(next.indexOf('"b"'));
  });

  it("is given up where a property stands twice", () => {
    expect(keepLayout('{ "a": 1, "a": 2 }', { b: 1 }, 2)).toBeNull();
  });
});

describe("an upgraded manifest", () => {
  it("is laid out as it was", async () => {
    const text = '{\n  "manifestVersion": "1.8",\n  "packageName": "x",\n  "name": { "short": "A", "full": "B" }\n}\n';
    const done = await upgrade({ text, language: "en" });
    expect("text" in done && done.text).toContain('"name": { "short": "A", "full": "B" }');
    expect("text" in done && done.text).not.toContain("packageName");
  });
});
