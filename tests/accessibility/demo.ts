import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownDatabase } from "../../apps/server/src/testing/own-database.ts";
import { hasPrivateServer } from "../../tools/parvis-process.ts";

export interface Demo {
  readonly url: string;
  stop(): Promise<void>;
}

/** Contoso as `npm run demo` shows it, in a data folder of its own. */
export async function startDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), "parvis-accessibility-"));
  const database = hasPrivateServer ? undefined : await ownDatabase(process.env.PARVIS_DATABASE_URL ?? "");
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, "../../apps/cli/bin/parvis.js"), "start", "--demo"],
    {
      stdio: ["ignore", "pipe", "inherit"],
      // PORT is the example connector's: any.
      env: {
        ...process.env,
        PARVIS_DATA: folder,
        PARVIS_DATABASE_URL: database?.url ?? "",
        PARVIS_PORT: "0",
        PORT: "0",
        PARVIS_LOG_LEVEL: "silent",
        // Webhooks of mailboxes need a mail server by name; nothing is sent there.
        PARVIS_SMTP_URL: "smtp://127.0.0.1:9",
      },
    },
  );
  const stop = async () => {
    if (child.exitCode === null && child.kill("SIGTERM")) await once(child, "exit");
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  };
  const url = await new Promise<string | undefined>((resolve) => {
    let said = "";
    child.stdout?.on("data", (part: Buffer) => {
      said += part.toString();
      const ready = /ready at (\S+)/.exec(said)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    child.once("exit", () => resolve(undefined));
  });
  if (url !== undefined) return { url, stop };
  await stop();
  throw new Error("The demo did not start; the reason stands above.");
}
