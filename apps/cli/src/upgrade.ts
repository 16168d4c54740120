import { Command } from "commander";
export function command(done: (exitCode: number) => void): Command {
  return new Command("upgrade").action(() => done(0));
}
