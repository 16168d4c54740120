import { type JsonObject, type JsonValue, part, textOf } from "../../json.ts";
import { firstLine, namesOf, type Story, shortSha, type Telling } from "./story.ts";
import { results, spelled } from "./words.ts";

/** How something that runs stands: `conclusion` once it has ended, `status` or `state` until then. */
function resultOf({ say }: Telling, run: JsonObject): { result: string; accentColor: string | undefined } {
  const state = textOf(run.conclusion) || textOf(run.state) || textOf(run.status);
  const known = Object.hasOwn(results, state) ? results[state] : undefined;
  return { result: known === undefined ? spelled(state) : say(known.phrase), accentColor: known?.accentColor };
}

/** Runs and jobs of workflows, check runs and check suites. */
export function run(telling: Telling, run: JsonObject): Story {
  const { say, event } = telling;
  const { result, accentColor } = resultOf(telling, run);
  const workflow = part(event, "workflow");
  const app = part(run, "app");
  const name = textOf(run.name) || textOf(workflow.name) || textOf(app.name) || "CI";
  const output = part(run, "output");
  const branch = run.head_branch ?? part(run, "check_suite").head_branch;
  const title =
    textOf(run.display_title) || firstLine(textOf(part(run, "head_commit").message)) || textOf(output.title);
  return {
    sentence: say("github.run", { name, result }),
    ...(title === "" ? {} : { title: { label: title, url: run.html_url } }),
    markdown: textOf(output.summary),
    facts: [
      [say("github.fact.branch"), textOf(branch)],
      [say("github.fact.commit"), shortSha(run.head_sha)],
      [say("github.fact.event"), spelled(textOf(run.event))],
    ],
    url: run.html_url ?? run.details_url,
    accentColor,
  };
}

export function deployment(telling: Telling, deployed: JsonObject, status: JsonObject): Story {
  const { say } = telling;
  const { result, accentColor } = resultOf(telling, "state" in status ? status : { state: "queued" });
  const environment = textOf(status.environment) || textOf(deployed.environment);
  return {
    sentence: say("github.deployment", { environment, result }),
    markdown: textOf(status.description) || textOf(deployed.description),
    facts: [
      [say("github.fact.branch"), textOf(deployed.ref)],
      [say("github.fact.commit"), shortSha(deployed.sha)],
    ],
    url: firstOf(status.environment_url, status.log_url, status.target_url),
    accentColor,
  };
}

/** The older commit status: one check of one commit. */
export function commitStatus(telling: Telling): Story {
  const { event, say } = telling;
  const { result, accentColor } = resultOf(telling, event);
  const message = firstLine(textOf(part(part(event, "commit"), "commit").message));
  return {
    sentence: say("github.run", { name: textOf(event.context) || "CI", result }),
    ...(message === "" ? {} : { title: { label: message, url: part(event, "commit").html_url } }),
    markdown: textOf(event.description),
    facts: [
      [say("github.fact.commit"), shortSha(event.sha)],
      [say("github.fact.branch"), namesOf(event.branches, "name")],
    ],
    url: event.target_url,
    accentColor,
  };
}

/** The first that is not empty: GitHub writes "" where it has no address. */
function firstOf(...addresses: (JsonValue | undefined)[]): JsonValue | undefined {
  return addresses.find((address) => textOf(address) !== "");
}
