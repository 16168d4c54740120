import { type Place, PowerShellFault } from "./fault.ts";
import { readTokens, type Token } from "./tokens.ts";

/** Everything that can be written without a variable. Numbers stay as written: an id may look like one. */
export type Value = boolean | string | null | readonly Value[];

export interface Argument {
  /** As written, without the dash; undefined for one that stands by its position. */
  readonly name: string | undefined;
  /** Undefined for a switch that stands alone. */
  readonly value: Value | undefined;
  /** The name's place, or the value's where there is no name. */
  readonly place: Place;
}

export interface CommandCall {
  readonly name: string;
  readonly arguments: readonly Argument[];
  readonly place: Place;
}

/** Commands joined by pipes. */
export interface Pipeline {
  readonly commands: readonly CommandCall[];
  readonly place: Place;
}

/**
 * Reads a script of cmdlets: several by `;` and lines, parameters as `-Name:value` and `-Name value`, strings, arrays,
 * `$true`, `$false`, `$null`, comments, pipes. Knows no cmdlet, and runs nothing.
 * @throws PowerShellFault with the place of the first thing that is wrong.
 */
export function parseScript(source: string): Pipeline[] {
  const tokens = readTokens(source);
  const pipelines: Pipeline[] = [];
  let at = 0;
  const next = (): Token | undefined => tokens[at];
  const wrong = (message: string, place: Place, id: string) => PowerShellFault.ofForm(message, place, id);

  function readItem(): Value {
    const token = next();
    if (token === undefined || token.kind === "end" || token.kind === "pipe") {
      const place = tokens[at - 1]?.place ?? { start: 0, end: 1 };
      throw wrong("Missing an expression after ','.", place, "MissingExpression");
    }
    at++;
    if (token.kind === "text" || token.kind === "constant") return token.value;
    if (token.kind === "open") return readGroup(token);
    throw wrong("Unexpected token in a value.", token.place, "UnexpectedToken");
  }

  /** `@(…)` and `(…)`, which hold values here and nothing that is computed. */
  function readGroup(open: Token): Value {
    const items: Value[] = [];
    for (;;) {
      const token = next();
      if (token === undefined)
        throw wrong("Missing closing ')' in expression.", open.place, "MissingEndParenthesisInExpression");
      if (token.kind === "close") {
        at++;
        return items;
      }
      if (token.kind === "end" || token.kind === "comma") at++;
      else if (token.kind === "text" && !token.quoted && /^[A-Za-z]+-[A-Za-z]+$/.test(token.value))
        throw wrong(
          "Commands inside parentheses are not supported here. Use a pipe, or write the value itself.",
          token.place,
          "SubexpressionNotSupported",
        );
      else items.push(readItem());
    }
  }

  function readValue(): Value {
    const first = readItem();
    if (next()?.kind !== "comma") return first;
    const items: Value[] = [first];
    while (next()?.kind === "comma") {
      at++;
      items.push(readItem());
    }
    return items;
  }

  function readArgument(token: Token): Argument {
    if (token.kind !== "parameter") return { name: undefined, value: readValue(), place: token.place };
    at++;
    const { name, attached, place } = token;
    const following = next();
    const valueFollows =
      following !== undefined &&
      (following.kind === "text" || following.kind === "constant" || following.kind === "open");
    if (attached && !valueFollows)
      throw wrong(`Missing an argument after '-${name}:'.`, place, "ParameterRequiresArgument");
    return { name, value: valueFollows ? readValue() : undefined, place };
  }

  function readCommand(): CommandCall {
    const token = next();
    if (token === undefined || token.kind === "end" || token.kind === "pipe") {
      const place = token?.place ?? tokens[at - 1]?.place ?? { start: 0, end: 1 };
      throw wrong("An empty pipe element is not allowed.", place, "EmptyPipeElement");
    }
    if (token.kind !== "text" || token.quoted)
      throw wrong(
        "Expressions are not supported here: a statement begins with the name of a cmdlet.",
        token.place,
        "ExpressionNotSupported",
      );
    at++;
    const read: Argument[] = [];
    for (let each = next(); each !== undefined && each.kind !== "end" && each.kind !== "pipe"; each = next()) {
      if (each.kind === "comma" || each.kind === "close")
        throw wrong(
          `Unexpected token '${each.kind === "comma" ? "," : ")"}' in expression or statement.`,
          each.place,
          "UnexpectedToken",
        );
      read.push(readArgument(each));
    }
    return { name: token.value, arguments: read, place: token.place };
  }

  while (at < tokens.length) {
    if (next()?.kind === "end") {
      at++;
      continue;
    }
    const start = next()?.place.start ?? 0;
    const commands = [readCommand()];
    while (next()?.kind === "pipe") {
      at++;
      commands.push(readCommand());
    }
    pipelines.push({ commands, place: { start, end: tokens[at - 1]?.place.end ?? start } });
  }
  return pipelines;
}
