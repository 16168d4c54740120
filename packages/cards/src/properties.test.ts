import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adaptiveTexts } from "./adaptive/texts.ts";
import {
  type AdaptiveCardJson,
  findHttpPost,
  type JsonObject,
  type JsonValue,
  maximumSummaryLength,
  readStoredPayload,
  readWebhookPayload,
  toAdaptiveCard,
  visibleText,
} from "./index.ts";
import { isObject } from "./json.ts";

/** Names that mean something to a reader of cards, and names that hurt careless code. */
const name = fc.constantFrom(
  ...[
    "@type",
    "text",
    "title",
    "summary",
    "sections",
    "facts",
    "name",
    "value",
    "potentialAction",
    "actions",
    "inputs",
  ],
  ...["targets", "target", "uri", "url", "type", "body", "items", "columns", "rows", "cells", "inlines", "attachments"],
  ...[
    "content",
    "contentType",
    "images",
    "image",
    "heroImage",
    "activityTitle",
    "activityImage",
    "markdown",
    "choices",
  ],
  ...["card", "fallback", "selectAction", "msteams", "entities", "mentioned", "requires", "isVisible", "version"],
  ...["__proto__", "constructor", "hasOwnProperty", "toString", "parvis"],
);
const word = fc.constantFrom(
  ...["MessageCard", "OpenUri", "ViewAction", "HttpPOST", "ActionCard", "TextInput", "DateInput", "MultichoiceInput"],
  ...[
    "AdaptiveCard",
    "TextBlock",
    "TextRun",
    "RichTextBlock",
    "Container",
    "ColumnSet",
    "Table",
    "FactSet",
    "Carousel",
  ],
  ...[
    "Action.OpenUrl",
    "Action.Submit",
    "Action.ShowCard",
    "application/vnd.microsoft.card.adaptive",
    "drop",
    "message",
  ],
  ...[
    "application/vnd.microsoft.teams.card.o365connector",
    "application/vnd.microsoft.card.hero",
    "<at>a</at>",
    "**b**",
  ],
  ...["javascript:alert(1)", "https://a.example", "<br>", "{{DATE(2026-03-01T10:00:00Z)}}", "", "\u0000", "\ud83d"],
);
const { object } = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.oneof(word, fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 4 }),
    tie("object"),
  ),
  object: fc.array(fc.tuple(name, tie("value")), { maxLength: 6 }).map(fromEntries),
}));

/** As JSON.parse does it: `__proto__` is a name like any other. */
function fromEntries(entries: [string, JsonValue][]): JsonObject {
  return JSON.parse(`{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(",")}}`);
}

const payload = fc.oneof(
  object,
  object.map((card): JsonObject => ({ ...card, text: "t" })),
  object.map(
    (content): JsonObject => ({
      attachments: [
        { contentType: "application/vnd.microsoft.card.adaptive", content: { ...content, type: "AdaptiveCard" } },
      ],
    }),
  ),
);

function expectDisplayable(card: AdaptiveCardJson): void {
  expect(card.type).toBe("AdaptiveCard");
  expect(card.version).toMatch(/^\d+\.\d+/);
  expect(card.body.every(isObject)).toBe(true);
  expect(Array.isArray(card.actions ?? [])).toBe(true);
  const walk = (value: JsonValue): void => {
    if (typeof value !== "object" || value === null) return;
    expect(Object.hasOwn(value, "hasOwnProperty") || Object.hasOwn(value, "__proto__")).toBe(false);
    if (isObject(value) && value.type === "Action.OpenUrl" && value.url !== undefined) {
      expect(value.url).toMatch(/^(?:https?|mailto|tel):/i);
    }
    for (const item of Object.values(value)) walk(item);
  };
  walk(card);
}

describe("whatever is sent", () => {
  test("JSON is read, stored, read back, converted and told, without throwing or changing", () => {
    fc.assert(
      fc.property(payload, (value) => {
        const body = JSON.stringify(value);
        const read = readWebhookPayload(body);
        if (!read.accepted) return;
        expect(readStoredPayload(read.canonical)).toEqual({ summary: read.summary, cards: read.cards });
        expect(read.summary.length).toBeLessThanOrEqual(maximumSummaryLength);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
        expect(read.summary).not.toMatch(/[\u0000-\u001f]/);
        expect(read.summary.isWellFormed()).toBe(true);
        for (const card of read.cards) {
          expectDisplayable(toAdaptiveCard(card));
          for (const { text } of visibleText(card)) expect(text).toMatch(/\S/);
          findHttpPost(card, "/potentialAction/0");
        }
        expect(JSON.stringify(JSON.parse(body))).toBe(
          JSON.stringify(read.accepted ? JSON.parse(read.canonical) : value),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test("every text of a MessageCard is in its conversion", () => {
    fc.assert(
      fc.property(object, (card) => {
        const texts = visibleText({ kind: "messageCard", card });
        const converted = adaptiveTexts(toAdaptiveCard({ kind: "messageCard", card }));
        // As it is seen: space at the end of a text is not, and the conversion trims it.
        const squeezed = (list: typeof texts) => list.map(({ text }) => text.replace(/\s+/g, " ").trim());
        const told = squeezed(converted).join("\n");
        for (const text of squeezed(texts)) if (!text.includes("{{")) expect(told).toContain(text);
      }),
      {
        numRuns: 1000,
        examples: [[{ potentialAction: { name: { "@type": null } } }], [{ title: "<br>", summary: "$" }]],
      },
    );
  });

  test("bytes and text of any kind are answered within a second", () => {
    const types = fc.constantFrom(
      undefined,
      "application/json",
      "text/plain",
      "application/x-www-form-urlencoded",
      "x/y",
    );
    const bodies = fc.oneof(
      fc.uint8Array({ maxLength: 2000 }),
      fc.string({ unit: "binary", maxLength: 500 }),
      fc
        .tuple(fc.constantFrom("{", "[", "'", "{'a':'", "payload=", "%7B", '"', '{"text":"', ",]"), fc.nat(9000))
        .map(([part, times]) => part.repeat(times)),
    );
    fc.assert(
      fc.property(bodies, types, (body, contentType) => {
        const start = performance.now();
        const read = readWebhookPayload(body, { contentType });
        if (read.accepted) for (const card of read.cards) expectDisplayable(toAdaptiveCard(card));
        expect(performance.now() - start).toBeLessThan(1000);
      }),
      { numRuns: 1000 },
    );
  });
});
