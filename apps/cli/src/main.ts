/** The `parvis` command. Only the asked command's own file is loaded, so that a short one stays short. */
import { Command, CommanderError } from "commander";
import { commands } from "./commands.ts";
import { Refusal } from "./refusal.ts";

const usage = 2;

/** Wrong usage of a command, or of one below it, ends here and not in the library. */
function strict(command: Command): Command {
  for (const each of command.commands) strict(each);
  return command.exitOverride().showHelpAfterError();
}

async function run(argv: string[]): Promise<number> {
  const program = new Command("parvis").description("Parvis: a self-hosted app platform that speaks Microsoft Teams.");
  program.exitOverride().showHelpAfterError().enablePositionalOptions();
  const name = argv.find((word) => !word.startsWith("-")) ?? "";
  const asked = Object.hasOwn(commands, name) ? commands[name] : undefined;
  let code = 0;
  for (const [each, { summary }] of Object.entries(commands))
    if (each !== name) program.command(each).description(summary);
  if (asked !== undefined) {
    const { command } = await asked.load();
    const child = await command((result) => {
      code = result;
    });
    program.addCommand(strict(child));
  }
  if (argv.length === 0) {
    program.outputHelp();
    return usage;
  }
  await program.parseAsync(argv, { from: "user" });
  return code;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : usage;
  else if (error instanceof Refusal) {
    process.stderr.write(`parvis: ${error.message}\n`);
    process.exitCode = error.exitCode;
  } else throw error;
}
