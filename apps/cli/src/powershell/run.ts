import { PowerShellFault } from "./fault.ts";
import { choose, formatList, formatTable, type Item } from "./format.ts";
import type { Argument, CommandCall, Pipeline, Value } from "./parse.ts";

/** What a cmdlet answered, or why not. */
export type CmdletAnswer =
  | { readonly items: readonly Item[]; readonly warnings: readonly string[] }
  | { readonly message: string; readonly exception: string; readonly parameter: string | undefined };

/** Sends one cmdlet to the server. A value of `{ IsPresent: true }` is a switch that stands alone. */
export type Invoke = (name: string, parameters: Readonly<Record<string, unknown>>) => Promise<CmdletAnswer>;

export interface CommandResult {
  /** The pipeline as it was written. */
  readonly command: string;
  readonly value: readonly Item[];
  /** What PowerShell would print. */
  readonly text: string;
  readonly warnings: readonly string[];
}

/** What the documentation's instructions begin with: nothing to do, since one is signed in already. */
const sessionCommands =
  /^(import-module|install-module|update-module|connect-exchangeonline|disconnect-exchangeonline|connect-microsoftteams|disconnect-microsoftteams|set-executionpolicy|clear-host|cls)$/i;

type Stage = (items: readonly Item[], call: CommandCall) => { items: readonly Item[]; text?: string };

/** The names after -Property, or the ones that stand alone. */
function properties({ arguments: all }: CommandCall): string[] | undefined {
  const given = all.find(({ name }) => name === undefined || "property".startsWith(name.toLowerCase()))?.value;
  if (given === undefined || given === null) return undefined;
  return (Array.isArray(given) ? given : [given]).map(String);
}

const chosen = (items: readonly Item[], call: CommandCall) => {
  const names = properties(call);
  return names === undefined ? items : items.map((item) => choose(item, names));
};

/** `-First 3`, `-Last 3` of Select-Object. */
function cut(items: readonly Item[], { arguments: all }: CommandCall): readonly Item[] {
  const count = (word: string) => Number(all.find(({ name }) => name?.toLowerCase() === word)?.value ?? Number.NaN);
  if (!Number.isNaN(count("first"))) return items.slice(0, count("first"));
  return Number.isNaN(count("last")) ? items : items.slice(-count("last"));
}

const formatAsList: Stage = (items, call) => ({ items: chosen(items, call), text: formatList(chosen(items, call)) });
const formatAsTable: Stage = (items, call) => ({ items: chosen(items, call), text: formatTable(chosen(items, call)) });
const select: Stage = (items, call) => ({ items: cut(chosen(items, call), call) });
const asJson: Stage = (items) => ({
  items,
  text: `${JSON.stringify(items.length === 1 ? items[0] : items, null, 2)}\n`,
});

/** What may stand behind a pipe beside cmdlets that take an identity from it. */
const stages: Readonly<Record<string, Stage>> = {
  "format-list": formatAsList,
  fl: formatAsList,
  "format-table": formatAsTable,
  ft: formatAsTable,
  "select-object": select,
  select,
  "convertto-json": asJson,
  "out-null": () => ({ items: [], text: "" }),
};
const stageNames = "Format-List (fl), Format-Table (ft), Select-Object (select), ConvertTo-Json, Out-Null";

function failed(call: CommandCall, answer: Extract<CmdletAnswer, { message: string }>): PowerShellFault {
  const { message, exception, parameter } = answer;
  const short = exception.split(".").at(-1) ?? exception;
  const at = call.arguments.find(({ name }) => name?.toLowerCase() === parameter?.toLowerCase())?.place ?? call.place;
  const unknown = short === "CommandNotFoundException";
  const binding = short === "ParameterBindingException";
  const category = unknown
    ? `ObjectNotFound: (${call.name}:String) []`
    : `${binding ? "InvalidArgument" : "NotSpecified"}: (:) [${call.name}]`;
  const id = unknown ? "CommandNotFoundException" : binding ? "NamedParameterNotFound" : short;
  return new PowerShellFault(message, { place: at, id, category, exception: short, command: call.name });
}

/** Arguments by name; one that stands by its position is the identity, which every cmdlet here takes first. */
function parametersOf(call: CommandCall): Record<string, unknown> {
  const wrong = (message: string, { place }: Argument, id: string) =>
    new PowerShellFault(message, {
      place,
      id,
      category: `InvalidArgument: (:) [${call.name}]`,
      exception: "ParameterBindingException",
      command: call.name,
    });
  const parameters: Record<string, unknown> = {};
  for (const argument of call.arguments) {
    const { name = "Identity", value } = argument;
    const taken = Object.keys(parameters).some((each) => each.toLowerCase() === name.toLowerCase());
    if (taken && argument.name === undefined) {
      const message = `A positional parameter cannot be found that accepts argument '${String(value)}'.`;
      throw wrong(message, argument, "PositionalParameterNotFound");
    }
    if (taken) {
      const message = `Cannot bind parameter because parameter '${name}' is specified more than once.`;
      throw wrong(message, argument, "ParameterAlreadyBound");
    }
    parameters[name] = value === undefined ? { IsPresent: true } : (value satisfies Value);
  }
  return parameters;
}

const whatIf = (parameters: Readonly<Record<string, unknown>>) =>
  Object.entries(parameters).some(([name, value]) => /^wh?a?t?i?f?$/i.test(name) && value !== false && name.length > 1);

/**
 * Runs one pipeline.
 * @throws PowerShellFault when a cmdlet refuses; commands before it have been done.
 */
export async function runPipeline(
  source: string,
  { commands, place }: Pipeline,
  invoke: Invoke,
): Promise<CommandResult> {
  let items: readonly Item[] = [];
  let text: string | undefined;
  const warnings: string[] = [];
  for (const [index, call] of commands.entries()) {
    const stage = stages[call.name.toLowerCase()];
    if (index > 0 && stage !== undefined) {
      ({ items, text } = { text: undefined, ...stage(items, call) });
      continue;
    }
    if (
      /^(where-object|where|\?|foreach-object|foreach|%|sort-object|measure-object|export-csv|out-file)$/i.test(
        call.name,
      )
    ) {
      throw new PowerShellFault(
        `${call.name} is not supported here. After a pipe there may be ${stageNames}, or a cmdlet with -Identity.`,
        {
          place: call.place,
          id: "NotSupported",
          category: `NotImplemented: (:) [${call.name}]`,
          exception: "NotSupportedException",
          command: call.name,
        },
      );
    }
    if (index === 0 && sessionCommands.test(call.name)) continue;
    const parameters = parametersOf(call);
    const rounds = index === 0 ? [parameters] : items.map((item) => ({ Identity: item.Identity, ...parameters }));
    const written: Item[] = [];
    for (const round of rounds) {
      const answer = await invoke(call.name, round);
      if ("message" in answer) throw failed(call, answer);
      written.push(...answer.items);
      warnings.push(...answer.warnings);
      if (whatIf(round) && answer.warnings.length === 0) {
        const target = String(round.Identity ?? "the organisation");
        warnings.push(`What if: Performing the operation "${call.name}" on target "${target}".`);
      }
    }
    items = written;
    text = undefined;
  }
  const command = source.slice(place.start, place.end);
  return { command, value: items, text: text ?? formatList(items), warnings };
}
