import type { Block, Picture, Run, TextBlock, Tone } from "../outline/outline.ts";
import { type MarkdownWriter, writeMarkdown } from "../outline/read-markdown.ts";
import type { MailPhrases } from "./phrases.ts";

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

const mono = "font-family:Consolas,'Courier New',monospace;font-size:13px;background-color:#f5f5f5;";
const link = (inner: string, url: string) => `<a href="${escapeHtml(url)}" style="color:#4f52b2">${inner}</a>`;
const table = (rows: string, style = "") =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${style}">${rows}</table>`;

/** Colours of Teams' light theme with a contrast of 4.5 and more on white. */
const textColors: Record<Tone, string> = {
  default: "",
  accent: "color:#4f52b2;",
  good: "color:#0e700e;",
  warning: "color:#8a5100;",
  attention: "color:#b10e1c;",
};
const groupColors: Record<Tone, string> = {
  default: "#f5f5f5",
  accent: "#e8ebfa",
  good: "#e7f2da",
  warning: "#fbf6d9",
  attention: "#fcf4f6",
};
const sizes: Record<TextBlock["size"], string> = {
  small: "font-size:12px;line-height:16px;",
  default: "",
  medium: "font-size:16px;line-height:22px;",
  large: "font-size:20px;line-height:28px;",
};

const writer: MarkdownWriter = {
  text: escapeHtml,
  lineEnd: () => "<br>",
  strong: (inner) => `<strong>${inner}</strong>`,
  emphasis: (inner) => `<em>${inner}</em>`,
  strike: (inner) => `<s>${inner}</s>`,
  code: (text) => `<code style="${mono}padding:0 3px">${escapeHtml(text)}</code>`,
  link,
  image: (alt, url) =>
    `<img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}" style="max-width:100%;height:auto;border:0">`,
  paragraph: (inner) => `<p style="margin:0 0 8px 0">${inner}</p>`,
  list: (items, start) => {
    const list = items.map((item) => `<li style="margin:0 0 4px 0">${item}</li>`).join("");
    const style = `style="margin:0 0 8px 0;padding:0 0 0 24px"`;
    return start === undefined ? `<ul ${style}>${list}</ul>` : `<ol start="${start}" ${style}>${list}</ol>`;
  },
  quote: (inner) =>
    `<div style="margin:0 0 8px 0;padding:0 0 0 12px;border-left:3px solid #c7c7c7;color:#616161">${inner}</div>`,
  codeBlock: (text) =>
    `<pre style="${mono}margin:0 0 8px 0;padding:8px;white-space:pre-wrap">${escapeHtml(text)}</pre>`,
  rule: () => line,
};

const line = `<div style="border-top:1px solid #e0e0e0;margin:12px 0;font-size:0;line-height:0">&nbsp;</div>`;

/** @param reachable whether the mail has a link to where the card's other buttons work. */
export function htmlOfBlocks(blocks: readonly Block[], phrases: MailPhrases, reachable: boolean): string {
  return blocks.map((block) => htmlOf(block, phrases, reachable)).join("\n");
}

function htmlOf(block: Block, phrases: MailPhrases, reachable: boolean): string {
  const inner = (blocks: readonly Block[]) => htmlOfBlocks(blocks, phrases, reachable);
  switch (block.kind) {
    case "text": {
      const style = `${sizes[block.size]}${block.bold ? "font-weight:600;" : ""}${block.subtle ? "color:#616161;" : textColors[block.tone]}`;
      const text = writeMarkdown(block.markdown, writer);
      return style === "" ? text : `<div style="${style}">${text}</div>`;
    }
    case "runs":
      return `<p style="margin:0 0 8px 0">${block.runs.map(run).join("")}</p>`;
    case "code":
      return writer.codeBlock(block.text);
    case "facts":
      return facts(block.facts);
    case "pictures":
      return `<div style="margin:0 0 8px 0">${block.pictures.map(picture).join(" ")}</div>`;
    case "columns": {
      const all = block.columns.reduce((sum, { weight }) => sum + weight, 0);
      const cells = block.columns.map(({ blocks, weight }) => {
        const width = weight === 0 ? 1 : Math.round((100 * weight) / all);
        return `<td valign="top" width="${width}%" style="padding:0 12px 0 0">${inner(blocks)}</td>`;
      });
      return table(`<tr>${cells.join("")}</tr>`, `margin:0 0 8px 0;${all === 0 ? "" : "width:100%"}`);
    }
    case "table":
      return cardTable(block.rows, block.headed, inner);
    case "group":
      return table(
        `<tr><td style="padding:12px 12px 4px 12px;background-color:${groupColors[block.tone]}">${inner(block.blocks)}</td></tr>`,
        "margin:0 0 8px 0;width:100%",
      );
    case "line":
      return line;
    case "list": {
      const label = block.label === "" ? "" : writer.paragraph(writer.strong(escapeHtml(block.label)));
      return (
        label +
        writer.list(
          block.items.map((item) => writeMarkdown(item, inlineWriter)),
          undefined,
        )
      );
    }
    case "field": {
      const label = block.label === "" ? "" : writer.strong(escapeHtml(block.label + phrases.colon));
      return writer.paragraph(label + escapeHtml(block.value));
    }
    case "links":
      return buttons(block.links) + others(block.others, phrases, reachable);
  }
}

/** Inside a cell or a list item, where a paragraph would only make room. */
const inlineWriter: MarkdownWriter = { ...writer, paragraph: (inner) => `${inner} ` };

function run({ text, bold, italic, strike, code, url }: Run): string {
  let inner = escapeHtml(text).replace(/\r\n?|\n/g, "<br>");
  if (code) inner = `<code style="${mono}">${inner}</code>`;
  if (bold) inner = writer.strong(inner);
  if (italic) inner = writer.emphasis(inner);
  if (strike) inner = writer.strike(inner);
  return url === undefined ? inner : link(inner, url);
}

function facts(list: readonly { name: string; value: string }[]): string {
  const rows = list.map(({ name, value }) => {
    const cell = (content: string, style: string) =>
      `<td valign="top" style="padding:0 12px 4px 0;${style}">${content}</td>`;
    const title = writeMarkdown(name, inlineWriter);
    return `<tr>${cell(title, "font-weight:600;white-space:nowrap")}${cell(writeMarkdown(value, inlineWriter), "")}</tr>`;
  });
  return table(rows.join(""), "margin:0 0 8px 0");
}

/** Widest that fits the mail. */
const mailWidth = 550;

function picture({ url, alt, width, round, link: target }: Picture): string {
  const size = width === undefined ? "" : ` width="${Math.min(width, mailWidth)}"`;
  const style = `max-width:100%;height:auto;border:0${round ? ";border-radius:50%" : ""}`;
  const image = `<img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}"${size} style="${style}">`;
  return target === undefined ? image : link(image, target);
}

function cardTable(
  rows: readonly (readonly (readonly Block[])[])[],
  headed: boolean,
  inner: (blocks: readonly Block[]) => string,
): string {
  const cells = (row: readonly (readonly Block[])[], heading: boolean) =>
    row
      .map((blocks) => {
        const tag = heading ? "th" : "td";
        const style = `border:1px solid #e0e0e0;padding:6px 8px 0 8px;text-align:left;${heading ? "font-weight:600;background-color:#f5f5f5" : ""}`;
        return `<${tag} valign="top" style="${style}">${inner(blocks)}</${tag}>`;
      })
      .join("");
  const lines = rows.map((row, index) => `<tr>${cells(row, headed && index === 0)}</tr>`).join("");
  return `<table cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;margin:0 0 8px 0">${lines}</table>`;
}

function buttons(links: readonly { title: string; url: string }[]): string {
  if (links.length === 0) return "";
  const cells = links.map(
    ({ title, url }) =>
      `<a href="${escapeHtml(url)}" style="display:inline-block;margin:4px 8px 4px 0;padding:6px 16px;border:1px solid #d1d1d1;border-radius:4px;color:#242424;text-decoration:none;font-weight:600">${escapeHtml(title)}</a>`,
  );
  return `<div style="margin:4px 0 8px 0">${cells.join("")}</div>`;
}

function others(titles: readonly string[], phrases: MailPhrases, reachable: boolean): string {
  if (titles.length === 0) return "";
  const text = escapeHtml(phrases.onlyThere(titles.join(", "), reachable));
  return `<p style="margin:0 0 8px 0;color:#616161;font-size:12px;line-height:16px">${text}</p>`;
}
