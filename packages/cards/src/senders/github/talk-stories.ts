import { flagOf, type JsonObject, part, textOf } from "../../json.ts";
import { accents } from "../native-card.ts";
import type { SenderPhrase } from "../sender-phrases.ts";
import { did, named, namesOf, numbered, type Story, type Telling } from "./story.ts";

/** What people talk about: pull requests, issues and discussions. */
export type Subject = "pull_request" | "issue" | "discussion";

const nouns: Record<Subject, SenderPhrase> = {
  pull_request: "github.object.pullRequest",
  issue: "github.object.issue",
  discussion: "github.object.discussion",
};

/** Actions that put the text itself before people; for others its title is enough. */
const tellingActions = new Set(["opened", "created", "edited", "reopened", "ready_for_review"]);

function subjectOf({ event, say }: Telling, kind: Subject) {
  const subject = part(event, kind);
  // Comments on pull requests come as comments on issues.
  const noun = nouns[kind === "issue" && subject.pull_request !== undefined ? "pull_request" : kind];
  const title = { label: textOf(subject.title), url: subject.html_url };
  return { subject, object: named(say, noun, numbered(subject)), title };
}

export function subjectChanged(telling: Telling, kind: Subject): Story {
  const { event } = telling;
  const { subject, object, title } = subjectOf(telling, kind);
  const action = textOf(event.action);
  const merged = action === "closed" && flagOf(subject.merged, false);
  return {
    sentence: changeSentence(telling, object, merged ? "merged" : action),
    title,
    ...(tellingActions.has(action) ? { markdown: textOf(subject.body) } : {}),
    facts: subjectFacts(telling, subject),
    url: subject.html_url,
    accentColor: merged ? accents.merged : action === "closed" ? accents.bad : accents.good,
  };
}

function changeSentence(telling: Telling, object: string, action: string): string {
  const { say, actor } = telling;
  if (action === "ready_for_review") return say("github.readyForReview", { actor, object });
  if (action === "converted_to_draft") return say("github.draft", { actor, object });
  if (action === "review_requested") return say("github.reviewRequested", { actor, object });
  return did(telling, object, action);
}

function subjectFacts({ say }: Telling, subject: JsonObject): [string, string][] {
  const [base, head] = [textOf(part(subject, "base").ref), textOf(part(subject, "head").ref)];
  const [added, removed] = [textOf(subject.additions), textOf(subject.deletions)];
  return [
    [say("github.fact.branch"), base === "" ? "" : `${base} ← ${head}`],
    [say("github.fact.changes"), added === "" ? "" : `+${added} −${removed}`],
    [say("github.fact.labels"), namesOf(subject.labels, "name")],
    [say("github.fact.assignees"), namesOf(subject.assignees, "login")],
  ];
}

export function commented(telling: Telling, kind: Subject): Story {
  const { event, say, actor } = telling;
  const { object, title } = subjectOf(telling, kind);
  const comment = part(event, "comment");
  const isNew = textOf(event.action) === "created";
  return {
    sentence: isNew
      ? say("github.commented", { actor, object })
      : say("github.plain", { event: say("github.commented", { actor, object }), action: textOf(event.action) }),
    title,
    markdown: textOf(comment.body),
    url: comment.html_url,
  };
}

const reviewColors: Record<string, string> = { approved: accents.good, changes_requested: accents.bad };

export function reviewed(telling: Telling): Story {
  const { event, say, actor } = telling;
  const { object, title } = subjectOf(telling, "pull_request");
  const review = part(event, "review");
  const state = textOf(review.state).toLowerCase();
  const sentence = () => {
    if (event.action === "dismissed") return say("github.reviewDismissed", { actor, object });
    if (state === "approved") return did(telling, object, "approved");
    if (state === "changes_requested") return say("github.changesRequested", { actor, object });
    return say("github.commented", { actor, object });
  };
  return {
    sentence: sentence(),
    title,
    markdown: textOf(review.body),
    url: review.html_url,
    accentColor: reviewColors[state],
  };
}
