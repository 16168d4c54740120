/** `parvis powershell 'CMDLET …'`: the documented commands, as they stand. */
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { Command } from "commander";
import { PowerShellFault, positionOf, renderFault } from "./powershell/fault.ts";
import { parseScript } from "./powershell/parse.ts";
import { type CmdletAnswer, type CommandResult, type Invoke, runPipeline } from "./powershell/run.ts";
import { Refusal } from "./refusal.ts";
import { type Answer, type Connection, connect, problemOf, send } from "./server/connection.ts";

export function command(done: (exitCode: number) => void): Command {
  return new Command("powershell")
    .description(
      "run documented cmdlets: Get-OrganizationConfig, Set-OrganizationConfig, Get-UnifiedGroup, Set-UnifiedGroup",
    )
    .argument("[script...]", "commands, several by ';' or lines; '-' or nothing reads standard input")
    .option("-f, --file <path>", "read the commands from a file")
    .option("--json", "one JSON document on standard output")
    .allowUnknownOption()
    .action(async (words: string[], options: { file?: string; json?: true }) => done(await powershell(words, options)));
}

async function readScript(words: readonly string[], file: string | undefined): Promise<string> {
  if (file !== undefined) {
    return await readFile(file, "utf8").catch((error: unknown) => {
      throw new Refusal(`${file} cannot be read (${error instanceof Error ? error.message : error})`);
    });
  }
  if (words.length > 0 && words[0] !== "-") return words.join(" ");
  if (process.stdin.isTTY) throw new Refusal("give the commands: parvis powershell 'Get-OrganizationConfig'");
  return await text(process.stdin);
}

/** Why a cmdlet was refused, from the shape of Exchange's errors: `id|exception|message`. */
function refusalOf(answer: Answer): Extract<CmdletAnswer, { message: string }> {
  const { error } = (answer.body ?? {}) as { error?: { details?: { message?: string; target?: string }[] } };
  const [detail] = error?.details ?? [];
  const [, exception = "Exception", ...message] = (detail?.message ?? "").split("|");
  const parameter = detail?.target || undefined;
  return { message: message.join("|") || problemOf(answer), exception, parameter };
}

interface Page {
  readonly value: Record<string, unknown>[];
  readonly "@adminapi.warnings"?: string[];
  readonly "@odata.nextLink"?: string;
}

/** Cmdlets at the server's InvokeCommand address, every page of them. */
function invoker(connection: Connection): Invoke {
  let token: Promise<string> | undefined;
  return async (name, parameters) => {
    token ??= connection.token("exchange");
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${await token}` };
    const body = JSON.stringify({ CmdletInput: { CmdletName: name, Parameters: parameters } });
    const items: Record<string, unknown>[] = [];
    const warnings: string[] = [];
    const first = `${connection.url}/adminapi/beta/${encodeURIComponent(connection.tenant)}/InvokeCommand`;
    for (let address: string | undefined = first; address !== undefined; ) {
      const answer: Answer = await send(address, { method: "POST", headers, body });
      if (answer.status !== 200) return refusalOf(answer);
      const page = answer.body as Page;
      for (const row of page.value)
        items.push(Object.fromEntries(Object.entries(row).filter(([key]) => !key.includes("@"))));
      warnings.push(...(page["@adminapi.warnings"] ?? []));
      // The server knows itself by its public address; asked is the one that was reached.
      address = page["@odata.nextLink"] && first + new URL(page["@odata.nextLink"]).search;
    }
    return { items, warnings };
  };
}

async function powershell(words: readonly string[], { file, json }: { file?: string; json?: true }): Promise<number> {
  const source = await readScript(words, file);
  const results: CommandResult[] = [];
  let fault: PowerShellFault | undefined;
  let code: 0 | 1 | 2 = 0;
  try {
    const pipelines = parseScript(source);
    code = 1;
    if (pipelines.length > 0) {
      const invoke = invoker(await connect());
      for (const pipeline of pipelines) {
        const result = await runPipeline(source, pipeline, invoke);
        results.push(result);
        if (json) continue;
        process.stdout.write(result.text);
        for (const warning of result.warnings)
          process.stderr.write(warning.startsWith("What if:") ? `${warning}\n` : `WARNING: ${warning}\n`);
      }
    }
    code = 0;
  } catch (error) {
    if (!(error instanceof PowerShellFault)) throw error;
    fault = error;
    // A script whose form is wrong has not begun: that is wrong usage.
    if (code === 0) code = 2;
  }
  if (json) {
    const commands = results.map(({ command: written, value, warnings }) => ({ command: written, value, warnings }));
    const error = fault && {
      message: fault.message,
      id: fault.parts.id,
      command: fault.parts.command ?? null,
      ...(({ line, column }) => ({ line, column }))(positionOf(source, fault.parts.place.start)),
    };
    process.stdout.write(`${JSON.stringify({ commands, ...(error && { error }) }, null, 2)}\n`);
  } else if (fault !== undefined) process.stderr.write(`${renderFault(source, fault)}\n`);
  return code;
}
