/** `parvis login`: signs a person in for the commands that ask a running Parvis. */
import { Argument, Command } from "commander";
import { serverOption } from "./input/options.ts";
import { ask, readPassword } from "./input/secret.ts";
import { send, serverMeant, signIn } from "./server/connection.ts";
import { dropLogin, writeLogin } from "./server/login-store.ts";

interface Options {
  server?: string;
  user?: string;
  passwordStdin?: true;
  out?: true;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("login")
    .description("sign in to a running Parvis; the password is asked for, piped in, or taken from PARVIS_PASSWORD")
    .addArgument(new Argument("[url]", "where it is, as with --server"))
    .addOption(serverOption())
    .option("-u, --user <name>", "sign-in name, such as ada@contoso.test (default: PARVIS_USER, else it is asked)")
    .option("--password-stdin", "read the password from standard input, also where it could be asked for")
    .option("--out", "sign out, and forget the session")
    .option("--json", "one JSON document on standard output")
    .action(async (url: string | undefined, options: Options) => {
      const server = await serverMeant(options.server ?? url);
      done(await (options.out ? leave(server, options) : login(server, options)));
    });
}

async function login(server: string, { user, passwordStdin, json }: Options): Promise<number> {
  const upn =
    user ??
    (process.env.PARVIS_USER || undefined) ??
    (await ask("Sign-in name:", "--user must be given where nobody can be asked"));
  const password = await readPassword("PARVIS_PASSWORD", `Password of ${upn}:`, passwordStdin === true);
  const made = await signIn(server, upn, password);
  await writeLogin(made);
  const { tenantId } = made;
  if (json) process.stdout.write(`${JSON.stringify({ signedIn: true, url: server, upn: made.upn, tenantId })}\n`);
  else process.stdout.write(`Signed in to ${server} as ${made.upn}.\n`);
  return 0;
}

async function leave(server: string, { json }: Options): Promise<number> {
  const dropped = await dropLogin(server);
  // The session ends there too, if the server can be told; here it is forgotten in any case.
  if (dropped !== undefined)
    await send(`${server}/api/session`, { method: "DELETE", headers: { Cookie: dropped.cookie } }).catch(
      () => undefined,
    );
  if (json) process.stdout.write(`${JSON.stringify({ signedIn: false, url: server })}\n`);
  else
    process.stdout.write(dropped === undefined ? `Nobody was signed in to ${server}.\n` : `Signed out of ${server}.\n`);
  return 0;
}
