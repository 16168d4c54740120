/** Whom an app is for, as arguments and options of a command. */
import { Argument, type Command } from "commander";
import { Refusal } from "../refusal.ts";

const availabilities = ["everyone", "usersAndGroups", "noone", "default"] as const;
export type Availability = (typeof availabilities)[number];

export interface AvailabilityOptions {
  user?: string[];
  group?: string[];
}

const collect = (value: string, before: string[] = []) => [...before, value];

export function withAvailability(command: Command): Command {
  return command
    .argument("<app>", "name, id, or its manifest's id")
    .addArgument(
      new Argument("<availability>", "whom it is for; default: as the organisation's settings say").choices(
        availabilities,
      ),
    )
    .option("--user <person>", "with usersAndGroups: a sign-in name or id; give it again for more", collect)
    .option("--group <group>", "with usersAndGroups: a name or id; give it again for more", collect);
}

/** What to send. @throws Refusal when people or groups are named beside another availability */
export function availabilityOf(availability: Availability, { user, group }: AvailabilityOptions): object {
  if (user === undefined && group === undefined) return { availability };
  if (availability !== "usersAndGroups") throw new Refusal("--user and --group stand beside usersAndGroups");
  return { availability, people: user ?? [], groups: group ?? [] };
}
