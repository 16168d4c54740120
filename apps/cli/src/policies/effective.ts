/** `parvis policies effective --user U`: the one policy of each kind that holds for somebody. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { type AssignmentReason, assignmentText } from "./assignment.ts";

interface Options {
  server?: string;
  user?: string;
  json?: true;
}

interface NamedApp {
  readonly ref: string;
  readonly displayName: string | null;
}

interface Effective {
  readonly person: { readonly upn: string; readonly displayName: string };
  readonly permission: { readonly name: string; readonly assignment: AssignmentReason };
  readonly setup: {
    readonly name: string;
    readonly assignment: AssignmentReason;
    readonly allowSideLoading: boolean;
    readonly allowUserPinning: boolean;
    readonly pinnedAppBarApps: readonly NamedApp[];
    readonly installedApps: readonly NamedApp[];
  };
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("effective")
    .description("the policies that hold for somebody, and why")
    .option("--user <person>", "sign-in name or id (default: yourself)")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (options: Options) => done(await effective(options)));
}

function describe({ person, permission, setup }: Effective): string {
  const list = (apps: readonly NamedApp[]) =>
    apps.map(({ displayName, ref }) => displayName ?? ref).join(", ") || "none";
  const yes = (value: boolean) => (value ? "yes" : "no");
  return [
    `${person.displayName} (${person.upn})`,
    `permission policy:  ${permission.name}, ${assignmentText(permission.assignment)}`,
    `setup policy:       ${setup.name}, ${assignmentText(setup.assignment)}`,
    `upload custom apps: ${yes(setup.allowSideLoading)}`,
    `pin apps oneself:   ${yes(setup.allowUserPinning)}`,
    `pinned:             ${list(setup.pinnedAppBarApps)}`,
    `installed:          ${list(setup.installedApps)}`,
    "",
  ].join("\n");
}

async function effective({ server, user, json }: Options): Promise<number> {
  const client = await ServerClient.open(server);
  const query = user === undefined ? "" : `?person=${encodeURIComponent(user)}`;
  const found = await client.call<Effective>("GET", `/api/effective-policies${query}`);
  process.stdout.write(json ? `${JSON.stringify(found)}\n` : describe(found));
  return 0;
}
