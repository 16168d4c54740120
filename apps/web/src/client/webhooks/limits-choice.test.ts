import { expect, test } from "vitest";
import { choiceOf, limitsOf, usualLimits } from "./limits-choice.ts";

test("limits stay what they are when nothing is chosen", () => {
  for (const limits of [null, [], [{ seconds: 90, max: 7 }], usualLimits])
    expect(limitsOf(choiceOf(limits))).toEqual(limits);
});

test("windows are shown in the largest unit that they are a whole number of", () => {
  const rows = choiceOf([
    { seconds: 7_200, max: 1 },
    { seconds: 90, max: 1 },
    { seconds: 86_400, max: 1 },
  ]).rows;
  expect(rows.map(({ count, unit }) => `${count} ${unit}`)).toEqual(["2 hour", "90 second", "1 day"]);
});

test("a window that is not filled in, is too long or stands twice is no limit", () => {
  const row = { key: 1, max: 5, count: 1, unit: "minute" } as const;
  const own = (...rows: object[]) => limitsOf({ kind: "own", rows: rows.map((one) => ({ ...row, ...one })) });
  expect(own({})).toEqual([{ seconds: 60, max: 5 }]);
  expect(own({ max: 0 })).toBeUndefined();
  expect(own({ count: 0 })).toBeUndefined();
  expect(own({ count: 32, unit: "day" })).toBeUndefined();
  expect(own({}, { count: 60, unit: "second" })).toBeUndefined();
  expect(own()).toBeUndefined();
});
