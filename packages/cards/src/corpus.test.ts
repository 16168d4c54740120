import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  type JsonObject,
  type JsonValue,
  readStoredPayload,
  readWebhookPayload,
  toAdaptiveCard,
  visibleText,
} from "./index.ts";
import { isObject } from "./json.ts";

/** Cards that real senders post, and the samples of the Adaptive Cards project; they live beside the repository. */
const corpus = fileURLToPath(new URL("../../../../shared/corpus/", import.meta.url));
const folders = { senders: `${corpus}cards`, samples: `${corpus}adaptive-cards` };

/** Cards for mail and for bots: no summary and no text, which D.2 asks of what is posted to a webhook. */
const refused = new Set([
  "legacy-microsoft-teams-sample-o365connectorcarddialog-3.json",
  "legacy-microsoft-teams-sample-o365connectorcarddialog.json",
  "legacy-outlook-dev-docs-message-card-reference-2.json",
  "mc-outlook-dev-docs-invoke-add-in-from-actionable-message-2.json",
  "mc-outlook-dev-docs-invoke-add-in-from-actionable-message.json",
]);

function filesOf(folder: string): string[] {
  if (existsSync(folder)) return readdirSync(folder).filter((file) => file.endsWith(".json"));
  process.stdout.write(`Skipped: the corpus of real cards is not at ${folder}\n`);
  return [];
}

const senders = filesOf(folders.senders);
const samples = filesOf(folders.samples);

/** Everything a sender wrote for people, found without knowing what a card is. */
function writtenTexts(value: JsonValue, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const item of value) writtenTexts(item, found);
  if (!isObject(value)) return found;
  for (const key of Object.keys(value)) {
    const item = value[key] ?? null;
    const isText = [
      "text",
      "title",
      "name",
      "value",
      "activityTitle",
      "activitySubtitle",
      "activityText",
      "display",
    ].includes(key);
    if (isText && (typeof item === "string" || typeof item === "number")) found.push(String(item));
    else if (key !== "msteams" && key !== "preview" && key !== "data" && key !== "choices") writtenTexts(item, found);
  }
  return found;
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");

describe.runIf(senders.length > 0)("cards of real senders", () => {
  const rows: string[] = [];

  test.each(senders)("%s", (file) => {
    const bytes = readFileSync(`${folders.senders}/${file}`);
    const read = readWebhookPayload(bytes, { contentType: "application/json" });
    rows.push(
      `${file.padEnd(70)} ${read.accepted ? `accepted  ${read.cards.map(({ kind }) => kind)}` : `refused   ${read.reason}`}`,
    );
    if (!read.accepted) {
      expect(refused).toContain(file);
      expect(read).toMatchObject({ reason: "no-text-or-summary", status: 400, body: "Summary or Text is required." });
    } else {
      expect(refused).not.toContain(file);
      expect(readStoredPayload(read.canonical).cards).toEqual(read.cards);
    }
    // Refused ones are still cards, as replacements of others: they must convert as well.
    const shown = readWebhookPayload(bytes, { purpose: "update" });
    if (!shown.accepted) throw new Error(shown.reason);
    for (const card of shown.cards) {
      const texts = visibleText(card);
      const converted = visibleText({ kind: "adaptive", card: toAdaptiveCard(card) });
      expect(converted).toEqual(texts);
      const all = letters(texts.map(({ text }) => text).join(""));
      for (const written of writtenTexts(card.card)) {
        for (const word of written.replace(/\]\([^)]*\)|<at>[^<]*<\/at>|!\[[^\]]*/g, " ").split(/[\s<>&;\\]+/)) {
          if (!isAttribute(card.card, word)) expect(all).toContain(letters(word));
        }
      }
    }
  });

  test("the table", () => {
    process.stdout.write(`\n${rows.join("\n")}\n${rows.length} files\n`);
    expect(rows.filter((row) => row.includes("refused"))).toHaveLength(refused.size);
  });
});

/** Titles of pictures are shown by hovering, and ids and lengths of inputs not at all. */
function isAttribute(card: JsonObject, word: string): boolean {
  const titles = JSON.stringify(card).matchAll(/"image":"[^"]*","title":"([^"]*)"/g);
  return [...titles].some(([, title]) => title?.includes(word));
}

describe.runIf(samples.length > 0)("samples of Adaptive Cards", () => {
  test.each(samples)("%s", (file) => {
    const source = readFileSync(`${folders.samples}/${file}`, "utf8").replace(/^\uFEFF/, "");
    const card = JSON.parse(source) as JsonObject;
    const read = readWebhookPayload(source);
    if (!read.accepted) expect(["too-large", "unknown-shape", "no-text-or-summary"]).toContain(read.reason);
    const converted = toAdaptiveCard({ kind: "adaptive", card });
    expect(converted).toMatchObject({ type: "AdaptiveCard", version: expect.stringMatching(/^\d+\.\d+/) });
    expect(visibleText({ kind: "adaptive", card: converted })).toEqual(visibleText({ kind: "adaptive", card }));
    expect(JSON.parse(source)).toEqual(card);
  });
});
