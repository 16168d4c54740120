/** `parvis apps block APP…`: nobody discovers, installs or uses them any more. */
import type { Command } from "commander";
import { statusCommand } from "./status.ts";

export function command(done: (exitCode: number) => void): Command {
  return statusCommand("block", "blocked", "block apps for the whole organisation; administrators only", done);
}
