import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const bin = join(import.meta.dirname, "../../../cli/bin/parvis.js");

/** Where a command runs: which Parvis it talks to, and the folder it is in and keeps its sign-ins in. */
export interface CliSurroundings {
  readonly url: string;
  readonly home: string;
}

/** What is unlike Ada at an empty terminal: variables of the environment, and what stands on standard input. */
export type CliDifference = Readonly<Record<string, string>> & { readonly input?: string };

/** `parvis …` as people run it: a process of its own against a whole Parvis; Ada's, unless the environment says otherwise. */
export async function runParvis(
  { url, home }: CliSurroundings,
  args: readonly string[],
  { input = "", ...environment }: CliDifference = {},
): Promise<{ out: string; err: string; code: number | null }> {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: home,
    env: {
      ...process.env,
      XDG_CONFIG_HOME: home,
      PARVIS_URL: url,
      PARVIS_USER: "ada@contoso.test",
      PARVIS_PASSWORD: "correct-horse-1",
      NO_COLOR: "1",
      ...environment,
    },
  });
  // A command that is wrong ends without reading.
  child.stdin.on("error", () => undefined).end(input);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.on("close", done)),
  ]);
  return { out, err, code };
}

export const megan = { PARVIS_USER: "megan@contoso.test", PARVIS_PASSWORD: "correct-horse-2" };
/** Whom no variable of the environment names. */
export const nobody = { PARVIS_USER: "", PARVIS_PASSWORD: "" };
