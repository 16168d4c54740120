import { expect, test } from "vitest";
import { firstIdAt, isId, momentOf, newId } from "./identifiers.ts";

test("makes version 7 identifiers that sort as they were made, also within a millisecond", () => {
  const ids = Array.from({ length: 50_000 }, newId);
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids.slice(0, 100))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("keeps the time in the identifier", () => {
  const before = Date.now();
  expect(momentOf(newId()).getTime()).toBeGreaterThanOrEqual(before);
  const moment = new Date("2026-11-01T00:00:00Z");
  expect(momentOf(firstIdAt(moment))).toEqual(moment);
  expect(firstIdAt(moment) < newId()).toBe(true);
});

test("knows an identifier from other text", () => {
  expect(
    [newId(), "11111111-1111-4111-8111-111111111111", "", "x", "11111111-1111-4111-8111-11111111111"].map(isId),
  ).toEqual([true, true, false, false, false]);
});
