import { outlineOf } from "../outline/outline-of.ts";
import type { ReadCard } from "../payload.ts";
import { escapeHtml, htmlOfBlocks } from "./html.ts";
import type { MailLanguage, MailPhrases } from "./phrases.ts";
import { textOfBlocks } from "./text.ts";

/** A post that is sent by mail. */
export interface MailCard {
  readonly cards: readonly ReadCard[];
  readonly summary: string;
  /** Whose cards these are: the connector's name. */
  readonly authorName: string;
  readonly team: string | null;
  readonly channel: string | null;
  /** The channel in the web client; null without one. */
  readonly link: string | null;
  /** Null for a mail that is no card of a connector: it then says nothing of why it came. */
  readonly unsubscribe: string | null;
  readonly language: MailLanguage;
  readonly phrases: MailPhrases;
}

export interface CardMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

const longestSubject = 200;
const neutralAccent = "#5b5fc7";

/**
 * A post as a mail: tables and inline styles, which every mail reader knows, no script, pictures only from the web, and a
 * text part that says the same. Everything a card says is escaped; links lead only where a click on the card would.
 */
export function mailOf(card: MailCard): CardMail {
  const outlines = card.cards.map((each) => outlineOf(each, card.language, card.phrases.card));
  const subject = subjectOf(card);
  return { subject, html: html(card, subject, outlines), text: text(card, outlines) };
}

function subjectOf({ summary, authorName }: MailCard): string {
  const line = (summary || authorName).replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return line.length <= longestSubject ? line : `${line.slice(0, longestSubject - 1).trimEnd()}…`;
}

function placeOf({ authorName, team, channel }: MailCard): string {
  const place = [team, channel].filter((name) => name !== null).join(" / ");
  return place === "" ? authorName : `${authorName} · ${place}`;
}

type Outlines = ReturnType<typeof outlineOf>[];

function text(card: MailCard, outlines: Outlines): string {
  const { phrases, link, unsubscribe, authorName, team } = card;
  const body = outlines.map(({ blocks }) => textOfBlocks(blocks, phrases, link !== null)).filter((each) => each !== "");
  const footer = [
    ...(link === null ? [] : [`${phrases.openChannel}${phrases.colon}${link}`]),
    ...(unsubscribe === null
      ? []
      : [phrases.why(authorName, team), `${phrases.unsubscribe}${phrases.colon}${unsubscribe}`]),
  ];
  return `${[placeOf(card), ...body].join("\n\n* * *\n\n").replace("\n\n* * *\n\n", "\n\n")}${footer.length === 0 ? "" : `\n\n-- \n${footer.join("\n")}`}\n`;
}

/** Digits for the alpha of a colour are left out: mail readers do not know them. */
function accentOf(outlines: Outlines): string {
  const accent = outlines.find((outline) => outline.accent !== undefined)?.accent ?? neutralAccent;
  return accent.startsWith("#") && accent.length === 9 ? accent.slice(0, 7) : accent;
}

const font = "font-family:'Segoe UI',-apple-system,BlinkMacSystemFont,Roboto,Helvetica,Arial,sans-serif;";
const small = `${font}font-size:12px;line-height:18px;color:#616161;`;

function html(card: MailCard, subject: string, outlines: Outlines): string {
  const { phrases, link, unsubscribe, authorName, team, language } = card;
  const separator = `<tr><td style="padding:0 24px"><div style="border-top:1px solid #e0e0e0;font-size:0;line-height:0">&nbsp;</div></td></tr>`;
  const cards = outlines
    .map(({ blocks }) => {
      const inner = htmlOfBlocks(blocks, phrases, link !== null);
      return `<tr><td style="padding:8px 24px 16px 24px;${font}font-size:14px;line-height:20px;color:#242424;word-break:break-word">${inner}</td></tr>`;
    })
    .join(separator);
  const anchor = (url: string, label: string) =>
    `<a href="${escapeHtml(url)}" style="color:#4f52b2">${escapeHtml(label)}</a>`;
  const links = [
    ...(link === null ? [] : [anchor(link, phrases.openChannel)]),
    ...(unsubscribe === null ? [] : [anchor(unsubscribe, phrases.unsubscribe)]),
  ].join(" &nbsp;·&nbsp; ");
  const footer = [...(unsubscribe === null ? [] : [escapeHtml(phrases.why(authorName, team))]), links].join("<br>");
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:0;background-color:#f5f5f5">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f5f5f5"><tr><td align="center" style="padding:24px 8px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background-color:#ffffff;border:1px solid #e0e0e0;border-top:4px solid ${accentOf(outlines)}">
<tr><td style="padding:16px 24px 0 24px;${small}">${escapeHtml(placeOf(card))}</td></tr>
${cards}
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr><td style="padding:12px 24px;${small}">${footer}</td></tr></table>
</td></tr></table>
</body></html>
`;
}
