export interface Link {
  label: string;
  /** Where the text goes on after it. */
  end: number;
}

/** Longest address of a link that is followed: keeps a text full of unclosed links linear. */
const maximumDestination = 2000;

/** Finds `[label](address "title")` in one text. Brackets are matched once, for all links in it. */
export class LinkReader {
  readonly #source: string;
  #closing: Map<number, number> | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** The link whose label opens at `open`; undefined when it is text, or an address no renderer follows. */
  at(open: number): Link | undefined {
    this.#closing ??= matchBrackets(this.#source);
    const close = this.#closing.get(open);
    if (close === undefined || this.#source.charAt(close + 1) !== "(") return undefined;
    const rest = this.#source.slice(close + 2, close + 2 + maximumDestination);
    const target = /^\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))*))/.exec(rest);
    if (target === null || isRefusedAddress(target[1] ?? target[2] ?? "")) return undefined;
    const tail = /^(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/.exec(rest.slice(target[0].length));
    if (tail === null) return undefined;
    return { label: this.#source.slice(open + 1, close), end: close + 2 + target[0].length + tail[0].length };
  }
}

/** markdown-it leaves a link to these as the text it was. */
function isRefusedAddress(address: string): boolean {
  return /^\s*(?:javascript|vbscript|file|data(?!:image\/(?:gif|png|jpeg|webp);)):/i.test(address);
}

function matchBrackets(source: string): Map<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === "\\") at++;
    else if (char === "[") open.push(at);
    else if (char === "]") {
      const start = open.pop();
      if (start !== undefined) closing.set(start, at);
    }
  }
  return closing;
}
