/** A text file that a command is given, or standard input. */
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { Refusal } from "../refusal.ts";

/** @param path `-` reads standard input. @throws Refusal when it cannot be read */
export async function readTextInput(path: string): Promise<string> {
  if (path === "-") return await text(process.stdin);
  return await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`${path} cannot be read (${error.code ?? error.message})`);
  });
}
