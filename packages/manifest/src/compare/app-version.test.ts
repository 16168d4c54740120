import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareVersions, leastHigherVersion } from "./app-version.ts";

describe("versions", () => {
  it.each([
    ["1.0", "1.0.0", 0],
    ["1.2.9", "1.2.10", -1],
    ["2", "1.99.99", 1],
    ["1.0.0-beta", "1.0.0", -1],
    ["1.0.0+build7", "1.0.0", 0],
    ["01.2", "1.2", 0],
    ["99999999999999999999.0.0", "99999999999999999998.0.0", 1],
  ] as const)("%s against %s is %i", (a, b, order) => {
    expect(compareVersions(a, b)).toBe(order);
    expect(compareVersions(b, a) + order).toBe(0);
  });

  it.each([
    ["1.0", "1.0.1"],
    ["1", "1.0.1"],
    ["1.2.9", "1.2.10"],
    ["1.2.3.4", "1.2.4"],
    ["1.0.0-beta", "1.0.0"],
    ["0.9", "1.0.0"],
    ["", "1.0.0"],
  ])("after %s comes %s", (current, next) => {
    expect(leastHigherVersion(current)).toBe(next);
  });

  it("always has a next one that is higher, and orders any three consistently", () => {
    const version = fc.stringMatching(/^\d{1,3}(\.\d{1,3}){0,3}(-[a-c]{1,2})?$/);
    fc.assert(fc.property(version, (v) => compareVersions(leastHigherVersion(v), v) === 1));
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        const [low, middle, high] = [a, b, c].sort(compareVersions) as [string, string, string];
        return (
          compareVersions(low, middle) <= 0 && compareVersions(middle, high) <= 0 && compareVersions(low, high) <= 0
        );
      }),
    );
  });
});
