import MarkdownIt from "markdown-it";
import { safeImage, safeLink } from "../safe-url.ts";

/** How one reader writes what Markdown says; the texts it is given are plain. */
export interface MarkdownWriter {
  text(text: string): string;
  lineEnd(): string;
  strong(inner: string): string;
  emphasis(inner: string): string;
  strike(inner: string): string;
  code(text: string): string;
  /** @param inner as written, of what was the label. */
  link(inner: string, url: string): string;
  image(alt: string, url: string): string;
  paragraph(inner: string): string;
  /** @param items as written; @param start undefined for a list without numbers. */
  list(items: readonly string[], start: number | undefined): string;
  quote(inner: string): string;
  codeBlock(text: string): string;
  rule(): string;
}

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

/** As the client has it: HTML is text (contracts.md D.3). */
const parser = new MarkdownIt({ html: false, linkify: false, breaks: false, typographer: false });

/** Markdown of a card in a reader's own form. Links and pictures that must not be followed are their text. */
export function writeMarkdown(markdown: string, writer: MarkdownWriter): string {
  return new Reader(parser.parse(markdown, {}), writer).blocks(undefined).join("");
}

const closings: Record<string, string> = {
  paragraph_open: "paragraph_close",
  heading_open: "heading_close",
  bullet_list_open: "bullet_list_close",
  ordered_list_open: "ordered_list_close",
  list_item_open: "list_item_close",
  blockquote_open: "blockquote_close",
};

class Reader {
  readonly #tokens: Token[];
  readonly #writer: MarkdownWriter;
  #at = 0;

  constructor(tokens: Token[], writer: MarkdownWriter) {
    this.#tokens = tokens;
    this.#writer = writer;
  }

  /** The blocks up to a closing token, each as written. */
  blocks(closing: string | undefined): string[] {
    const written: string[] = [];
    for (; this.#at < this.#tokens.length; ) {
      const token = this.#tokens[this.#at++];
      if (token === undefined || token.type === closing) break;
      const block = this.#block(token);
      if (block !== "") written.push(block);
    }
    return written;
  }

  #block(token: Token): string {
    const writer = this.#writer;
    const inner = () => this.blocks(closings[token.type]);
    switch (token.type) {
      case "inline":
        return new InlineReader(token.children ?? [], writer).read(undefined);
      case "paragraph_open":
        return writer.paragraph(inner().join(""));
      case "heading_open":
        return writer.paragraph(writer.strong(inner().join("")));
      case "bullet_list_open":
        return writer.list(inner(), undefined);
      case "ordered_list_open":
        return writer.list(inner(), Number(token.attrGet("start") ?? 1));
      case "list_item_open":
        return inner().join("");
      case "blockquote_open":
        return writer.quote(inner().join(""));
      case "fence":
      case "code_block":
        return writer.codeBlock(token.content.replace(/\n$/, ""));
      case "hr":
        return writer.rule();
      case "table_open":
        return writer.paragraph(this.#table());
      default:
        return "";
    }
  }

  /** A table of Markdown: a line a row, which every reader can show. */
  #table(): string {
    const rows: string[] = [];
    let cells: string[] = [];
    for (; this.#at < this.#tokens.length; ) {
      const token = this.#tokens[this.#at++];
      if (token === undefined || token.type === "table_close") break;
      if (token.type === "tr_open") cells = [];
      if (token.type === "inline") cells.push(new InlineReader(token.children ?? [], this.#writer).read(undefined));
      if (token.type === "tr_close") rows.push(cells.join(this.#writer.text(" | ")));
    }
    return rows.join(this.#writer.lineEnd());
  }
}

class InlineReader {
  readonly #tokens: Token[];
  readonly #writer: MarkdownWriter;
  #at = 0;

  constructor(tokens: Token[], writer: MarkdownWriter) {
    this.#tokens = tokens;
    this.#writer = writer;
  }

  read(closing: string | undefined): string {
    let written = "";
    for (; this.#at < this.#tokens.length; ) {
      const token = this.#tokens[this.#at++];
      if (token === undefined || token.type === closing) break;
      written += this.#inline(token);
    }
    return written;
  }

  #inline(token: Token): string {
    const writer = this.#writer;
    switch (token.type) {
      case "softbreak":
        return writer.text(" ");
      case "hardbreak":
        return writer.lineEnd();
      case "strong_open":
        return writer.strong(this.read("strong_close"));
      case "em_open":
        return writer.emphasis(this.read("em_close"));
      case "s_open":
        return writer.strike(this.read("s_close"));
      case "code_inline":
        return writer.code(token.content);
      case "link_open": {
        const url = safeLink(String(token.attrGet("href") ?? ""));
        const inner = this.read("link_close");
        return url === undefined ? inner : writer.link(inner, url);
      }
      case "image": {
        const url = safeImage(String(token.attrGet("src") ?? ""));
        const isOnWeb = url !== undefined && /^https?:/i.test(url);
        return isOnWeb ? writer.image(token.content, url) : writer.text(token.content);
      }
      default:
        return writer.text(token.content);
    }
  }
}
