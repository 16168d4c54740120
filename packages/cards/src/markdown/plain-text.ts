import { inlineText } from "./inline-text.ts";

/**
 * Markdown as the text a person sees: marks gone, links by their label, pictures left out, one line a block.
 * Follows CommonMark as far as cards use it; HTML is text (contracts.md D.3). Linear in the length of its input.
 */
export function plainText(markdown: string): string {
  // Most titles and values have no mark at all.
  if (!/[\\`*_[\]<&#>~\-+=\n\r]|\d[.)]\s/.test(markdown)) return markdown.trim();
  const blocks: string[] = [];
  let paragraph: string[] = [];
  let fence: string | undefined;
  let numbered = false;
  const close = () => {
    const text = inlineText(paragraph.join("\n")).trim();
    if (text !== "") blocks.push(text);
    paragraph = [];
  };
  for (const line of markdown.split(/\r\n?|\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) === true) fence = undefined;
      else if (line.trim() !== "") blocks.push(line.trim());
    } else if (mark !== undefined && !line.slice(line.indexOf(mark) + mark.length).includes("`")) {
      close();
      fence = mark;
    } else if (line.trim() === "" || isRule(line, paragraph.length > 0)) {
      close();
    } else if (paragraph.length === 0 && /^(?: {4}|\t)/.test(line)) {
      blocks.push(line.trim()); // indented code
    } else {
      // Only a list that begins with 1 may interrupt a paragraph: "in\n2016. It was" is no list.
      const { text, starts, heading, number } = withoutBlockMarks(line, paragraph.length === 0 || numbered);
      if (starts) {
        close();
        numbered = number;
      }
      paragraph.push(text);
      if (heading) close();
    }
  }
  close();
  return blocks.join("\n");
}

/** A thematic break; below a paragraph, also the underline that makes it a heading. */
function isRule(line: string, inParagraph: boolean): boolean {
  const marks = line.replaceAll(" ", "");
  return /^(?:-{3,}|\*{3,}|_{3,})$/.test(marks) || (inParagraph && /^ {0,3}(?:-+|=+)\s*$/.test(line));
}

interface Unmarked {
  text: string;
  /** A mark began a block of its own. */
  starts: boolean;
  heading: boolean;
  /** The last mark was that of a numbered list. */
  number: boolean;
}

/** A line without its quote, list and heading marks. */
function withoutBlockMarks(line: string, anyNumber: boolean): Unmarked {
  let text = line;
  let starts = false;
  let number = false;
  for (let level = 0; level < 10; level++) {
    const mark = /^\s*(?:>\s?|[-*+](?=\s)\s+|(\d{1,9})[.)](?=\s)\s+)/.exec(text);
    const digits = mark?.[1];
    if (mark === null || (digits !== undefined && digits !== "1" && !anyNumber && !starts)) break;
    text = text.slice(mark[0].length);
    starts = true;
    number = digits !== undefined;
  }
  const heading = /^ {0,3}#{1,6}(?:\s+|$)/.exec(text);
  if (heading === null) return { text, starts, heading: false, number };
  return { text: withoutClosingMarks(text.slice(heading[0].length).trimEnd()), starts: true, heading: true, number };
}

/** `# Title ##` closes as it opens. By hand: an expression for it takes quadratic time on long runs of spaces. */
function withoutClosingMarks(heading: string): string {
  let end = heading.length;
  while (heading.charAt(end - 1) === "#") end--;
  return end === 0 || /\s/.test(heading.charAt(end - 1)) ? heading.slice(0, end) : heading;
}
