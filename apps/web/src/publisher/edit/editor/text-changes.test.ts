import { describe, expect, it } from "vitest";
import { changeBetween } from "./text-changes.ts";

describe("the change between two texts", () => {
  it("is what differs alone", () => {
    expect(changeBetween('{"a":1}', '{"a":22}')).toEqual({ from: 5, to: 6, insert: "22" });
    expect(changeBetween("aa", "aaa")).toEqual({ from: 2, to: 2, insert: "a" });
    expect(changeBetween("same", "same")).toBeNull();
    expect(changeBetween("", "new")).toEqual({ from: 0, to: 0, insert: "new" });
  });
});
