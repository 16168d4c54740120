/** `parvis login [URL]`: signs a person in for the commands that ask a running Parvis. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { Command } from "commander";
import { Refusal } from "./refusal.ts";
import { defaultUrl, signIn } from "./server/connection.ts";
import { dropLogin, writeLogin } from "./server/login-store.ts";

interface Options {
  user?: string;
  passwordStdin?: true;
  out?: true;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("login")
    .description("sign in to a running Parvis; later commands ask it in your name")
    .argument("[url]", "where it is", process.env.PARVIS_URL || defaultUrl)
    .option("-u, --user <name>", "sign-in name (default: PARVIS_USER, else it is asked)")
    .option("--password-stdin", "read the password from standard input (default: PARVIS_PASSWORD, else it is asked)")
    .option("--out", "sign out instead")
    .option("--json", "one JSON document on standard output; asks nothing")
    .action(async (url: string, options: Options) => done(await login(url.replace(/\/+$/, ""), options)));
}

/** Asks on the terminal; a secret is not shown while it is typed. */
async function ask(question: string, secret: boolean): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, written) => written() });
  const terminal = createInterface({ input: process.stdin, output: secret ? silent : process.stderr, terminal: true });
  const given = await terminal.question("");
  terminal.close();
  if (secret) process.stderr.write("\n");
  return given;
}

async function login(url: string, { user, passwordStdin, out, json }: Options): Promise<number> {
  if (!URL.canParse(url)) throw new Refusal(`“${url}” is no address; expected one like ${defaultUrl}`);
  if (out) {
    await dropLogin();
    process.stdout.write(json ? '{"signedIn":false}\n' : "Signed out.\n");
    return 0;
  }
  const mayAsk = process.stdin.isTTY === true && json === undefined;
  const upn = user ?? process.env.PARVIS_USER ?? (mayAsk ? await ask("Sign-in name: ", false) : undefined);
  if (!upn) throw new Refusal("--user must be given where nobody can be asked");
  const password = passwordStdin
    ? (await text(process.stdin)).replace(/\r?\n$/, "")
    : (process.env.PARVIS_PASSWORD ?? (mayAsk ? await ask(`Password of ${upn}: `, true) : undefined));
  if (!password)
    throw new Refusal("give the password by --password-stdin or PARVIS_PASSWORD where nobody can be asked");
  const made = await signIn(url, upn, password);
  await writeLogin(made);
  const { tenantId } = made;
  process.stdout.write(
    json
      ? `${JSON.stringify({ signedIn: true, url, upn: made.upn, tenantId })}\n`
      : `Signed in to ${url} as ${made.upn}.\n`,
  );
  return 0;
}
