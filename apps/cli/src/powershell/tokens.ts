import { type Place, PowerShellFault } from "./fault.ts";

/** What a script is made of. `text` is a bare word or a string, told apart because only words name commands. */
export type Token =
  | { readonly kind: "end" | "pipe" | "comma" | "open" | "close"; readonly place: Place }
  | { readonly kind: "parameter"; readonly name: string; readonly attached: boolean; readonly place: Place }
  | { readonly kind: "text"; readonly value: string; readonly quoted: boolean; readonly place: Place }
  | { readonly kind: "constant"; readonly value: boolean | null; readonly place: Place };

/** PowerShell takes the dashes and quotes that word processors put in place of the plain ones. */
const dash = /[-–—―]/;
const singleQuote = /['‘’‚‛]/;
const doubleQuote = /["“”„]/;
const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  "0": "\0",
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
};
const constants: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

const unsupported: Readonly<Record<string, string>> = {
  "&": "Calling with '&' and chaining with '&&' are not supported here. Separate commands with ';' or lines.",
  ">": "Redirection is not supported here. Redirect the output of the parvis command itself.",
  "<": "Redirection is not supported here.",
  "{": "Script blocks are not supported here: only cmdlets with their parameters are.",
  "}": "Unexpected token '}' in expression or statement.",
  "=": "Variables are not supported here: write the value where it is needed.",
};

/** @throws PowerShellFault when the script is no sequence of commands with literal values. */
export function readTokens(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const char = () => source[at] ?? "";
  const place = (start: number): Place => ({ start, end: at });
  const fault = (message: string, start: number, end: number, id: string) =>
    PowerShellFault.ofForm(message, { start, end }, id);

  function readSingle(): string {
    const start = at++;
    let value = "";
    while (at < source.length) {
      if (singleQuote.test(char())) {
        at++;
        if (!singleQuote.test(char())) return value;
      }
      value += char();
      at++;
    }
    throw fault("The string is missing the terminator: '.", start, source.length, "TerminatorExpectedAtEndOfString");
  }

  function readDouble(): string {
    const start = at++;
    let value = "";
    while (at < source.length) {
      const c = char();
      if (doubleQuote.test(c)) {
        at++;
        if (!doubleQuote.test(char())) return value;
        value += char();
        at++;
      } else if (c === "`") {
        const escaped = source[at + 1] ?? "";
        value += escapes[escaped] ?? escaped;
        at += 2;
      } else if (c === "$" && /[A-Za-z_({?^]/.test(source[at + 1] ?? "")) {
        const constant = readVariable();
        value += constant === null ? "" : constant ? "True" : "False";
      } else {
        value += c;
        at++;
      }
    }
    throw fault('The string is missing the terminator: ".', start, source.length, "TerminatorExpectedAtEndOfString");
  }

  /** `$true`, `$false`, `$null`; any other variable is refused. */
  function readVariable(): boolean | null {
    const start = at;
    const [written = "$"] = /^\$(?:\{[^}]*\}|[A-Za-z_?^][\w:]*|\(?)/.exec(source.slice(at)) ?? [];
    at += written.length;
    const name = written.slice(1).toLowerCase();
    const constant = constants[name];
    if (constant !== undefined) return constant;
    const assigned = /^\s*=/.test(source.slice(at));
    const why = written.startsWith("$(")
      ? "Subexpressions are"
      : assigned
        ? "Assigning variables is"
        : `The variable ${written} is`;
    throw fault(
      `${why} not supported here: only $true, $false and $null are. Write the value itself.`,
      start,
      at,
      "VariableNotSupported",
    );
  }

  function readWord(): void {
    const start = at;
    let value = "";
    let quoted = false;
    while (at < source.length && !/[\s;|,(){}&<>]/.test(char())) {
      if (singleQuote.test(char())) {
        value += readSingle();
        quoted = true;
      } else if (doubleQuote.test(char())) {
        value += readDouble();
        quoted = true;
      } else if (char() === "`") {
        if (/\r?\n/.test(source.slice(at + 1, at + 3))) break;
        value += source[at + 1] ?? "";
        at += 2;
      } else if (char() === "$" && /[A-Za-z_({?^]/.test(source[at + 1] ?? "")) {
        if (at === start) {
          const constant = readVariable();
          if (at >= source.length || /[\s;|,(){}&<>]/.test(char())) {
            tokens.push({ kind: "constant", value: constant, place: place(start) });
            return;
          }
          value += constant === null ? "" : constant ? "True" : "False";
        } else {
          const constant = readVariable();
          value += constant === null ? "" : constant ? "True" : "False";
        }
      } else {
        value += char();
        at++;
      }
    }
    tokens.push({ kind: "text", value, quoted, place: place(start) });
  }

  /** Whether the next word begins a statement. */
  const begins = () => tokens.at(-1) === undefined || tokens.at(-1)?.kind === "end";

  while (at < source.length) {
    const start = at;
    const c = char();
    const [prompt] = begins() ? (/^PS(?: [^>\r\n]*)?>/.exec(source.slice(at)) ?? []) : [];
    if (prompt !== undefined) at += prompt.length;
    else if (c === "\n" || c === ";") {
      at++;
      // A pipe or a comma at the end of a line goes on with the next.
      const before = tokens.at(-1)?.kind;
      if (c === ";" || (before !== "pipe" && before !== "comma" && before !== "open"))
        tokens.push({ kind: "end", place: place(start) });
    } else if (/\s/.test(c)) at++;
    else if (c === "`" && /^`\s*?\r?\n/.test(source.slice(at)))
      at += /^`\s*?\r?\n/.exec(source.slice(at))?.[0].length ?? 1;
    else if (c === "#") while (at < source.length && char() !== "\n") at++;
    else if (source.startsWith("<#", at)) {
      const close = source.indexOf("#>", at);
      if (close === -1)
        throw fault(
          "The terminator '#>' is missing from the multiline comment.",
          start,
          source.length,
          "MissingTerminatorMultiLineComment",
        );
      at = close + 2;
    } else if (c === "|" && source[at + 1] !== "|") {
      at++;
      tokens.push({ kind: "pipe", place: place(start) });
    } else if (c === ",") {
      at++;
      tokens.push({ kind: "comma", place: place(start) });
    } else if (c === "(" || source.startsWith("@(", at)) {
      at += c === "(" ? 1 : 2;
      tokens.push({ kind: "open", place: place(start) });
    } else if (c === ")") {
      at++;
      tokens.push({ kind: "close", place: place(start) });
    } else if (source.startsWith("@{", at))
      throw fault("Hash tables are not supported here.", start, at + 2, "HashTableNotSupported");
    else if (dash.test(c) && /[A-Za-z_?]/.test(source[at + 1] ?? "")) {
      const [name = ""] = /^[^\s:;|,(){}'"=]+/.exec(source.slice(at + 1)) ?? [];
      at += 1 + name.length;
      const attached = char() === ":";
      if (attached) at++;
      tokens.push({ kind: "parameter", name, attached, place: { start, end: start + 1 + name.length } });
    } else if (c in unsupported || c === "|")
      throw fault(
        unsupported[c] ?? "'||' is not supported here. Separate commands with ';' or lines.",
        start,
        start + 1,
        "NotSupported",
      );
    else readWord();
  }
  return tokens;
}
