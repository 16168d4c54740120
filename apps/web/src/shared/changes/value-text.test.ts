import { expect, it } from "vitest";
import { valueText } from "./value-text.ts";

it("shows a value as it stands in a manifest, and a long one in part until all is asked for", () => {
  expect(valueText("Todo", false)).toEqual({ text: '"Todo"', cut: false });
  expect(valueText(undefined, false)).toEqual({ text: "", cut: false });
  const long = Array.from({ length: 50 }, (_, index) => index);
  const part = valueText(long, false);
  expect(part.cut).toBe(true);
  expect(part.text.split("\n")).toHaveLength(12);
  expect(valueText(long, true)).toEqual({ text: JSON.stringify(long, null, 2), cut: false });
  expect(valueText("a".repeat(5_000), false).text).toHaveLength(601);
});
