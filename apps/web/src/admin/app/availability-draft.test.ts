import { expect, test } from "vitest";
import { choiceOf, differs, wantedOf } from "./availability-draft.ts";
import type { InForce } from "./availability-queries.ts";

const megan = { kind: "person", id: "1", displayName: "Megan" } as const;
const sales = { kind: "group", id: "2", displayName: "Sales" } as const;
const inForce: InForce = {
  availability: "usersAndGroups",
  touched: true,
  setBy: null,
  setByName: null,
  since: null,
  people: 1,
  groups: 0,
  etag: '"1"',
};

test("an app that nobody has edited follows the default", () => {
  expect(choiceOf({ touched: false, availability: "everyone" })).toBe("default");
  expect(choiceOf({ touched: true, availability: "everyone" })).toBe("everyone");
});

test("people and groups go apart, and only where they count", () => {
  expect(wantedOf({ choice: "usersAndGroups", subjects: [megan, sales] })).toEqual({
    availability: "usersAndGroups",
    people: ["1"],
    groups: ["2"],
  });
  expect(wantedOf({ choice: "noone", subjects: [megan] })).toEqual({ availability: "noone" });
});

test("a draft differs by its choice, or by whom it names", () => {
  expect(differs({ choice: "usersAndGroups", subjects: [megan] }, inForce, [megan])).toBe(false);
  expect(differs({ choice: "usersAndGroups", subjects: [sales] }, inForce, [megan])).toBe(true);
  expect(differs({ choice: "usersAndGroups", subjects: [megan, sales] }, inForce, [megan])).toBe(true);
  expect(differs({ choice: "everyone", subjects: [megan] }, inForce, [megan])).toBe(true);
  expect(differs({ choice: "noone", subjects: [sales] }, { ...inForce, availability: "noone" }, [])).toBe(false);
});
