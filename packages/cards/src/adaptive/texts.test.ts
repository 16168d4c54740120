import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../json.ts";
import { adaptiveTexts } from "./texts.ts";

const seen = (card: JsonObject) =>
  adaptiveTexts(card)
    .filter(({ hidden }) => !hidden)
    .map(({ text }) => text);
const hidden = (card: JsonObject) =>
  adaptiveTexts(card)
    .filter((each) => each.hidden)
    .map(({ text }) => text);
const block = (text: string, more: JsonObject = {}): JsonObject => ({ type: "TextBlock", text, ...more });
const body = (...elements: JsonValue[]): JsonObject => ({ body: elements });

test("every kind of element", () => {
  const card = body(
    block("**one**"),
    { type: "RichTextBlock", inlines: ["t", { type: "TextRun", text: "wo*" }] },
    { type: "FactSet", facts: [{ title: "three", value: "four" }] },
    { type: "ColumnSet", columns: [{ items: [block("five")] }] },
    { type: "Table", columns: [{}], rows: [{ cells: [{ items: [block("six")] }, { items: [block("beyond")] }] }] },
    { type: "ActionSet", actions: [{ type: "Action.OpenUrl", title: "seven" }] },
    { type: "Input.Text", label: "eight" },
    { type: "Input.ChoiceSet", style: "expanded", choices: [{ title: "nine" }] },
    { type: "Input.Toggle", title: "ten" },
  );
  expect(seen(card)).toEqual(["one", "two*", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]);
});

test("what takes an act to see is hidden", () => {
  const card = {
    ...body(block("toggled", { isVisible: false }), { type: "Input.ChoiceSet", choices: [{ title: "choice" }] }),
    actions: [
      { type: "Action.ShowCard", title: "Show", card: body(block("inside")) },
      { type: "Action.OpenUrl", title: "menu", mode: "secondary" },
    ],
  };
  expect(seen(card)).toEqual(["Show"]);
  expect(hidden(card)).toEqual(["toggled", "choice", "inside", "menu"]);
});

test("dates are worded by the renderer and left out; near misses are text", () => {
  expect(seen(body(block("on {{DATE(2026-03-01T10:00:00Z, LONG)}} at {{TIME(2026-03-01T10:00:00Z)}}.")))).toEqual([
    "on",
    "at",
    ".",
  ]);
  expect(seen(body(block("{{DATE(soon)}} {{title}}")))).toEqual(["{{DATE(soon)}} {{title}}"]);
});

describe("fallback, as the renderer does it", () => {
  const unknown = { type: "Graph", text: "never" };
  test("of the element, of its holder, of the card", () => {
    expect(seen(body({ ...unknown, fallback: block("instead") }))).toEqual(["instead"]);
    expect(seen(body({ type: "Container", items: [block("a"), unknown], fallback: block("b") }))).toEqual(["b"]);
    expect(seen({ ...body(unknown, block("a")), fallback: block("b") })).toEqual(["b"]);
  });

  test("without any, the rest is shown", () => {
    expect(seen(body(unknown, block("a")))).toEqual(["a"]);
    expect(seen(body({ ...unknown, fallback: "drop" }, block("a")))).toEqual(["a"]);
  });

  test("requirements are never met", () => {
    expect(seen(body(block("new", { requires: { acTest: "1.0" }, fallback: block("old") })))).toEqual(["old"]);
    expect(seen(body(block("new", { requires: {}, fallback: block("old") })))).toEqual(["new"]);
  });
});
