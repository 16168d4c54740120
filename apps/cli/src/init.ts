import { Command } from "commander";
export function command(done: (exitCode: number) => void): Command {
  return new Command("init").action(() => done(0));
}
