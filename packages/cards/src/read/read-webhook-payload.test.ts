import { describe, expect, test } from "vitest";
import type { AcceptedPayload, RefusedPayload } from "../payload.ts";
import { readStoredPayload } from "./read-stored-payload.ts";
import { maximumPayloadBytes, type ReadOptions, readWebhookPayload } from "./read-webhook-payload.ts";

function accept(body: unknown, options: ReadOptions = {}): AcceptedPayload {
  const read = readWebhookPayload(typeof body === "string" ? body : JSON.stringify(body), options);
  if (!read.accepted) throw new Error(`refused: ${read.reason}`);
  return read;
}

function refuse(body: unknown, options: ReadOptions = {}): RefusedPayload {
  const read = readWebhookPayload(typeof body === "string" ? body : JSON.stringify(body), options);
  if (read.accepted) throw new Error("accepted");
  return read;
}

const kinds = (body: unknown, options?: ReadOptions) => accept(body, options).cards.map(({ kind }) => kind);
const adaptive = { type: "AdaptiveCard", version: "1.4", body: [{ type: "TextBlock", text: "Hello" }] };
const adaptiveAttachment = {
  contentType: "application/vnd.microsoft.card.adaptive",
  contentUrl: null,
  content: adaptive,
};
const connectorAttachment = {
  contentType: "application/vnd.microsoft.teams.card.o365connector",
  content: { title: "No summary here", sections: [{ text: "part" }] },
};

describe("the three payloads of D.2", () => {
  test("a text, alone or with a title", () => {
    expect(kinds({ text: "Hello" })).toEqual(["text"]);
    expect(kinds({ title: "News", text: "Hello" })).toEqual(["text"]);
  });

  test("a MessageCard with a summary or a text", () => {
    expect(kinds({ "@type": "MessageCard", "@context": "https://schema.org/extensions", summary: "s" })).toEqual([
      "messageCard",
    ]);
    expect(kinds({ "@type": "MessageCard", text: "t" })).toEqual(["messageCard"]);
  });

  test("a message with an Adaptive Card", () => {
    expect(kinds({ type: "message", attachments: [adaptiveAttachment] })).toEqual(["adaptive"]);
  });
});

describe("what real senders do (D.7)", () => {
  test.each([
    ["without @type", { summary: "s", sections: [] }, ["messageCard"]],
    [
      "activityImage null",
      { "@type": "MessageCard", summary: "s", sections: [{ activityImage: null }] },
      ["messageCard"],
    ],
    ["fact value as a number", { summary: "s", sections: [{ facts: [{ name: "n", value: 5 }] }] }, ["messageCard"]],
    ["text as a number", { text: 5 }, ["text"]],
    ["names in another case", { Text: "Hello", Title: "News" }, ["text"]],
    ["envelope without type", { attachments: [adaptiveAttachment] }, ["adaptive"]],
    ["envelope of another type", { type: "result", attachments: [connectorAttachment] }, ["messageCard"]],
    ["one attachment alone", connectorAttachment, ["messageCard"]],
    ["a bare Adaptive Card", adaptive, ["adaptive"]],
    ["content without a type", { attachments: [{ ...adaptiveAttachment, content: { body: [] } }] }, ["adaptive"]],
    [
      "content as a string",
      { attachments: [{ ...adaptiveAttachment, content: JSON.stringify(adaptive) }] },
      ["adaptive"],
    ],
    ["several attachments", { attachments: [connectorAttachment, adaptiveAttachment] }, ["messageCard", "adaptive"]],
    ["text and an attachment", { text: "Look", attachments: [adaptiveAttachment] }, ["text", "adaptive"]],
    ["a known and an unknown", { attachments: [{ contentType: "image/png" }, adaptiveAttachment] }, ["adaptive"]],
    ["another system's attachments", { text: "Hello", attachments: [{ color: "red" }] }, ["native"]],
    ["an activity without attachments", { type: "message", text: "Hello", attachments: [] }, ["text"]],
  ])("%s", (_name, body, expected) => {
    expect(kinds(body)).toEqual(expected);
  });

  test("hero and thumbnail cards become Adaptive Cards", () => {
    const content = { title: "T", text: "x", buttons: [{ type: "openUrl", title: "Go", value: "https://a.example" }] };
    for (const kind of ["hero", "thumbnail"]) {
      const [read] = accept({
        attachments: [{ contentType: `application/vnd.microsoft.card.${kind}`, content }],
      }).cards;
      expect(read).toMatchObject({
        kind: "adaptive",
        card: { type: "AdaptiveCard", actions: [{ type: "Action.OpenUrl", url: "https://a.example" }] },
      });
    }
  });
});

describe("refusals, with the words of D.2", () => {
  const bad = { status: 400, body: "Bad payload received by generic incoming webhook." };
  const textRequired = { status: 400, body: "Summary or Text is required." };

  test.each([
    ["empty", "", bad],
    ["empty", " \r\n\uFEFF", bad],
    ["unparseable", '{"text": ', bad],
    ["unparseable", "{'text': 'never closed}", bad],
    ["unknown-shape", '{"alerts":[{"status":"firing"}]}', bad],
    ["unknown-shape", "{}", bad],
    ["unknown-shape", '[{"text":"x"}]', bad],
    ["unknown-attachment", '{"attachments":[{"contentType":"image/png"}]}', bad],
    ["unknown-shape", '{"attachments":[]}', bad],
    [
      "adaptive-not-a-card",
      '{"attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{}}]}',
      bad,
    ],
    ["too-deep", `{"text":"x","more":${"[".repeat(200)}${"]".repeat(200)}}`, bad],
    ["no-text-or-summary", '{"@type":"MessageCard","title":"T","sections":[{"text":"x"}]}', textRequired],
    ["no-text-or-summary", '{"summary":"","text":"  "}', textRequired],
    ["no-text-or-summary", '{"summary":null,"text":null,"title":"T"}', textRequired],
    ["no-text-or-summary", '{"potentialAction":[]}', textRequired],
  ])("%s: %s", (reason, body, wire) => {
    expect(refuse(body)).toMatchObject({ reason, ...wire });
    expect(refuse(body).explanation).toMatch(/^[A-Z].+\.$/);
  });

  test("a body over 28 KB, counted in bytes as sent", () => {
    const filler = (bytes: number) => JSON.stringify({ text: "x".repeat(bytes - 11) });
    expect(filler(maximumPayloadBytes)).toHaveLength(maximumPayloadBytes);
    expect(readWebhookPayload(filler(maximumPayloadBytes)).accepted).toBe(true);
    expect(refuse(filler(maximumPayloadBytes + 1))).toMatchObject({ reason: "too-large", status: 413 });
    expect(refuse(filler(maximumPayloadBytes + 1)).body).toContain("Microsoft Teams endpoint returned HTTP error 413");
    expect(refuse(JSON.stringify({ text: "é".repeat(14_400) }))).toMatchObject({ reason: "too-large" });
    expect(readWebhookPayload(new Uint8Array(maximumPayloadBytes + 1).fill(32))).toMatchObject({ reason: "too-large" });
  });
});

describe("a card that replaces another", () => {
  test("needs neither summary nor text, and can be stored", () => {
    const card = { "@type": "MessageCard", title: "Approved", sections: [{ text: "by Ada" }] };
    const read = accept(card, { purpose: "update" });
    expect(readStoredPayload(read.canonical).cards).toEqual(read.cards);
  });
});

describe("what is stored", () => {
  test("is the sender's own text when that was JSON", () => {
    const body = '{ "text" : "Hello" ,"x":1.0}\n';
    expect(accept(body).canonical).toBe(body);
    expect(accept(`\uFEFF${body}`).canonical).toBe(body);
  });

  test("reads back as the same summary and cards, whatever was sent", () => {
    for (const body of [
      "{'text':'Hello',}",
      "payload=%7B%22text%22%3A%22Hello%22%7D",
      "Hello",
      JSON.stringify(adaptive),
    ]) {
      const { summary, cards, canonical } = accept(body);
      expect(readStoredPayload(canonical)).toEqual({ summary, cards });
    }
  });

  test("is nothing else: other text is an error", () => {
    expect(() => readStoredPayload("{}")).toThrow(SyntaxError);
    expect(() => readStoredPayload("")).toThrow(SyntaxError);
  });
});
