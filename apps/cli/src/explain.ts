/** `parvis explain --user U --app A`, and `--upload`: why somebody can or cannot use an app, or upload custom ones. */
import { Command, Option } from "commander";
import { serverOption } from "./input/options.ts";
import { paint } from "./output/paint.ts";
import { findAppId } from "./policies/apps.ts";
import { type AssignmentReason, assignmentText, groupText, type ReachedGroup } from "./policies/assignment.ts";
import { Refusal } from "./refusal.ts";
import { ServerClient } from "./server/client.ts";
import { findTeam } from "./server/places.ts";

interface Options {
  server?: string;
  user?: string;
  app?: string;
  upload?: true;
  team?: string;
  json?: true;
}

interface Gate {
  readonly gate: string;
  readonly passed: boolean;
  readonly setting: string;
  readonly value: string;
  readonly setByName: string | null;
  readonly setBy: string | null;
  readonly since: string | null;
  readonly policy: { readonly name: string; readonly assignment: AssignmentReason } | null;
  readonly through: (ReachedGroup & { readonly kind: "person" | "group" }) | null;
}

interface Decision {
  readonly allowed: boolean;
  readonly person: { readonly upn: string; readonly displayName: string };
  readonly app: { readonly id: string; readonly displayName: string };
  readonly gates: readonly Gate[];
  readonly further: readonly Gate[];
  readonly decidedBy: { readonly version: number; readonly effectiveSince: string | null };
}

interface UploadDecision {
  readonly allowed: boolean;
  readonly person: { readonly upn: string; readonly displayName: string };
  readonly gates: readonly Gate[];
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("explain")
    .description("say why somebody can or cannot use an app: each question that was asked, and who set the answer")
    .option("--user <person>", "whom it is about: sign-in name or id (default: yourself)")
    .option("--app <app>", "the app: name, id, or its manifest's id")
    .addOption(new Option("--upload", "instead of an app: uploading custom apps").conflicts("app"))
    .option("--team <team>", "with --upload, for this team and not for oneself: name or id")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (options: Options) => done(await explain(options)));
}

const questions: Readonly<Record<string, string>> = {
  "sideloaded-for": "uploaded for them",
  "organisation-setting": "organisation setting",
  "app-status": "status of the app",
  availability: "availability",
  "permission-policy": "permission policy",
  cloud: "cloud of the organisation",
  "setup-policy": "setup policy",
  "team-setting": "setting of the team",
};

function gateLines(gate: Gate): string {
  const { passed, setting, value, policy, through, setBy, setByName, since } = gate;
  const mark = passed ? paint("green", "✓") : paint("red", "✗");
  const by = since === null ? "default" : `set by ${setByName ?? setBy ?? "Parvis"} on ${since.slice(0, 19)}Z`;
  const more = [
    policy && `policy ${policy.name}, ${assignmentText(policy.assignment)}`,
    through && `through the ${through.kind} ${groupText(through)}`,
    by,
  ].filter((part) => part !== null);
  return `${mark} ${(questions[gate.gate] ?? gate.gate).padEnd(21)} ${setting}: ${value}\n  ${" ".repeat(21)} ${paint("dim", more.join("; "))}\n`;
}

/** For a person who reads: the verdict first, then every question in order. */
function describe({ allowed, person, app, gates, further, decidedBy }: Decision): string {
  const verdict = allowed ? paint("green", "may use") : paint("red", "may not use");
  const since = decidedBy.effectiveSince === null ? "" : `, in force since ${decidedBy.effectiveSince.slice(0, 19)}Z`;
  return [
    `${person.displayName} (${person.upn}) ${verdict} ${app.displayName} (${app.id})\n\n`,
    ...gates.map(gateLines),
    ...(further.length === 0 ? [] : ["\nBehind that, all the same:\n", ...further.map(gateLines)]),
    `\n${paint("dim", `Version ${decidedBy.version} of the policies${since}.`)}\n`,
  ].join("");
}

async function explainUpload({ server, user, team: wanted, json }: Options): Promise<number> {
  const client = await ServerClient.open(server);
  const team = wanted === undefined ? undefined : await findTeam(client, wanted);
  const query = new URLSearchParams({ ...(team && { team: team.id }), ...(user !== undefined && { person: user }) });
  const decision = await client.call<UploadDecision>("GET", `/api/upload-access?${query}`);
  if (json) {
    process.stdout.write(`${JSON.stringify(decision)}\n`);
    return 0;
  }
  const { allowed, person, gates } = decision;
  const verdict = allowed ? paint("green", "may upload") : paint("red", "may not upload");
  const where = team === undefined ? "for themselves" : `for ${team.displayName} (${team.id})`;
  const head = `${person.displayName} (${person.upn}) ${verdict} custom apps ${where}\n\n`;
  process.stdout.write(head + gates.map(gateLines).join(""));
  return 0;
}

async function explain(options: Options): Promise<number> {
  const { server, user, app, upload, team, json } = options;
  if (upload) return await explainUpload(options);
  if (app === undefined) throw new Refusal("say which app with --app, or --upload");
  if (team !== undefined) throw new Refusal("--team stands beside --upload");
  const client = await ServerClient.open(server);
  const query = new URLSearchParams({ app: await findAppId(client, app), ...(user !== undefined && { person: user }) });
  const decision = await client.call<Decision>("GET", `/api/access?${query}`);
  process.stdout.write(json ? `${JSON.stringify(decision)}\n` : describe(decision));
  return 0;
}
