import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../json.ts";
import { englishPhrases } from "../phrases.ts";
import { displayableCard } from "./displayable-card.ts";

const display = (card: JsonObject) =>
  displayableCard({ type: "AdaptiveCard", version: "1.5", ...card }, englishPhrases);
const element = (value: JsonValue) => display({ body: [value] }).body[0];
const action = (value: JsonObject) => display({ actions: [value] }).actions;

test("what is well stays as it was", () => {
  const card = {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    msteams: { width: "Full" },
    body: [
      {
        type: "Table",
        columns: [{ width: 1 }],
        rows: [{ type: "TableRow", cells: [{ type: "TableCell", items: [] }] }],
      },
      { type: "RichTextBlock", inlines: ["a", { type: "TextRun", text: "b", italic: true }] },
      { type: "TextBlock", text: "{{DATE(2026-03-01T10:00:00Z, SHORT)}}" },
      { type: "Input.Number", id: "n", value: 5, min: 1 },
    ],
    actions: [
      { type: "Action.OpenUrl", title: "Open", url: "https://a.example" },
      { type: "Action.ToggleVisibility", title: "More", targetElements: ["x"] },
      { type: "Action.ShowCard", title: "Card", card: { type: "AdaptiveCard", body: [] } },
    ],
  };
  expect(displayableCard(card, englishPhrases)).toEqual(card);
});

test.each([
  ["1.2", "1.2"],
  [1.4, "1.4"],
  [1, "1.0"],
  [undefined, "1.5"],
  ["latest", "1.5"],
  [null, "1.5"],
])("version %j is %j", (version, expected) => {
  expect(displayableCard(version === undefined ? {} : { version }, englishPhrases).version).toBe(expected);
});

describe("mentions", () => {
  const entities = [{ type: "mention", text: "<at>ada@x</at>", mentioned: { id: "1", name: "Ada Admin" } }];
  test("show names, declared or not, in every kind of text", () => {
    const { body } = display({
      msteams: { entities },
      body: [
        { type: "TextBlock", text: "Hi <at>ada@x</at> and <at>Bo</at>" },
        { type: "FactSet", facts: [{ title: "Who", value: "<at>ada@x</at>" }] },
        { type: "RichTextBlock", inlines: ["<at>ada@x</at>"] },
      ],
    });
    expect(body).toMatchObject([
      { text: "Hi Ada Admin and Bo" },
      { facts: [{ value: "Ada Admin" }] },
      { inlines: ["Ada Admin"] },
    ]);
  });
});

describe("addresses", () => {
  test("an unsafe one disables the button, and frees what could be pressed as a whole", () => {
    expect(action({ type: "Action.OpenUrl", title: "Open", url: "javascript:alert(1)", id: "x" })).toMatchObject([
      { type: "Action.Submit", title: "Open", isEnabled: false, id: "x", parvis: { unavailable: "unsafe-link" } },
    ]);
    const selectAction = { type: "Action.OpenUrl", url: "file:///etc/passwd" };
    expect(element({ type: "Container", items: [], selectAction })).toEqual({ type: "Container", items: [] });
  });

  test("pictures and media come from the web", () => {
    expect(element({ type: "Image", url: "javascript:x", altText: "a" })).toEqual({ type: "Image", altText: "a" });
    expect(element({ type: "Container", backgroundImage: { url: "file:///x" } })).toMatchObject({
      backgroundImage: {},
    });
    expect(display({ backgroundImage: "javascript:x" })).not.toHaveProperty("backgroundImage");
    expect(
      element({ type: "Media", poster: "data:text/html,x", sources: [{ mimeType: "video/mp4", url: "file:///v" }] }),
    ).toEqual({
      type: "Media",
      sources: [{ mimeType: "video/mp4" }],
    });
  });
});

test("buttons that need a bot are disabled (D.2), and a sender cannot pretend to ours", () => {
  const data = { parvis: { post: "/potentialAction/0" } };
  for (const type of ["Action.Submit", "Action.Execute"]) {
    const [button] = action({ type, title: "Send", data, parvis: { x: 1 } }) as JsonObject[];
    expect(button).toMatchObject({ title: "Send", isEnabled: false, parvis: { unavailable: "no-receiver" } });
    expect(button).not.toHaveProperty("data");
  }
  expect(display({ parvis: { accentColor: "x" } })).not.toHaveProperty("parvis");
});

describe("what makes the renderer throw", () => {
  test("names it calls", () => {
    const card = JSON.parse(
      '{"body":[{"type":"TextBlock","text":"a","hasOwnProperty":1,"__proto__":{"x":1},"constructor":2}]}',
    );
    const [block] = displayableCard(card, englishPhrases).body;
    expect(Object.keys(block as JsonObject)).toEqual(["type", "text"]);
    expect(Object.getPrototypeOf(block)).toBe(Object.prototype);
  });

  test("nulls in lists, lists that are none", () => {
    expect(display({ body: [null, 5, "x", { type: "FactSet", facts: [null, { title: 1 }] }] }).body).toEqual([
      { type: "FactSet", facts: [{ title: "1" }] },
    ]);
    expect(display({ body: "x", actions: {} })).toMatchObject({ body: [] });
  });

  test("text runs outside a RichTextBlock, other elements inside", () => {
    const run = { type: "TextRun", text: "a" };
    expect(element(run)).toEqual({ type: "RichTextBlock", inlines: [run] });
    expect(element({ type: "Nope", fallback: run })).toMatchObject({ fallback: { type: "RichTextBlock" } });
    expect(
      element({ type: "RichTextBlock", inlines: [run, 5, null, { type: "TextBlock", text: "b" }, { type: "Image" }] }),
    ).toEqual({
      type: "RichTextBlock",
      inlines: [run, "5", { type: "TextRun", text: "b" }],
    });
  });
});

test("the input is left as it was", () => {
  const card = { body: [{ type: "TextBlock", text: 5 }, null], actions: [{ type: "Action.Submit" }] };
  const before = structuredClone(card);
  display(card);
  expect(card).toEqual(before);
});
