import type { Finding } from "@parvis/manifest";
import { describe, expect, it } from "vitest";
import { firstEntries, groupFindings } from "./group-findings.ts";

function finding(rule: string, more: Partial<Finding> = {}): Finding {
  return { rule, severity: "error", pointer: "", file: "manifest.json", message: rule, fix: "", help: "", ...more };
}

const sum = finding("schema/anyOf", { pointer: "/bots/0" });
const branch = finding("schema/required", { pointer: "/bots/0/id", branchOf: "/bots/0" });
const icon = finding("icon/color-size", { severity: "warning", file: "color.png" });
const name = finding("name/reserved", { severity: "suggestion" });

describe("grouping findings", () => {
  it("puts the gravest first, and alternatives under what sums them up", () => {
    const groups = groupFindings([name, branch, icon, sum]);
    expect(groups.map(({ key, count }) => [key, count])).toEqual([
      ["error", 2],
      ["warning", 1],
      ["suggestion", 1],
    ]);
    expect(groups[0]?.entries).toEqual([{ finding: sum, branches: [branch] }]);
  });

  it("shows an alternative by itself when its sum was filtered away", () => {
    expect(groupFindings([branch])[0]?.entries).toEqual([{ finding: branch, branches: [] }]);
  });

  it("groups by file and by area too, gravest first in each", () => {
    expect(groupFindings([name, icon, sum], "file").map(({ key }) => key)).toEqual(["manifest.json", "color.png"]);
    expect(groupFindings([name, icon, sum], "area").map(({ key }) => key)).toEqual(["schema", "icon", "name"]);
  });

  it("shows as many as are asked for over all groups", () => {
    const groups = firstEntries(groupFindings([name, icon, sum]), 2);
    expect(groups.map(({ key }) => key)).toEqual(["error", "warning"]);
  });
});
