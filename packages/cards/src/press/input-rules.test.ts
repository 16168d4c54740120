import { describe, expect, test } from "vitest";
import type { JsonObject } from "../json.ts";
import { checkInputs, inputRules } from "./input-rules.ts";

const problems = (input: JsonObject, value?: string) =>
  checkInputs(inputRules([{ id: "i", label: "It", ...input }]), value === undefined ? {} : { i: value }).map(
    ({ problem }) => problem,
  );
const choices = [
  { title: "A", value: "a" },
  { title: "A, or B", value: "a,b" },
  { title: "C", value: "c" },
];

describe("what is filled in is checked again on the server", () => {
  test.each<[string, JsonObject, string | undefined, string[]]>([
    ["required and absent", { type: "Input.Text", isRequired: true }, undefined, ["required"]],
    ["required and blank", { type: "Input.Text", isRequired: true }, "  \n", ["required"]],
    ["required and there", { type: "Input.Text", isRequired: "true" }, "x", []],
    ["longer than it may be", { type: "Input.Text", maxLength: 3 }, "four", ["too-long"]],
    ["as long as it may be", { type: "Input.Text", maxLength: 3 }, "abc", []],
    ["without a limit, far too long", { type: "Input.Text" }, "x".repeat(10_001), ["too-long"]],
    ["a day", { type: "Input.Date" }, "2026-02-28", []],
    ["no day", { type: "Input.Date" }, "2026-02-30", ["not-a-date"]],
    ["something else than a day", { type: "Input.Date" }, '"}', ["not-a-date"]],
    ["a day too early", { type: "Input.Date", min: "2026-03-01" }, "2026-02-28", ["out-of-range"]],
    ["a time", { type: "Input.Time" }, "23:59", []],
    ["no time", { type: "Input.Time" }, "24:00", ["not-a-time"]],
    ["a number", { type: "Input.Number", min: 1, max: 3 }, "2.5", []],
    ["a number too large", { type: "Input.Number", min: 1, max: 3 }, "10", ["out-of-range"]],
    ["no number", { type: "Input.Number" }, "one", ["not-a-number"]],
    ["a choice", { type: "Input.ChoiceSet", choices }, "c", []],
    ["no choice", { type: "Input.ChoiceSet", choices }, "d", ["not-a-choice"]],
    ["two where one may be", { type: "Input.ChoiceSet", choices }, "a,c", ["not-a-choice"]],
    ["several, one with a comma", { type: "Input.ChoiceSet", choices, isMultiSelect: true }, "a,b,c", []],
    ["several, one unknown", { type: "Input.ChoiceSet", choices, isMultiSelect: true }, "a,d", ["not-a-choice"]],
    ["choices that a bot finds", { type: "Input.ChoiceSet", choices: [], "choices.data": {} }, "any", []],
    ["a toggle that must be on", { type: "Input.Toggle", isRequired: true }, "false", ["required"]],
    ["a toggle that is on", { type: "Input.Toggle", isRequired: true, valueOn: "y" }, "y", []],
    ["a toggle of other values", { type: "Input.Toggle" }, "maybe", ["not-a-choice"]],
  ])("%s", (_, input, value, expected) => {
    expect(problems(input, value)).toEqual(expected);
  });

  test("a time without its day", () => {
    const rules = inputRules([
      { type: "Input.Date", id: "d", label: "Day" },
      { type: "Input.Time", id: "d#time" },
    ]);
    expect(checkInputs(rules, { "d#time": "10:00" })).toEqual([{ id: "d", label: "Day", problem: "required" }]);
    expect(checkInputs(rules, { d: "2026-01-01", "d#time": "10:00" })).toEqual([]);
  });

  test("names that every object has are no values", () => {
    expect(problems({ type: "Input.Text", id: "toString", isRequired: true })).toEqual(["required"]);
  });
});
