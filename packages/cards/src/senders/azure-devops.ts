import { type JsonObject, part, textOf } from "../json.ts";
import { plainText } from "../markdown/plain-text.ts";
import { safeLink } from "../safe-url.ts";
import { button, facts, heading, literally, shortened, text } from "./elements.ts";
import { accents, type NativeContent } from "./native-card.ts";
import type { SayPhrase } from "./sender-phrases.ts";

/** What a resource may be about, the narrowest first: of a stage's run, how the stage went. */
const subjects = ["job", "stage", "environment", "approval", "pullRequest", "run", "release"];

const resultAccents: Readonly<Record<string, string>> = {
  succeeded: accents.good,
  approved: accents.good,
  failed: accents.bad,
  rejected: accents.bad,
  partiallysucceeded: accents.warning,
  canceled: accents.neutral,
  stopped: accents.neutral,
  abandoned: accents.neutral,
};

/**
 * An event of a service hook of Azure DevOps (https://learn.microsoft.com/azure/devops/service-hooks/events). Every
 * kind brings what happened in words of its own, so that one way of showing serves all of them.
 */
export function azureDevOpsEvent(event: JsonObject, say: SayPhrase): NativeContent {
  const resource = part(event, "resource");
  const subject = subjects.map((name) => part(resource, name)).find((each) => Object.keys(each).length > 0) ?? resource;
  const said = messageOf(part(event, "detailedMessage")) || messageOf(part(event, "message"));
  const [sentence = "", ...details] = (said || literally(say("azureDevOps.event"))).split("\n");
  const plain = plainText(sentence);
  // Sentences about a pull request do not name it.
  const title = plain.includes(textOf(subject.title)) ? "" : textOf(subject.title);
  return {
    summary: [plain, title].filter(Boolean).join(": "),
    body: [
      heading(shortened(sentence)),
      ...(title === "" ? [] : [text(literally(title), { spacing: "Small" })]),
      ...(details.length === 0 ? [] : [text(shortened(details.join("\n").trim()), { spacing: "Small" })]),
      ...facts([
        [say("azureDevOps.project"), projectOf(resource, subject)],
        [say("azureDevOps.repository"), textOf(part(subject, "repository").name)],
        [say("github.fact.branch"), branchesOf(subject)],
        [say("azureDevOps.pipeline"), pipelineOf(resource)],
      ]),
    ],
    actions: button(say("open", { name: "Azure DevOps" }), addressOf(resource, subject, said)),
    accentColor: accentOf(event, subject),
  };
}

/** The message as Markdown, without what it says of fields that are empty. */
function messageOf(message: JsonObject): string {
  const written = textOf(message.markdown) || textOf(message.text);
  return (
    written
      // Events of releases bring escaped line ends and items of HTML in their Markdown.
      .replace(/\\r\\n|\r\n?/g, "\n")
      .replace(/<li>/g, "* ")
      .replace(/<[/\\]li>/g, "")
      .replace(/\[([^[\]]*)\]\(([^()]*)\)/g, mendedLink)
      .split("\n")
      .filter((line) => !/^\s*[-*+] [^:]{1,60}:\s*$/.test(line))
      .join("\n")
      .trim()
  );
}

/** Some kinds write the label where the address belongs, or a title. */
function mendedLink(link: string, label: string, address: string): string {
  if (safeLink(address) !== undefined) return link;
  return safeLink(label) === undefined ? `${label} (${address})` : `[${address}](${label})`;
}

function projectOf(resource: JsonObject, subject: JsonObject): string {
  const ofRepository = part(part(subject, "repository"), "project");
  const ofWorkItem = [resource, part(resource, "revision")].map((item) => part(item, "fields")["System.TeamProject"]);
  const names = [part(resource, "project").name, ofRepository.name, ...ofWorkItem];
  return names.map((name) => textOf(name)).find(Boolean) ?? "";
}

function branchesOf(subject: JsonObject): string {
  const names = [subject.sourceRefName ?? subject.sourceBranch, subject.targetRefName];
  return names
    .map((name) => textOf(name).replace(/^refs\/(?:heads\/)?/, ""))
    .filter(Boolean)
    .join(" → ");
}

function pipelineOf(resource: JsonObject): string {
  const release = part(resource, "release");
  const places = [part(resource, "definition"), part(resource, "pipeline"), part(release, "releaseDefinition")];
  return places.map(({ name }) => textOf(name)).find(Boolean) ?? "";
}

/** The page of what happened: as the event names it, or as its message links it. Addresses of the API are no pages. */
function addressOf(resource: JsonObject, subject: JsonObject, said: string): string | undefined {
  const [links, linksOfRelease] = [part(subject, "_links"), part(part(resource, "release"), "_links")];
  const linked = [...said.matchAll(/\]\(([^()\s]+)\)/g)].map(([, address]) => address ?? "");
  const repository = textOf(part(subject, "repository").remoteUrl);
  const pullRequest = textOf(subject.pullRequestId);
  return [
    ...[part(links, "web"), part(links, "html"), part(linksOfRelease, "web")].map(({ href }) => textOf(href)),
    ...linked,
    pullRequest === "" || repository === "" ? "" : `${repository}/pullrequest/${pullRequest}`,
    repository,
  ].find((address) => address !== "" && !address.includes("/_apis/"));
}

/** Builds say their result as `status` in the first version of their resource, and as `result` since. */
function accentOf(event: JsonObject, subject: JsonObject): string | undefined {
  if (textOf(event.eventType).startsWith("git.pullrequest") && textOf(subject.status) === "completed")
    return accents.merged;
  const states = [subject.result, subject.status].map((state) => textOf(state).toLowerCase());
  const known = states.find((state) => Object.hasOwn(resultAccents, state));
  return known === undefined ? undefined : resultAccents[known];
}
