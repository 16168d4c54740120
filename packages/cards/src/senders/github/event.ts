import { type JsonObject, type JsonValue, objectsOf, part, textOf } from "../../json.ts";
import { plainText } from "../../markdown/plain-text.ts";
import { besidePicture, button, facts, heading, image, link, literally, shortened, text } from "../elements.ts";
import type { NativeContent } from "../native-card.ts";
import type { SayPhrase } from "../sender-phrases.ts";
import { commitComment, packagePublished, push, reference, release, wikiPages } from "./code-stories.ts";
import { githubEventName } from "./event-name.ts";
import { connected, forked, liked, plainEvent, publicized, repositoryChanged, thingChanged } from "./other-stories.ts";
import { commitStatus, deployment, run } from "./run-stories.ts";
import type { Story, Telling } from "./story.ts";
import { commented, reviewed, subjectChanged } from "./talk-stories.ts";

/** Of what people write, as much as a card has room for. */
const maximumBody = 1500;

type Teller = (telling: Telling) => Story;

const tellers: Readonly<Record<string, Teller>> = {
  ping: connected,
  push,
  pull_request: (telling) => subjectChanged(telling, "pull_request"),
  pull_request_review: reviewed,
  pull_request_review_comment: (telling) => commented(telling, "pull_request"),
  issues: (telling) => subjectChanged(telling, "issue"),
  issue_comment: (telling) => commented(telling, "issue"),
  discussion: (telling) => subjectChanged(telling, "discussion"),
  discussion_comment: (telling) => commented(telling, "discussion"),
  commit_comment: commitComment,
  release,
  workflow_run: (telling) => run(telling, part(telling.event, "workflow_run")),
  workflow_job: (telling) => run(telling, part(telling.event, "workflow_job")),
  check_run: (telling) => run(telling, part(telling.event, "check_run")),
  check_suite: (telling) => run(telling, part(telling.event, "check_suite")),
  deployment: (telling) => deployment(telling, part(telling.event, "deployment"), {}),
  deployment_status: ({ event, ...rest }) =>
    deployment({ event, ...rest }, part(event, "deployment"), part(event, "deployment_status")),
  status: commitStatus,
  star: (telling) => liked(telling),
  watch: (telling) => liked(telling, "github.watched"),
  fork: forked,
  create: (telling) => reference(telling, "created"),
  delete: (telling) => reference(telling, "deleted"),
  gollum: wikiPages,
  member: (telling) => thingChanged(telling, "member"),
  milestone: (telling) => thingChanged(telling, "milestone"),
  label: (telling) => thingChanged(telling, "label"),
  public: publicized,
  repository: repositoryChanged,
  package: packagePublished,
};

/** The kinds of event that have words of their own; all others are shown plainly. */
export const githubEventsTold = Object.keys(tellers);

/** An event of GitHub, or of Gitea or Forgejo, which write the same. */
export function githubEvent(event: JsonObject, say: SayPhrase): NativeContent {
  const name = githubEventName(event);
  const sender = part(event, "sender");
  const repository = part(event, "repository");
  const actor = textOf(sender.login) || textOf(part(event, "pusher").name) || say("github.somebody");
  const telling: Telling = { event, say, actor, repository };
  const teller = Object.hasOwn(tellers, name) ? tellers[name] : undefined;
  const story = teller === undefined ? plainEvent(telling, name) : teller(telling);
  return {
    summary: [story.sentence, story.title?.label ?? ""].filter(Boolean).join(": "),
    body: bodyOf(story, telling),
    actions: openButton(story.url ?? repository.html_url, say),
    accentColor: story.accentColor,
  };
}

/** Where it leads is its name: checks and deployments have pages of their own, and not every such event is GitHub's. */
function openButton(address: JsonValue | undefined, say: SayPhrase): JsonObject[] {
  const host = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(textOf(address))?.[1] ?? "";
  return button(say("open", { name: host === "github.com" ? "GitHub" : host }), address);
}

function bodyOf(story: Story, { event, repository }: Telling): JsonObject[] {
  const sender = part(event, "sender");
  const where = textOf(repository.full_name) || textOf(part(event, "organization").login);
  const who = [
    text(literally(story.sentence), { weight: "Bolder" }),
    ...(where === ""
      ? []
      : [text(link(where, repository.html_url), { isSubtle: true, size: "Small", spacing: "None" })]),
  ];
  const picture = image(sender.avatar_url, textOf(sender.login), { size: "Small", style: "Person" });
  const words = withoutHtml(story.markdown ?? "");
  return [
    ...besidePicture(picture, who),
    ...(story.title === undefined ? [] : [heading(link(story.title.label, story.title.url))]),
    ...(/\S/.test(plainText(words)) ? [text(words)] : []),
    ...objectsOf((story.lines ?? []).map((line) => text(line, { spacing: "Small" }))),
    ...facts(story.facts ?? []),
  ];
}

/** Templates leave comments in what people write, and bots leave markup; a card shows neither. */
function withoutHtml(markdown: string): string {
  const visible = markdown.replace(/<!--[\s\S]*?(?:-->|$)/g, "").replace(/<\/?[a-z][^<>]{0,500}>/gi, "");
  return shortened(visible.trim(), maximumBody);
}
