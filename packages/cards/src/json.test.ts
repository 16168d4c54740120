import { expect, test } from "vitest";
import { flagOf, hasText, isDeeperThan, objectsOf, property, textOf } from "./json.ts";

test("a text is shown whatever its type", () => {
  expect(textOf("a")).toBe("a");
  expect(textOf(0)).toBe("0");
  expect(textOf(false)).toBe("false");
  expect(textOf(null)).toBe("");
  expect(textOf(["a", 1, null])).toBe("a, 1, ");
  expect(textOf({ a: 1, b: ["c"] })).toBe("a: 1, b: c");
  expect(textOf([[[[["deep"]]]]])).toBe("…");
});

test("white space is no text", () => {
  expect([" \n", "", null, undefined, []].some(hasText)).toBe(false);
  expect(["a", 0, ["a"]].every(hasText)).toBe(true);
});

test("names are found in any case, the exact one first", () => {
  expect(property({ TEXT: "other", text: "exact" }, "text")).toBe("exact");
  expect(property({ TEXT: "other" }, "text")).toBe("other");
  expect(property({}, "text")).toBeUndefined();
});

test("flags are taken as booleans or as words", () => {
  expect(["true", true, "TRUE"].map((value) => flagOf(value, false))).toEqual([true, true, true]);
  expect(["false", false, "maybe", 1].map((value) => flagOf(value, false))).toEqual([false, false, false, false]);
});

test("one object counts as a list of one; what is no object is left out", () => {
  expect(objectsOf([{ a: 1 }, null, "x", []])).toEqual([{ a: 1 }]);
  expect(objectsOf({ a: 1 })).toEqual([{ a: 1 }]);
  expect(objectsOf("x")).toEqual([]);
});

test("depth counts objects and lists alike", () => {
  expect(isDeeperThan({ a: [{ b: 1 }] }, 3)).toBe(false);
  expect(isDeeperThan({ a: [{ b: 1 }] }, 2)).toBe(true);
  expect(isDeeperThan(JSON.parse("[".repeat(14_000) + "]".repeat(14_000)), 100)).toBe(true);
});
