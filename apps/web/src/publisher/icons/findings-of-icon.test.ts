import type { Finding } from "@parvis/manifest";
import { expect, it } from "vitest";
import { findingsOfIcon } from "./findings-of-icon.ts";

const finding = (rule: string, file: string, pointer = ""): Finding => ({
  ...{ rule, file, pointer, severity: "error", message: "", fix: "", help: "" },
});

it("finds what is said about an icon's file and about the place that names it, and nothing about the other icon", () => {
  const all = [
    finding("icon/color-size", "color.png"),
    finding("icon/missing", "manifest.json", "/icons/color"),
    finding("icon/outline-colors", "outline.png"),
    finding("version/form", "manifest.json", "/version"),
  ];
  const color = { kind: "color", declared: "color.png", reading: null } as const;
  expect(findingsOfIcon(all, color).map(({ rule }) => rule)).toEqual(["icon/color-size", "icon/missing"]);
  const outline = { kind: "outline", declared: null, reading: null } as const;
  expect(findingsOfIcon(all, outline).map(({ rule }) => rule)).toEqual(["icon/outline-colors"]);
});
