/** `parvis start`: everything to run Parvis. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { keepYoungSpaceSmall } from "@parvis/server/young-space";
import { Command } from "commander";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const impatienceMilliseconds = 1_000;

/** Errors that a person can act on: their sentence is enough, a stack would only hide it. */
const plain = new Set(["ConfigurationError", "PrivateServerError", "BootstrapError"]);

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (plain.has(error.name)) return error.message;
  const { code, port, address } = error as { code?: string; port?: number; address?: string };
  if (code === "EADDRINUSE") {
    return `Something else listens on port ${port} of ${address} already. Stop it, or choose another port with PARVIS_PORT.`;
  }
  if (code === "EACCES" && port !== undefined)
    return `Parvis may not listen on port ${port}. Choose one above 1023 with PARVIS_PORT.`;
  return error.stack ?? error.message;
}

function demoEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const demo = { PARVIS_DATA: join(root, "data-demo"), PARVIS_BOOTSTRAP: join(root, "examples/demo/contoso.yaml") };
  return { ...environment, ...Object.fromEntries(Object.entries(demo).filter(([name]) => !environment[name])) };
}

/** The parent of a process, where /proc tells. */
function parentOf(pid: number): number | undefined {
  try {
    // "pid (name) state ppid …"; the name may hold anything but ends with the last bracket.
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);
  } catch {
    return undefined;
  }
}

/**
 * npm runs its scripts through a shell; of a signal one of the two dies without passing it on. Started by npm, Parvis
 * therefore stops in good order when either is gone.
 */
function stopWithNpm(stop: () => Promise<void>): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  setInterval(() => (process.ppid !== shell || parentOf(shell) !== npm) && void stop(), 500).unref();
}

function startSampleConnector(parvisUrl: string): ChildProcess {
  return spawn(process.execPath, [join(root, "examples/todo-connector/src/main.ts")], {
    stdio: "inherit",
    env: { ...process.env, PARVIS_URL: parvisUrl },
  });
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("start")
    .description("run Parvis; set it with PARVIS_ variables, see docs/reference/configuration.md")
    .option("--demo", "an organisation to look at, in a data folder of its own, with the example connector running")
    .action(async ({ demo = false }: { demo?: boolean }) => done(await start(demo)));
}

/**
 * Builds the web client when its sources changed, starts Parvis, prints its address, and stops it in good order on SIGINT or
 * SIGTERM. A second signal does not wait.
 * @returns the exit code; while Parvis runs, nothing more happens and the process lives on.
 */
async function start(demo: boolean): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  try {
    keepYoungSpaceSmall();
    const { buildClient } = await import("@parvis/web/build");
    buildClient(say);
    const { readConfiguration, startServer } = await import("@parvis/server");
    const configuration = readConfiguration(demo ? demoEnvironment(process.env) : process.env);
    const server = await startServer(configuration, { demo });
    const sample = demo ? startSampleConnector(server.url) : undefined;

    let stoppingSince = 0;
    const stop = async () => {
      // npm and a terminal both pass Ctrl+C on; only a person's second one means "do not wait".
      if (stoppingSince > 0 && Date.now() - stoppingSince > impatienceMilliseconds) process.exit(130);
      if (stoppingSince > 0) return;
      stoppingSince = Date.now();
      say("Stopping …");
      sample?.kill();
      await server.stop();
      process.exit(0);
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
    stopWithNpm(stop);

    say(`Parvis is ready at ${server.url}`);
    if (server.setupLink !== undefined) say(`Open this link once to set it up:\n  ${server.setupLink}`);
    if (demo) say("Sign in as admin@contoso.test with correct-horse-1, or as megan@contoso.test with correct-horse-2.");
    return 0;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }
}
