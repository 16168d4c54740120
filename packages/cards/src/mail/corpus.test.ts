import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type ReadCard, readWebhookPayload, visibleText } from "../index.ts";
import { slackMessage, workflowsMessage } from "../relay/index.ts";
import { mailOf, mailPhrases } from "./index.ts";

/** Cards that real senders post, and the samples of the Adaptive Cards project; they live beside the repository. */
const corpus = fileURLToPath(new URL("../../../../../shared/corpus/", import.meta.url));

function cardsOf(folder: string, wrap: (text: string) => string): [string, ReadCard[], string][] {
  if (!existsSync(corpus + folder)) {
    process.stdout.write(`Skipped: the corpus of real cards is not at ${corpus}${folder}\n`);
    return [];
  }
  return readdirSync(corpus + folder)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file): [string, ReadCard[], string][] => {
      const read = readWebhookPayload(wrap(readFileSync(`${corpus}${folder}/${file}`, "utf8")));
      return read.accepted ? [[file, read.cards, read.summary]] : [];
    });
}

const inEnvelope = (text: string) =>
  JSON.stringify({
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: JSON.parse(text) }],
  });
const all = [...cardsOf("cards", (text) => text), ...cardsOf("adaptive-cards", inEnvelope)];

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");
const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
const readable = (html: string) =>
  html.replace(/<[^>]*>/g, " ").replace(/&(?:lt|gt|quot|amp|#39);/g, (entity) => entities[entity] ?? entity);

const told = (cards: readonly ReadCard[]) =>
  cards.flatMap(visibleText).flatMap(({ text, hidden }) => (hidden ? [] : text.split("\n")));

describe.runIf(all.length > 0)("a mail of a real card", () => {
  test.each(all)(
    "%s tells all there is to read, in both its parts, and holds nothing that runs",
    (_, cards, summary) => {
      const { subject, html, text } = mailOf({
        cards,
        summary,
        authorName: "Builds",
        team: "Engineering",
        channel: "General",
        link: "https://parvis.example/",
        unsubscribe: "https://parvis.example/unsubscribe/x",
        language: "en",
        phrases: mailPhrases.en,
      });
      expect(subject).not.toMatch(/[\r\n]/);
      expect(subject.length).toBeLessThanOrEqual(200);
      const [inText, inHtml] = [letters(text.replace(/ <[a-z]+:[^>]*>/g, "")), letters(readable(html))];
      for (const line of told(cards)) {
        expect(inText, `text without ${line}`).toContain(letters(line));
        expect(inHtml, `HTML without ${line}`).toContain(letters(line));
      }
      expect(html).not.toMatch(/<(?:script|style|iframe|object|form|svg|link)\b|\son\w+=|javascript:/i);
      for (const [, address] of html.matchAll(/\s(?:src|href)="([^"]*)"/g)) {
        expect(address).toMatch(/^(?:https?|mailto|tel):/i);
      }
      // Every element that is opened is closed.
      const open = [...html.matchAll(/<(table|tr|td|th|div|p|a|ul|ol|li|strong|em|code|pre)\b/g)].length;
      expect([...html.matchAll(/<\/(table|tr|td|th|div|p|a|ul|ol|li|strong|em|code|pre)>/g)]).toHaveLength(open);
    },
  );
});

describe.runIf(all.length > 0)("a real card for Slack and those like it", () => {
  test.each(all)("%s keeps within the limits and tells the same", (_, cards, summary) => {
    const message = slackMessage(cards, summary) as { text: string; blocks?: Record<string, unknown>[] };
    expect(message.text).toMatch(/\S/);
    expect(message.blocks?.length ?? 0).toBeLessThanOrEqual(50);
    for (const block of message.blocks ?? []) {
      if (block.type === "section" && typeof block.text === "object" && block.text !== null && "text" in block.text) {
        expect(String(block.text.text).length).toBeGreaterThan(0);
        expect(String(block.text.text).length).toBeLessThanOrEqual(3_000);
      }
      if (Array.isArray(block.fields)) expect(block.fields.length).toBeLessThanOrEqual(10);
      if (Array.isArray(block.elements)) expect(block.elements.length).toBeLessThanOrEqual(25);
    }
    const labels = message.text.replace(/<[a-z]+:[^>|]*\|([^>]*)>/g, "$1");
    const inText = letters(labels.replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity));
    for (const line of told(cards)) expect(inText, `without ${line}`).toContain(letters(line));
  });
});

describe.runIf(all.length > 0)("a real card for Teams Workflows", () => {
  test.each(all)("%s is a message of Adaptive Cards without anything of ours", (_, cards) => {
    const message = workflowsMessage(cards) as { attachments: { content: Record<string, unknown> }[] };
    expect(message.attachments).toHaveLength(cards.length);
    for (const [index, { content }] of message.attachments.entries()) {
      expect(content.type).toBe("AdaptiveCard");
      expect(content.version).toBeDefined();
      if (cards[index]?.kind !== "adaptive") expect(JSON.stringify(content)).not.toContain('"parvis"');
    }
  });
});
