import type { JsonObject } from "../json.ts";
import type { Block, Run } from "../outline/outline.ts";
import { outlineOf } from "../outline/outline-of.ts";
import { type MarkdownWriter, writeMarkdown } from "../outline/read-markdown.ts";
import type { ReadCard } from "../payload.ts";

/** Slack's limits on blocks; what is longer is cut, not refused. */
const most = { blocks: 50, header: 150, text: 3_000, fields: 10, field: 2_000, buttons: 5, button: 75, alt: 2_000 };
const longestAddress = 3_000;
const longestText = 38_000;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const address = (url: string) => encodeURI(decodeIfPossible(url)).replaceAll("|", "%7C").replaceAll(">", "%3E");
const marked = (mark: string, inner: string) => {
  // A mark must stand at a word, not at a space.
  const [, before = "", core = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
  return core === "" ? inner : `${before}${mark}${core}${mark}${after}`;
};

function decodeIfPossible(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** Slack's own marks (mrkdwn), which Mattermost, Rocket.Chat and Discord read too. */
const writer: MarkdownWriter = {
  text: escaped,
  lineEnd: () => "\n",
  strong: (inner) => marked("*", inner),
  emphasis: (inner) => marked("_", inner),
  strike: (inner) => marked("~", inner),
  code: (text) => `\`${escaped(text)}\``,
  link: (inner, url) => `<${address(url)}|${inner.replaceAll("|", "¦").replaceAll("\n", " ")}>`,
  image: (alt, url) => `<${address(url)}|${escaped(alt || url).replaceAll("|", "¦")}>`,
  paragraph: (inner) => `${inner}\n`,
  list: (items, start) =>
    `${items.map((item, index) => `${start === undefined ? "•" : `${start + index}.`} ${item.trimEnd().replaceAll("\n", "\n   ")}`).join("\n")}\n`,
  quote: (inner) =>
    `${inner
      .trimEnd()
      .split("\n")
      .map((line) => `> ${line}`)
      .join("\n")}\n`,
  codeBlock: (text) => `\`\`\`\n${escaped(text)}\n\`\`\`\n`,
  rule: () => "———\n",
};

const mrkdwn = (markdown: string) =>
  writeMarkdown(markdown, writer)
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** Of buttons that send to the card's own receiver: Slack cannot press them. */
const onlyThere = (titles: readonly string[]) => `${titles.join(", ")}: works only where the card was posted.`;

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

const section = (text: string): JsonObject => ({
  type: "section",
  text: { type: "mrkdwn", text: cut(text, most.text) },
});

/**
 * Cards as a Slack-compatible incoming webhook takes them: `blocks` for Slack, and the same as `text` for those who know no
 * blocks; Slack shows that in notifications only.
 */
export function slackMessage(cards: readonly ReadCard[], summary: string): JsonObject {
  const outlines = cards.map((card) => outlineOf(card, "en").blocks);
  const blocks = outlines.flatMap((outline, index) => [
    ...(index === 0 ? [] : [{ type: "divider" }]),
    ...outline.flatMap(slackBlocks),
  ]);
  const text = outlines
    .map((outline) =>
      outline
        .map(slackText)
        .filter((each) => each !== "")
        .join("\n"),
    )
    .filter((each) => each !== "")
    .join("\n———\n");
  const shown = blocks.length > most.blocks ? [...blocks.slice(0, most.blocks - 1), section("…")] : blocks;
  return {
    text: cut(text || escaped(summary) || "…", longestText),
    ...(shown.length === 0 ? {} : { blocks: shown }),
  };
}

function slackBlocks(block: Block): JsonObject[] {
  switch (block.kind) {
    case "text":
      if (block.size === "large" && block.bold) return header(block.markdown);
      if (block.subtle || block.size === "small") return context(mrkdwn(block.markdown));
      return sections(slackText(block));
    case "facts":
      return factSections(block.facts);
    case "pictures":
      return block.pictures.flatMap(({ url, alt }) =>
        url.length > longestAddress
          ? []
          : [{ type: "image", image_url: url, alt_text: cut(alt || "picture", most.alt) }],
      );
    case "columns":
      return block.columns.flatMap(({ blocks }) => blocks.flatMap(slackBlocks));
    case "group":
      return block.blocks.flatMap(slackBlocks);
    case "line":
      return [{ type: "divider" }];
    case "links":
      return linkBlocks(block);
    default:
      return sections(slackText(block));
  }
}

function sections(text: string): JsonObject[] {
  return text === "" ? [] : [section(text)];
}

function context(text: string): JsonObject[] {
  return text === "" ? [] : [{ type: "context", elements: [{ type: "mrkdwn", text: cut(text, most.text) }] }];
}

/** Headers know no marks; a title that has any is a bold section, so that its links work. */
function header(markdown: string): JsonObject[] {
  const text = mrkdwn(markdown);
  const isPlain = !/[*_~`<&\n]/.test(text) && text.length <= most.header;
  if (text === "") return [];
  return isPlain ? [{ type: "header", text: { type: "plain_text", text, emoji: true } }] : [section(bold(text))];
}

/** Bold as a whole, unless it is in part. */
function bold(text: string): string {
  return text.includes("*")
    ? text
    : text
        .split("\n")
        .map((line) => marked("*", line))
        .join("\n");
}

const factText = ({ name, value }: { name: string; value: string }) => {
  const label = mrkdwn(name).replace(/:$/, "");
  return [label === "" ? "" : bold(label), mrkdwn(value)].filter((part) => part !== "").join("\n");
};

function factSections(facts: readonly { name: string; value: string }[]): JsonObject[] {
  const fields = facts.map(factText).filter((text) => text !== "");
  const found: JsonObject[] = [];
  for (let at = 0; at < fields.length; at += most.fields) {
    const some = fields.slice(at, at + most.fields);
    found.push({ type: "section", fields: some.map((text) => ({ type: "mrkdwn", text: cut(text, most.field) })) });
  }
  return found;
}

function linkBlocks({ links, others }: Extract<Block, { kind: "links" }>): JsonObject[] {
  const elements = links
    .filter(({ url }) => url.length <= longestAddress && /^https?:/i.test(url))
    .slice(0, most.buttons * 5)
    .map(({ title, url }) => ({ type: "button", text: { type: "plain_text", text: cut(title, most.button) }, url }));
  const rest = links
    .filter(({ url }) => !/^https?:/i.test(url))
    .map(({ title, url }) => writer.link(escaped(title), url));
  return [
    ...(elements.length === 0 ? [] : [{ type: "actions", elements }]),
    ...sections(rest.join("\n")),
    ...(others.length === 0 ? [] : context(escaped(onlyThere(others)))),
  ];
}

/** A block as marked text alone. */
function slackText(block: Block): string {
  switch (block.kind) {
    case "text": {
      const text = mrkdwn(block.markdown);
      return block.bold ? bold(text) : text;
    }
    case "runs":
      return block.runs.map(run).join("").trim();
    case "code":
      return writer.codeBlock(block.text).trim();
    case "facts":
      return block.facts.map((fact) => factText(fact).replace("\n", ": ")).join("\n");
    case "pictures":
      return block.pictures
        .map(({ url, alt }) => `<${address(url)}|${escaped(alt || "picture").replaceAll("|", "¦")}>`)
        .join(" ");
    case "columns":
      return block.columns
        .map(({ blocks }) => joined(blocks))
        .filter((text) => text !== "")
        .join("\n");
    case "table":
      return block.rows.map((row) => row.map((cell) => joined(cell).replaceAll("\n", " ")).join(" | ")).join("\n");
    case "group":
      return joined(block.blocks);
    case "line":
      return "———";
    case "list":
      return [
        ...(block.label === "" ? [] : [bold(escaped(block.label))]),
        ...block.items.map((item) => `• ${mrkdwn(item)}`),
      ].join("\n");
    case "field":
      return [block.label === "" ? "" : bold(escaped(block.label)), escaped(block.value)]
        .filter((part) => part !== "")
        .join(": ");
    case "links": {
      const links = block.links.map(({ title, url }) => writer.link(escaped(title), url)).join(" · ");
      const others = block.others.length === 0 ? "" : escaped(onlyThere(block.others));
      return [links, others].filter((part) => part !== "").join("\n");
    }
  }
}

function joined(blocks: readonly Block[]): string {
  return blocks
    .map(slackText)
    .filter((text) => text !== "")
    .join("\n");
}

function run({ text, bold: isBold, italic, strike, code, url }: Run): string {
  let inner = escaped(text);
  if (code && inner.trim() !== "") inner = `\`${inner}\``;
  if (isBold) inner = marked("*", inner);
  if (italic) inner = marked("_", inner);
  if (strike) inner = marked("~", inner);
  return url === undefined ? inner : writer.link(inner, url);
}
