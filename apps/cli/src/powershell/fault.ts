/** Where something stands in the script: offsets, the end not included. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface FaultParts {
  readonly place: Place;
  /** PowerShell's name for what is wrong, for those who search for it. */
  readonly id: string;
  readonly category: string;
  readonly exception: string;
  /** The command it happened in; none for faults of the script's form. */
  readonly command?: string | undefined;
}

/** Something that is wrong with a script or went wrong in it, with the place. */
export class PowerShellFault extends Error {
  override readonly name = "PowerShellFault";
  readonly parts: FaultParts;

  constructor(message: string, parts: FaultParts) {
    super(message);
    this.parts = parts;
  }

  /** Of the script's form: nothing of it has run. */
  static ofForm(message: string, place: Place, id: string): PowerShellFault {
    return new PowerShellFault(message, {
      place,
      id,
      category: "ParserError: (:) []",
      exception: "ParentContainsErrorRecordException",
    });
  }
}

/** Line and column, from 1, and the text of the line. */
export function positionOf(source: string, offset: number): { line: number; column: number; text: string } {
  const before = source.slice(0, offset);
  const start = before.lastIndexOf("\n") + 1;
  const end = source.indexOf("\n", offset);
  return {
    line: before.split("\n").length,
    column: offset - start + 1,
    text: source.slice(start, end === -1 ? undefined : end).replace(/\r$/, ""),
  };
}

/** The fault as PowerShell prints it: message, position, the line with its place underlined, category and id. */
export function renderFault(source: string, { message, parts }: PowerShellFault): string {
  const { place, command, category, exception, id } = parts;
  const { line, column, text } = positionOf(source, place.start);
  const length = Math.max(1, Math.min(place.end - place.start, text.length - column + 1));
  const at = `At line:${line} char:${column}`;
  const shown = [`+ ${text}`, `+ ${text.slice(0, column - 1).replace(/[^\t]/g, " ")}${"~".repeat(length)}`];
  const info = [
    `    + CategoryInfo          : ${category}, ${exception}`,
    `    + FullyQualifiedErrorId : ${id}${command === undefined ? "" : `,${command}`}`,
  ];
  // Faults of form name the place first, those of a command begin with its name.
  const lines =
    command === undefined ? [at, ...shown, message, ...info] : [`${command} : ${message}`, at, ...shown, ...info];
  return lines.join("\n");
}
