import { describe, expect, test } from "vitest";
import { differing, meeting, type PolicyParts, withParts } from "./policy-parts.ts";

const allowAll = { type: "BlockedAppList", apps: [] } as const;
const base: PolicyParts = {
  name: "Sales",
  description: "",
  microsoft: { ...allowAll, apps: [] },
  thirdParty: { ...allowAll, apps: [] },
  custom: { ...allowAll, apps: [] },
};

describe("two administrators at one policy", () => {
  test("differ in the parts that say something else", () => {
    expect(differing(base, { ...base, custom: { type: "AllowedAppList", apps: [] } })).toEqual(["custom"]);
    expect(differing(base, { ...base, custom: { type: "BlockedAppList", apps: [] } })).toEqual([]);
  });

  test("keep what they changed themselves, and take what only the other changed", () => {
    const mine = { ...base, description: "Mine", custom: { type: "BlockedAppList" as const, apps: ["a"] } };
    const theirs = { ...base, name: "Sellers", custom: { type: "AllowedAppList" as const, apps: ["b"] } };
    const parts = meeting(base, mine, theirs);
    expect(parts).toEqual([
      { part: "name", keep: "theirs" },
      { part: "description", keep: "mine" },
      { part: "custom", keep: "mine" },
    ]);
    const kept = parts.filter(({ keep }) => keep === "mine").map(({ part }) => part);
    expect(withParts(theirs, mine, kept)).toEqual({ ...mine, name: "Sellers" });
  });
});
