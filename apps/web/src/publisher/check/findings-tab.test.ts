import type { Finding } from "@parvis/manifest";
import { describe, expect, it } from "vitest";
import { filterFindings } from "./filter-findings.ts";
import { findingsAsJson } from "./findings-as-json.ts";

const finding = (more: Partial<Finding>): Finding => ({
  ...{ rule: "schema/pattern", severity: "error", pointer: "", file: "manifest.json", message: "", fix: "", help: "" },
  ...more,
});
const icon = finding({ rule: "icon/missing", message: "L’icône manque.", file: "color.png" });
const name = finding({ severity: "warning", pointer: "/name/short", message: "The name is too long." });

describe("looking through findings", () => {
  it("shows all of them while nothing is looked for", () => {
    const all = [icon, name];
    expect(filterFindings(all, { find: "  " })).toBe(all);
  });

  it("finds every word somewhere, whatever its case and accents", () => {
    expect(filterFindings([icon, name], { find: "icone COLOR" })).toEqual([icon]);
    expect(filterFindings([icon, name], { find: "short long" })).toEqual([name]);
    expect(filterFindings([icon, name], { find: "short icon" })).toEqual([]);
  });

  it("keeps to one severity", () => {
    expect(filterFindings([icon, name], { severity: "warning" })).toEqual([name]);
    expect(filterFindings([icon, name], { severity: "error", find: "name" })).toEqual([]);
  });
});

it("saves findings in the shape of the command line", () => {
  const result = { valid: false, manifestVersion: "1.19", id: "a", version: "1.0.0", findings: [icon] };
  expect(JSON.parse(findingsAsJson("todo.zip", result))).toMatchObject({
    files: [{ path: "todo.zip", valid: false, findings: [{ rule: "icon/missing", line: null, column: null }] }],
  });
});
