/** `parvis audit search | export | verify`: the audit log of a running Parvis. */
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Command, InvalidArgumentError, Option } from "commander";
import { Refusal } from "./refusal.ts";
import { type Connection, connect, problemOf } from "./server/connection.ts";

interface Filter {
  from?: string;
  to?: string;
  operation?: string[];
  person?: string;
  team?: string;
  app?: string;
}

interface Found {
  readonly items: readonly { readonly sequence: number; readonly occurredAt: string; readonly record: AuditRecord }[];
  readonly nextCursor: string | null;
}

type AuditRecord = Readonly<Record<string, unknown>> & { readonly Operation: string; readonly UserId: string };

type Step =
  | { readonly kind: "progress"; readonly checked: number; readonly of: number }
  | { readonly kind: "intact"; readonly checked: number; readonly head: string }
  | { readonly kind: "broken"; readonly checked: number; readonly fault: { kind: string; sequence: number } };

const pageSize = 200;

function moment(text: string): string {
  const read = new Date(text);
  if (Number.isNaN(read.getTime()))
    throw new InvalidArgumentError("Expected a day or a moment, like 2026-11-21 or 2026-11-21T08:00:00Z.");
  return read.toISOString();
}

function count(text: string): number {
  const read = Number(text);
  if (!Number.isInteger(read) || read < 1) throw new InvalidArgumentError("Expected a whole number from 1.");
  return read;
}

const several = (value: string, before: string[] = []) => [...before, value];

function withFilter(command: Command): Command {
  return command
    .argument("[text]", "words that must all occur, each by its beginning")
    .option("--from <moment>", "from this day or moment on (UTC unless it says otherwise)", moment)
    .option("--to <moment>", "before this day or moment", moment)
    .option("--operation <name>", "one operation; give it again for more", several)
    .option("--person <name>", "who did it: sign-in name or id")
    .option("--team <id>", "in this team")
    .option("--app <id>", "of this app");
}

function queryOf(text: string | undefined, { from, to, operation = [], person, team, app }: Filter): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ text, from, to, person, team, app })) if (value) query.set(name, value);
  for (const name of operation) query.append("operation", name);
  return query;
}

export function command(done: (exitCode: number) => void): Command {
  const audit = new Command("audit").description("search, export and check the audit log of a running Parvis");
  withFilter(audit.command("search"))
    .description("print records, newest first")
    .option("--limit <count>", "how many at most", count, 50)
    .option("--json", "one JSON document on standard output")
    .action(async (text: string | undefined, options: Filter & { limit: number; json?: true }) =>
      done(await search(text, options)),
    );
  withFilter(audit.command("export"))
    .description("write everything a search finds to a file, as it streams")
    .addOption(new Option("--format <format>", "of the file").choices(["csv", "json"]).default("json"))
    .option("-o, --output <path>", "the file (default: standard output)")
    .action(async (text: string | undefined, options: Filter & { format: string; output?: string }) =>
      done(await write(text, options)),
    );
  audit
    .command("verify")
    .description("check that no record was changed or taken away")
    .option("--expect <hash>", "a hash noted earlier: whether a day of the log, or the newest record, still has it")
    .option("--json", "one JSON document on standard output")
    .action(async (options: { expect?: string; json?: true }) => done(await verify(options)));
  return audit;
}

async function search(text: string | undefined, options: Filter & { limit: number; json?: true }): Promise<number> {
  const connection = await connect();
  const items: Found["items"][number][] = [];
  for (let cursor: string | null = ""; cursor !== null && items.length < options.limit; ) {
    const query = queryOf(text, options);
    query.set("limit", String(Math.min(pageSize, options.limit - items.length)));
    if (cursor !== "") query.set("cursor", cursor);
    const answer = await connection.call("GET", `/api/audit?${query}`);
    if (answer.status !== 200) throw new Refusal(problemOf(answer), 1);
    const page = answer.body as Found;
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify({ records: items.map(({ sequence, occurredAt, record }) => ({ sequence, occurredAt, ...record })) }, null, 2)}\n`,
    );
    return 0;
  }
  if (items.length === 0) process.stderr.write("No records.\n");
  for (const { occurredAt, record } of items) {
    const about = [record.AddOnName ?? record.Name, record.TeamName, record.ChannelName].filter(
      (part) => part !== undefined,
    );
    process.stdout.write(
      `${occurredAt.slice(0, 19)}Z  ${record.Operation.padEnd(28)}  ${record.UserId.padEnd(28)}  ${about.join(" › ")}\n`,
    );
  }
  return 0;
}

async function write(text: string | undefined, options: Filter & { format: string; output?: string }): Promise<number> {
  const connection = await connect();
  const query = queryOf(text, options);
  query.set("format", options.format);
  const body = await connection.open(`/api/audit/export?${query}`);
  if (options.output === undefined) {
    for await (const chunk of body) process.stdout.write(chunk);
    return 0;
  }
  const file = createWriteStream(options.output);
  await pipeline(body, file).catch((error: unknown) => {
    throw new Refusal(`${options.output} cannot be written (${error instanceof Error ? error.message : error})`, 1);
  });
  process.stderr.write(`${file.bytesWritten.toLocaleString("en")} bytes written to ${options.output}\n`);
  return 0;
}

/** Whether a hash noted earlier is still one of the log's. */
async function stillThere(connection: Connection, hash: string): Promise<boolean> {
  for (let cursor: string | null = ""; cursor !== null; ) {
    const answer = await connection.call(
      "GET",
      `/api/audit/days?limit=${pageSize}${cursor === "" ? "" : `&cursor=${cursor}`}`,
    );
    if (answer.status !== 200) throw new Refusal(problemOf(answer), 1);
    const page = answer.body as { items: { hash: string }[]; nextCursor: string | null };
    if (page.items.some((day) => day.hash === hash)) return true;
    cursor = page.nextCursor;
  }
  return false;
}

async function verify({ expect, json }: { expect?: string; json?: true }): Promise<number> {
  const connection = await connect();
  const wanted = expect?.toLowerCase();
  const progress = process.stderr.isTTY === true && !json;
  let last: Step | undefined;
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of await connection.open("/api/audit/verification")) {
    const events = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) last = JSON.parse(event.replace(/^data: /, "")) as Step;
    if (progress && last?.kind === "progress") process.stderr.write(`\r${last.checked} of ${last.of} records checked`);
  }
  if (progress) process.stderr.write("\r\u001b[K");
  if (last === undefined || last.kind === "progress") throw new Refusal("the check broke off; try again", 3);
  const expected =
    wanted === undefined || (last.kind === "intact" && last.head === wanted) || (await stillThere(connection, wanted));
  const holds = last.kind === "intact" && expected;
  if (json) process.stdout.write(`${JSON.stringify({ ...last, ...(wanted === undefined ? {} : { expected }) })}\n`);
  else if (last.kind === "broken")
    process.stdout.write(
      `The log was changed: record ${last.fault.sequence} is ${last.fault.kind === "missing" ? "missing" : "not as it was written"}.\n`,
    );
  else {
    process.stdout.write(`The log is intact: ${last.checked} records. Newest hash: ${last.head}\n`);
    if (!expected)
      process.stdout.write(`But nothing in it has the hash ${wanted}: it is not the log that was noted.\n`);
  }
  return holds ? 0 : 1;
}
