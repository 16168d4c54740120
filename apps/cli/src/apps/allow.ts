/** `parvis apps allow APP…`: those for whom they are available may use them again. */
import type { Command } from "commander";
import { statusCommand } from "./status.ts";

export function command(done: (exitCode: number) => void): Command {
  return statusCommand("allow", "allowed", "allow apps that were blocked; administrators only", done);
}
