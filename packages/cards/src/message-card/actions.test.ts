import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../json.ts";
import { englishPhrases } from "../phrases.ts";
import { adaptiveActions } from "./actions.ts";

const convert = (...actions: JsonValue[]) => adaptiveActions({ potentialAction: actions }, "", englishPhrases);
const card = (action: JsonObject) => convert({ "@type": "ActionCard", name: "More", ...action })[0]?.card as JsonObject;

describe("links", () => {
  test("OpenUri takes the default system's address", () => {
    const targets = [
      { os: "iOS", uri: "yammer://u/1" },
      { os: "default", uri: "https://a.example/1" },
    ];
    expect(convert({ "@type": "OpenUri", name: "Open", targets })).toEqual([
      { type: "Action.OpenUrl", title: "Open", url: "https://a.example/1" },
    ]);
  });

  test("ViewAction takes a list or one address", () => {
    for (const target of [["https://a.example/1"], "https://a.example/1"]) {
      expect(convert({ "@type": "ViewAction", name: "View", target })[0]).toMatchObject({ url: "https://a.example/1" });
    }
  });

  test.each(["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "", null])(
    "%j leaves the button disabled",
    (uri) => {
      const [action] = convert({ "@type": "OpenUri", name: "Open", targets: [{ os: "default", uri }] });
      expect(action).toMatchObject({ title: "Open", isEnabled: false, parvis: { unavailable: "unsafe-link" } });
      expect(action).not.toHaveProperty("url");
    },
  );
});

test("HttpPOST carries the way back to itself, and nothing of its target", () => {
  const [action] = convert({
    "@type": "HttpPOST",
    name: "Approve",
    target: "https://a.example",
    headers: [],
    body: "secret",
  });
  expect(action).toEqual({
    type: "Action.Submit",
    title: "Approve",
    associatedInputs: "none",
    data: { parvis: { post: "/potentialAction/0" } },
  });
});

test("what needs Outlook, and what nobody knows, is shown and says why", () => {
  const reasons = ["InvokeAddInCommand", "Transaction", "Something", undefined].map(
    (type) => convert({ name: "x", ...(type === undefined ? {} : { "@type": type }) })[0]?.parvis,
  );
  expect(reasons).toEqual([
    { unavailable: "outlook-only" },
    { unavailable: "outlook-only" },
    { unavailable: "unknown-action" },
    { unavailable: "unknown-action" },
  ]);
});

test("the fifth and later are not shown (D.3: at most 4)", () => {
  const actions = ["1", "2", "3", "4", "5"].map((name) => ({ "@type": "OpenUri", name }));
  expect(convert(...actions).map(({ title }) => title)).toEqual(["1", "2", "3", "4"]);
});

describe("ActionCard", () => {
  test("becomes a card behind a button, its posts with the inputs", () => {
    const inner = card({ actions: [{ "@type": "HttpPOST", name: "OK", target: "https://a.example" }] });
    expect(inner.actions).toMatchObject([
      { associatedInputs: "auto", data: { parvis: { post: "/potentialAction/0/actions/0" } } },
    ]);
  });

  test("holds no other ActionCard", () => {
    expect(card({ actions: [{ "@type": "ActionCard", name: "In" }] }).actions).toMatchObject([{ isEnabled: false }]);
  });

  test("TextInput", () => {
    const inputs = [
      {
        "@type": "TextInput",
        id: "c",
        title: "Comment",
        isMultiline: "true",
        maxLength: "80",
        value: 5,
        isRequired: true,
      },
    ];
    expect(card({ inputs }).body).toEqual([
      {
        type: "Input.Text",
        id: "c",
        label: "Comment",
        value: "5",
        isMultiline: true,
        maxLength: 80,
        isRequired: true,
        errorMessage: englishPhrases.inputRequired,
      },
    ]);
  });

  test("DateInput, with and without time", () => {
    const date = { "@type": "DateInput", id: "d", title: "Due", value: "2026-03-01T15:30:00Z" };
    expect(card({ inputs: [date] }).body).toMatchObject([{ type: "Input.Date", id: "d", value: "2026-03-01" }]);
    expect(card({ inputs: [{ ...date, includeTime: true }] }).body).toMatchObject([
      { type: "Input.Date", id: "d", value: "2026-03-01" },
      { type: "Input.Time", id: "d#time", value: "15:30" },
    ]);
  });

  test.each([
    [{}, false, "compact"],
    [{ isMultiSelect: "false" }, false, "compact"],
    [{ style: "expanded" }, false, "expanded"],
    [{ isMultiSelect: true }, true, "expanded"],
  ])("MultichoiceInput %j", (fields, isMultiSelect, style) => {
    const input = {
      "@type": "MultichoiceInput",
      id: "m",
      title: "Pick",
      choices: [{ display: "One", value: 1 }],
      ...fields,
    };
    expect(card({ inputs: [input] }).body).toMatchObject([
      { type: "Input.ChoiceSet", isMultiSelect, style, choices: [{ title: "One", value: "1" }] },
    ]);
  });

  test("inputs without id or type are still shown", () => {
    expect(card({ inputs: [{ title: "A" }, { title: "B" }] }).body).toMatchObject([
      { type: "Input.Text", id: "input-0" },
      { type: "Input.Text", id: "input-1" },
    ]);
  });
});

describe("the reader's system", () => {
  const targets = [
    { os: "default", uri: "https://a.example/any" },
    { os: "iOS", uri: "https://a.example/phone" },
    { os: "windows", uri: "app:open" },
  ];
  test.each([
    ["iOS", "https://a.example/phone"],
    ["android", "https://a.example/any"],
    ["default", "https://a.example/any"],
    // An address that must not be followed is none: the default one's is.
    ["windows", "https://a.example/any"],
  ] as const)("%s opens %s", (system, url) => {
    const actions = adaptiveActions(
      { potentialAction: [{ "@type": "OpenUri", name: "Open", targets }] },
      "",
      englishPhrases,
      system,
    );
    expect(actions).toEqual([{ type: "Action.OpenUrl", title: "Open", url }]);
  });
});
