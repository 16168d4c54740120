import type { Block, Picture, Run } from "../outline/outline.ts";
import { type MarkdownWriter, writeMarkdown } from "../outline/read-markdown.ts";
import type { MailPhrases } from "./phrases.ts";

/** A link as people write it; one whose label says where it leads is its address alone. */
function linkText(label: string, url: string): string {
  const plain = label.trim();
  const bare = (address: string) => address.replace(/^(?:https?:\/\/|mailto:|tel:)/i, "").replace(/\/$/, "");
  return plain === "" || bare(plain) === bare(url) ? url : `${plain} <${url}>`;
}

const writer: MarkdownWriter = {
  text: (text) => text,
  lineEnd: () => "\n",
  strong: (inner) => inner,
  emphasis: (inner) => inner,
  strike: (inner) => inner,
  code: (text) => text,
  link: linkText,
  image: (alt) => alt,
  paragraph: (inner) => `${inner}\n`,
  list: (items, start) =>
    `${items
      .map((item, index) => {
        const mark = start === undefined ? "- " : `${start + index}. `;
        return mark + item.trimEnd().replaceAll("\n", `\n${" ".repeat(mark.length)}`);
      })
      .join("\n")}\n`,
  quote: (inner) =>
    `${inner
      .trimEnd()
      .split("\n")
      .map((line) => `> ${line}`)
      .join("\n")}\n`,
  codeBlock: (text) =>
    `${text
      .split("\n")
      .map((line) => `    ${line}`)
      .join("\n")}\n`,
  rule: () => "---\n",
};

const plain = (markdown: string) =>
  writeMarkdown(markdown, writer)
    .replace(/[ \t]+$/gm, "")
    .trim();
const oneLine = (markdown: string) => plain(markdown).replace(/\s*\n\s*/g, " ");

/** Blocks as text for people: an empty line between them. Empty when there is nothing to read. */
export function textOfBlocks(blocks: readonly Block[], phrases: MailPhrases, reachable: boolean): string {
  const texts = blocks.map((block) => textOf(block, phrases, reachable));
  return texts
    .filter((text) => text !== "")
    .join("\n\n")
    .replace(/^(?:---\n+)+|(?:\n+---)+$/g, "");
}

function textOf(block: Block, phrases: MailPhrases, reachable: boolean): string {
  const inner = (blocks: readonly Block[]) => textOfBlocks(blocks, phrases, reachable);
  switch (block.kind) {
    case "text": {
      const text = plain(block.markdown);
      const isTitle = block.size === "large" && block.bold && !text.includes("\n");
      return isTitle && text !== "" ? `${text}\n${"=".repeat(Math.min(text.length, 60))}` : text;
    }
    case "runs":
      return block.runs.map(run).join("").trim();
    case "code":
      return writer.codeBlock(block.text).trimEnd();
    case "facts":
      return block.facts
        .map(({ name, value }) => {
          const label = oneLine(name).replace(/:$/, "");
          const told = plain(value).replaceAll("\n", "\n  ");
          return label === "" ? told : label + (told === "" ? "" : phrases.colon + told);
        })
        .join("\n");
    case "pictures":
      return block.pictures
        .map((each) => picture(each, phrases))
        .filter((text) => text !== "")
        .join("\n");
    case "columns":
      return block.columns
        .map(({ blocks }) => inner(blocks))
        .filter((text) => text !== "")
        .join("\n");
    case "table":
      return block.rows.map((row) => row.map((cell) => inner(cell).replace(/\s*\n\s*/g, " ")).join(" | ")).join("\n");
    case "group":
      return inner(block.blocks);
    case "line":
      return "---";
    case "list":
      return [...(block.label === "" ? [] : [block.label]), ...block.items.map((item) => `- ${oneLine(item)}`)].join(
        "\n",
      );
    case "field":
      return [block.label, block.value].filter((part) => part !== "").join(phrases.colon);
    case "links": {
      const links = block.links.map(({ title, url }) => (title === url ? url : `${title}${phrases.colon}${url}`));
      const others = block.others.length === 0 ? [] : [phrases.onlyThere(block.others.join(", "), reachable)];
      return [...links, ...others].join("\n");
    }
  }
}

function run({ text, url }: Run): string {
  return url === undefined ? text : linkText(text, url);
}

/** A picture is told when it means something. */
function picture({ alt, link }: Picture, phrases: MailPhrases): string {
  const told = alt.trim() === "" ? "" : `[${phrases.picture}${phrases.colon}${alt.trim()}]`;
  return link === undefined ? told : linkText(told, link);
}
