import { isObject, type JsonObject } from "../../json.ts";

/** Fields that events of any kind may have. */
const commonFields = new Set([
  "action",
  "repository",
  "organization",
  "enterprise",
  "installation",
  "sender",
  "changes",
  "assignee",
  "label",
  "milestone",
]);

/** What tells a kind of event, the most telling first: several events carry the object of another one along. */
const telling: readonly (readonly [event: string, has: (event: JsonObject) => boolean])[] = [
  ["ping", ({ zen, hook }) => typeof zen === "string" && isObject(hook)],
  ["push", ({ commits, ref }) => Array.isArray(commits) && typeof ref === "string"],
  ["pull_request_review", (event) => both(event, "pull_request", "review")],
  ["pull_request_review_comment", (event) => both(event, "pull_request", "comment")],
  ["pull_request_review_thread", (event) => both(event, "pull_request", "thread")],
  ["pull_request", ({ pull_request }) => isObject(pull_request)],
  ["issue_comment", (event) => both(event, "issue", "comment")],
  ["issues", ({ issue }) => isObject(issue)],
  ["discussion_comment", (event) => both(event, "discussion", "comment")],
  ["discussion", ({ discussion }) => isObject(discussion)],
  ["commit_comment", ({ comment }) => isObject(comment) && typeof comment.commit_id === "string"],
  ["release", ({ release }) => isObject(release)],
  ["deployment_status", ({ deployment_status }) => isObject(deployment_status)],
  ["deployment", ({ deployment }) => isObject(deployment)],
  ["workflow_job", ({ workflow_job }) => isObject(workflow_job)],
  ["workflow_run", ({ workflow_run }) => isObject(workflow_run)],
  ["check_run", ({ check_run }) => isObject(check_run)],
  ["check_suite", ({ check_suite }) => isObject(check_suite)],
  ["status", ({ sha, state }) => typeof sha === "string" && typeof state === "string"],
  ["fork", ({ forkee }) => isObject(forkee)],
  ["star", ({ starred_at }) => starred_at !== undefined],
  ["create", ({ ref_type, master_branch }) => typeof ref_type === "string" && master_branch !== undefined],
  ["delete", ({ ref_type }) => typeof ref_type === "string"],
  ["gollum", ({ pages }) => Array.isArray(pages)],
  ["member", ({ member, team }) => isObject(member) && team === undefined],
  ["package", (event) => isObject(event.package) || isObject(event.registry_package)],
];

/** The name of an event as GitHub has it in `X-GitHub-Event`, told from its fields; one nobody knows has its own. */
export function githubEventName(event: JsonObject): string {
  const known = telling.find(([, has]) => has(event));
  if (known !== undefined) return known[0];
  const own = Object.keys(event).find((name) => !commonFields.has(name) && isObject(event[name]));
  if (own !== undefined) return own;
  if (isObject(event.milestone)) return "milestone";
  if (isObject(event.label)) return "label";
  if (event.action === "started") return "watch";
  if (event.action === undefined) return "public";
  return isObject(event.repository) ? "repository" : "organization";
}

function both(event: JsonObject, one: string, other: string): boolean {
  return isObject(event[one]) && isObject(event[other]);
}
