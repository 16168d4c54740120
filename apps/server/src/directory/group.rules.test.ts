import { describe, expect, test } from "vitest";
import { type Nesting, wayUp } from "./group.rules.ts";

/** "Europe>Sellers": Sellers stands in Europe. */
const nestings = (...said: string[]): Nesting[] =>
  said.map((one) => {
    const [groupId = "", nestedId = ""] = one.split(">");
    return { groupId, nestedId };
  });

describe("the way up to a group", () => {
  const world = nestings("World>Europe", "World>Sales", "Europe>Nordics", "Nordics>Sellers", "Sales>Sellers");

  test("is the shortest one, from the lowest group", () => {
    expect(wayUp(world, new Set(["Sellers"]), "World")).toEqual(["Sellers", "Sales", "World"]);
    expect(wayUp(world, new Set(["Sellers"]), "Europe")).toEqual(["Sellers", "Nordics", "Europe"]);
  });

  test("begins at the nearest of several groups, and is the group itself when it is one of them", () => {
    expect(wayUp(world, new Set(["Sellers", "Europe"]), "World")).toEqual(["Europe", "World"]);
    expect(wayUp(world, new Set(["Sellers", "World"]), "World")).toEqual(["World"]);
  });

  test("of several of one length is by what comes first in the list", () => {
    const diamond = nestings("World>Europe", "World>Sales", "Europe>Sellers", "Sales>Sellers");
    expect(wayUp(diamond, new Set(["Sellers"]), "World")).toEqual(["Sellers", "Europe", "World"]);
    expect(wayUp(diamond.toReversed(), new Set(["Sellers"]), "World")).toEqual(["Sellers", "Sales", "World"]);
  });

  test("is none where none leads", () => {
    expect(wayUp(world, new Set(["World"]), "Sellers")).toBeUndefined();
    expect(wayUp(world, new Set(), "World")).toBeUndefined();
    expect(wayUp(nestings("A>B", "B>A"), new Set(["C"]), "A")).toBeUndefined();
  });
});
