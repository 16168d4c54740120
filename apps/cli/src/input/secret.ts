/** Passwords come from the environment, a pipe or a prompt; never from an argument, which anybody can read. */
import { createInterface } from "node:readline";
import { createInterface as promises } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { Refusal } from "../refusal.ts";

/** A line that is asked for on a terminal. @throws Refusal where nobody can be asked. */
export async function ask(question: string, otherwise: string): Promise<string> {
  if (process.stdin.isTTY !== true) throw new Refusal(otherwise);
  const terminal = promises({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} `);
  terminal.close();
  return answer.trim();
}

/** A line that is not shown while it is typed. */
async function askHidden(question: string): Promise<string> {
  process.stderr.write(`${question} `);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  return await new Promise((resolve, reject) => {
    terminal.on("line", (line) => {
      terminal.close();
      process.stderr.write("\n");
      resolve(line);
    });
    terminal.on("SIGINT", () => {
      terminal.close();
      process.stderr.write("\n");
      reject(new Refusal("nothing was done", 1));
    });
  });
}

/** @param piped read from standard input whatever else there is. @throws Refusal when there is none. */
export async function readPassword(variable: string, question: string, piped: boolean): Promise<string> {
  const given = process.env[variable];
  if (!piped && given !== undefined && given !== "") return given;
  if (!piped && process.stdin.isTTY === true) return await askHidden(question);
  const [line = ""] = (await text(process.stdin)).split(/\r?\n/);
  if (line === "")
    throw new Refusal(`no password: give it in ${variable}, on standard input, or where it can be asked for`);
  return line;
}
