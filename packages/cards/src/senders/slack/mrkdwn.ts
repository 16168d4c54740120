import { link, literally, shortened } from "../elements.ts";
import { withEmoji } from "./emoji.ts";

/** Longest text of a Slack message that is shown; Slack itself cuts sections at 3 000 characters. */
const maximumText = 6000;

/**
 * Slack's own markup (https://docs.slack.dev/messaging/formatting-message-text) as Markdown: `*bold*`, `_italic_`,
 * `~struck~`, code, quotes, `<address|label>`, mentions, dates and emoji. All else is shown to the letter, and each
 * line stays a line.
 */
export function markdownFromMrkdwn(source: string): string {
  const parts: string[] = [];
  // Code is taken out first: nothing in it is markup.
  for (const [found, fenced, code] of shortened(source, maximumText).matchAll(
    /```([\s\S]*?)```|`([^`\n]+)`|[^`]+|`/g,
  )) {
    if (fenced !== undefined) parts.push(fence(fenced));
    else if (code !== undefined) parts.push(`\`${plain(code)}\``);
    else parts.push(linesOf(found));
  }
  return parts.join("");
}

/** Text of Slack that has no markup but emoji. */
export function literalMrkdwn(source: string): string {
  return literally(withEmoji(entities(source)));
}

function fence(code: string): string {
  return `\n\n\`\`\`\n${plain(code).replace(/^\n|\n$/g, "")}\n\`\`\`\n\n`;
}

/** In code, links are their addresses, as Slack shows them. */
function plain(code: string): string {
  return entities(
    code.replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_, address: string, label?: string) => label ?? address),
  );
}

function linesOf(text: string): string {
  return (
    text
      .split("\n")
      .map((line) => {
        const quoted = /^(?:&gt;|>)\s?(?:&gt;|>)*\s?/.exec(line)?.[0];
        return quoted === undefined ? inline(line) : `> ${inline(line.slice(quoted.length))}`;
      })
      .join("  \n")
      // A line after a quote would be read as its continuation.
      .replace(/(^|\n)(> [^\n]*)\n(?!> )/g, "$1$2\n\n")
  );
}

const markup =
  /<([^<>]+)>|(?<![\w*])\*([^\s*](?:[^*]*[^\s*])?)\*(?![\w*])|(?<![\w_])_([^\s_](?:[^_]*[^\s_])?)_(?![\w_])|(?<![\w~])~([^\s~](?:[^~]*[^\s~])?)~(?![\w~])/g;

function inline(text: string): string {
  let out = "";
  let at = 0;
  for (const match of text.matchAll(markup)) {
    const [found, angled, bold, italic, struck] = match;
    out += literalMrkdwn(text.slice(at, match.index));
    at = match.index + found.length;
    if (angled !== undefined) out += reference(angled);
    else if (bold !== undefined) out += `**${inline(bold)}**`;
    else if (italic !== undefined) out += `*${inline(italic)}*`;
    else out += `~~${inline(struck ?? "")}~~`;
  }
  return out + literalMrkdwn(text.slice(at));
}

/** What stands in `<…>`: a mention, a date with its fallback, or an address with or without a label. */
function reference(inside: string): string {
  const [target = "", label] = inside.split("|", 2);
  if (target.startsWith("!date^")) return literalMrkdwn(label ?? "");
  if (target.startsWith("!subteam^")) return literally(label ?? "@team");
  if (target.startsWith("!")) return literally(`@${label ?? target.slice(1)}`);
  if (/^[@#][A-Z0-9]+$/.test(target)) return literally(`${target.charAt(0)}${label ?? target.slice(1)}`);
  if (!/^[a-z][a-z0-9+.-]*:/i.test(target)) return literalMrkdwn(`<${inside}>`);
  return link(withEmoji(entities(label || target)), entities(target));
}

function entities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) => (name === "amp" ? "&" : name === "lt" ? "<" : ">"));
}
