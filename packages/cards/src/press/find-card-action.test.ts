import { describe, expect, test } from "vitest";
import type { JsonObject } from "../json.ts";
import type { ReadCard } from "../payload.ts";
import { englishPhrases } from "../phrases.ts";
import { toAdaptiveCard } from "../to-adaptive-card.ts";
import { expectedActors, findCardAction } from "./find-card-action.ts";

const target = "https://a.example/answer";
const submit = (fields: JsonObject = {}): JsonObject => ({
  type: "Action.Submit",
  title: "OK",
  data: { "parvis:target": target, ticket: 7 },
  ...fields,
});

/** The names that the buttons of a card carry in a browser, in the order of the card. */
function names(card: JsonObject, hasReceiver = false): string[] {
  const shown = JSON.stringify(toAdaptiveCard({ kind: "adaptive", card }, englishPhrases, { hasReceiver }));
  return [...shown.matchAll(/"post":"([^"]+)"/g)].map(([, name]) => name ?? "");
}

const nested: JsonObject = {
  type: "AdaptiveCard",
  body: [
    { type: "Input.Text", id: "outer", isRequired: true, label: "Why" },
    { type: "Container", selectAction: submit({ title: "Silent", associatedInputs: "none" }) },
  ],
  actions: [
    { type: "Action.Submit", title: "Nowhere", fallback: submit({ title: "Never shown" }) },
    {
      type: "Action.ShowCard",
      title: "More",
      card: {
        type: "AdaptiveCard",
        body: [{ type: "Input.Text", id: "inner" }],
        actions: [submit({ title: "Inner" })],
      },
    },
    { type: "Action.Execute", title: "Do", verb: "do", id: "x", data: { "parvis:target": target } },
  ],
};

describe("answers of an Adaptive Card", () => {
  test("are named the same whether or not there is a receiver for the others", () => {
    expect(names(nested)).toEqual(["/answer/0", "/answer/2", "/answer/3"]);
    expect(names(nested, true)).toEqual(["/answer/0", "/answer/1", "/answer/2", "/answer/3"]);
  });

  test("are found with what goes along, their target taken out of the data", () => {
    const find = (at: string) => findCardAction({ kind: "adaptive", card: nested }, at);
    expect(find("/answer/0")).toMatchObject({ title: "Silent", inputs: [] });
    expect(find("/answer/1")).toMatchObject({ answer: { title: "Nowhere", target: undefined, data: {} } });
    expect(find("/answer/2")).toMatchObject({
      kind: "answer",
      answer: { type: "Action.Submit", target, data: { ticket: 7 } },
      inputs: [{ id: "inner" }, { id: "outer", isRequired: true }],
    });
    expect(find("/answer/3")).toMatchObject({ answer: { type: "Action.Execute", verb: "do", id: "x" } });
  });

  test.each(["", "/answer/4", "/answer/-1", "/answer/", "/potentialAction/0", "/__proto__"])(
    "nothing else: %j",
    (at) => {
      expect(findCardAction({ kind: "adaptive", card: nested }, at)).toBeUndefined();
    },
  );

  test("neither target nor data reach the browser", () => {
    const shown = JSON.stringify(toAdaptiveCard({ kind: "adaptive", card: nested }));
    expect(shown).not.toContain("a.example");
    expect(shown).not.toContain("ticket");
  });

  test.each(["javascript:alert(1)", "file:///etc/passwd", "", 5])("the target %j disables the button", (address) => {
    const card = { type: "AdaptiveCard", actions: [submit({ data: { "parvis:target": address } })] };
    expect(toAdaptiveCard({ kind: "adaptive", card }).actions).toMatchObject([
      { isEnabled: false, parvis: { unavailable: "unsafe-link" } },
    ]);
    expect(findCardAction({ kind: "adaptive", card }, "/answer/0")).toBeUndefined();
  });

  test("data that is no object goes along under a name", () => {
    const card = { type: "AdaptiveCard", actions: [{ type: "Action.Submit", title: "OK", data: "yes" }] };
    expect(findCardAction({ kind: "adaptive", card }, "/answer/0")).toMatchObject({
      answer: { data: { data: "yes" } },
    });
  });
});

test("an HttpPOST is found with the rules of its inputs, both halves of a date", () => {
  const read: ReadCard = {
    kind: "messageCard",
    card: {
      potentialAction: [
        {
          "@type": "ActionCard",
          inputs: [
            { "@type": "TextInput", id: "why", title: "Why", isRequired: true, maxLength: 9 },
            { "@type": "DateInput", id: "when", includeTime: true },
            { "@type": "MultichoiceInput", id: "who", isMultiSelect: true, choices: [{ display: "A", value: "a" }] },
          ],
          actions: [{ "@type": "HttpPOST", name: "Send", target: "https://a.example" }],
        },
      ],
    },
  };
  expect(findCardAction(read, "/potentialAction/0/actions/0")).toMatchObject({
    kind: "post",
    title: "Send",
    inputs: [
      { id: "why", label: "Why", kind: "text", isRequired: true, maxLength: 9 },
      { id: "when", kind: "date" },
      { id: "when#time", kind: "time" },
      { id: "who", kind: "choice", choices: ["a"], isMultiSelect: true },
    ],
  });
});

test("expected actors are compared without regard to case", () => {
  expect(expectedActors({ kind: "messageCard", card: { expectedActors: ["Megan@Contoso.test", " ", null] } })).toEqual([
    "megan@contoso.test",
  ]);
  expect(expectedActors({ kind: "messageCard", card: {} })).toEqual([]);
});
