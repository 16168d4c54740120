/** Whom a policy is given to or taken from, as options of a command. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { Refusal } from "../refusal.ts";

export interface WhomOptions {
  user?: string[];
  group?: string;
  rank?: number;
  global?: true;
}

function rankOf(text: string): number {
  const read = Number(text);
  if (!Number.isInteger(read) || read < 1) throw new InvalidArgumentError("Expected 1 (the best) or more.");
  return read;
}

export function withUserOrGroup(command: Command): Command {
  return command
    .addOption(
      new Option("--user <person>", "a person, by sign-in name or id; give it again for more")
        .argParser((value: string, before: string[] = []) => [...before, value])
        .conflicts("group"),
    )
    .option("--group <group>", "a group, by name or id");
}

export function withRank(command: Command): Command {
  return command.option("--rank <rank>", "of the group; 1 is the best, left out: behind all others", rankOf);
}

export type Whom =
  | { readonly people: readonly string[] }
  | { readonly group: string; readonly rank?: number | undefined };

/** @throws Refusal when nobody is named */
export function whom({ user, group, rank }: WhomOptions): Whom {
  if (group !== undefined) return { group, rank };
  if (rank !== undefined) throw new Refusal("only groups have ranks: name one with --group");
  if (user === undefined) throw new Refusal("say whom: --user, again for more, or --group");
  return { people: user };
}

export function whomText(given: Whom): string {
  return "group" in given ? `the group ${given.group}` : given.people.join(", ");
}
