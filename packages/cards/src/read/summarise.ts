import { firstTexts } from "../adaptive/first-texts.ts";
import { hasText, type JsonValue, property, textOf } from "../json.ts";
import { plainText } from "../markdown/plain-text.ts";
import { messageCardTexts } from "../message-card/texts.ts";
import type { ReadCard } from "../payload.ts";
import { nativeSummary } from "../senders/index.ts";

/** Longest summary, in UTF-16 units, the ellipsis included. */
export const maximumSummaryLength = 200;

/** Enough Markdown to fill a summary even when much of it is markup and addresses. */
const examinedLength = 2000;

/**
 * One line of plain text that says what a message is about: the summary the sender gave, else title and text of the
 * first card that has any, else the first texts that can be seen. Never has control characters or half a surrogate
 * pair, so that any database takes it; empty when a card shows only pictures.
 */
export function summarise(cards: ReadCard[], stated: JsonValue | undefined): string {
  if (typeof stated === "string" && isOneLine(stated)) return stated;
  if (hasText(stated)) return oneLine(textOf(stated));
  for (const read of cards) {
    const { kind, card } = read;
    if (kind === "adaptive") continue;
    if (kind === "native") {
      const line = oneLine(nativeSummary(read));
      if (line !== "") return line;
      continue;
    }
    const parts = ["summary", "title", "text"].map((name) => textOf(property(card, name)));
    const [summary = "", title = "", text = ""] = parts;
    if (/\S/.test(summary)) return oneLine(summary);
    const line = [title, text]
      .map((part) => oneLine(plainText(part.trimStart().slice(0, examinedLength))))
      .filter(Boolean);
    if (line.length > 0) return oneLine(line.join(": "));
  }
  for (const card of cards) {
    const line = oneLine(textsShown(card).slice(0, 3).join(" · "));
    if (line !== "") return line;
  }
  return "";
}

function textsShown(read: ReadCard): string[] {
  if (read.kind === "native") return [];
  return read.kind === "adaptive" ? firstTexts(read.card, 3) : messageCardTexts(read.card).map(({ text }) => text);
}

// Invisible characters that break a line, end a text in a database, or turn the reading direction of what follows.
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
const unwanted = /[\s\u0000-\u0020\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
const needsWork = /[\u0000-\u001f\u007f-\u00a0\u2000-\u206f\ud800-\udfff\ufeff]|^ | $| {2}/;

/** The common case, told with one look at a short text. */
function isOneLine(text: string): boolean {
  return text !== "" && text.length <= maximumSummaryLength && !needsWork.test(text);
}

function oneLine(text: string): string {
  const line = text.trimStart().slice(0, examinedLength).toWellFormed().replace(unwanted, " ").trim();
  if (line.length <= maximumSummaryLength) return line;
  const cut = line.slice(0, maximumSummaryLength - 1);
  // A cut through a surrogate pair would leave half a character.
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
