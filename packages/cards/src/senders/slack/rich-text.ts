import { type JsonObject, objectsOf, textOf } from "../../json.ts";
import { link, literally } from "../elements.ts";
import { withEmoji } from "./emoji.ts";

/** A `rich_text` block as Markdown: sections, lists, quotes and code of styled runs. */
export function markdownFromRichText(block: JsonObject): string {
  return objectsOf(block.elements).map(partOf).filter(Boolean).join("\n\n");
}

function partOf(part: JsonObject): string {
  switch (part.type) {
    case "rich_text_preformatted":
      return `\`\`\`\n${objectsOf(part.elements).map(plainRun).join("")}\n\`\`\``;
    case "rich_text_quote":
      return runsOf(part)
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n");
    case "rich_text_list": {
      const indent = "   ".repeat(Math.min(Number(part.indent) || 0, 6));
      const mark = part.style === "ordered" ? "1." : "-";
      return objectsOf(part.elements)
        .map((item) => `${indent}${mark} ${runsOf(item)}`)
        .join("\n");
    }
    default:
      return runsOf(part);
  }
}

function runsOf(part: JsonObject): string {
  return objectsOf(part.elements).map(run).join("");
}

function run(element: JsonObject): string {
  const [style = {}] = objectsOf(element.style);
  if (element.type === "link") return link(textOf(element.text) || textOf(element.url), element.url);
  const source = plainRun(element);
  if (style.code === true) return `\`${source}\``;
  // Marks must touch the words they mark.
  const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(source) ?? [];
  if (words === "") return source.replaceAll("\n", "  \n");
  let marked = literally(words);
  if (style.bold === true) marked = `**${marked}**`;
  if (style.italic === true) marked = `*${marked}*`;
  if (style.strike === true) marked = `~~${marked}~~`;
  return `${before.replaceAll("\n", "  \n")}${marked}${after.replaceAll("\n", "  \n")}`;
}

/** The text of a run without its style. */
function plainRun(element: JsonObject): string {
  switch (element.type) {
    case "emoji":
      return withEmoji(`:${textOf(element.name)}:`);
    case "user":
    case "usergroup":
      return `@${textOf(element.user_id) || textOf(element.usergroup_id)}`;
    case "broadcast":
      return `@${textOf(element.range)}`;
    case "channel":
      return `#${textOf(element.channel_id)}`;
    case "date":
      return textOf(element.fallback);
    case "color":
      return textOf(element.value);
    default:
      return textOf(element.text) || textOf(element.url);
  }
}
