import { flagOf, isObject, objectsOf, part, textOf } from "../../json.ts";
import { link, literally } from "../elements.ts";
import { accents } from "../native-card.ts";
import { did, firstLine, named, refName, type Story, shortSha, type Telling } from "./story.ts";

/** Commits that stand on the card; the rest are counted. */
const commitsShown = 8;

export function push(telling: Telling): Story {
  const { event, say, actor } = telling;
  const isTag = textOf(event.ref).startsWith("refs/tags/");
  const branch = refName(event.ref);
  const object = named(say, isTag ? "github.object.tag" : "github.object.branch", branch);
  const commits = objectsOf(event.commits);
  if (flagOf(event.deleted, false)) return { sentence: did(telling, object, "deleted"), accentColor: accents.neutral };
  const pushed = say("github.pushed", { actor, count: commits.length, branch });
  const sentence = flagOf(event.forced, false)
    ? say("github.forcePushed", { actor, branch })
    : commits.length === 0
      ? did(telling, object, flagOf(event.created, false) ? "created" : "updated")
      : pushed;
  const lines = commits.slice(0, commitsShown).map((commit) => {
    const author = part(commit, "author");
    const by = textOf(author.username) || textOf(author.name);
    return `${link(shortSha(commit.id), commit.url)} ${literally(firstLine(textOf(commit.message)))}${by === "" ? "" : ` – ${literally(by)}`}`;
  });
  const left = commits.length - lines.length;
  if (left > 0) lines.push(literally(say("more", { count: left })));
  return { sentence, lines, url: event.compare ?? event.compare_url };
}

/** A branch or a tag was made or removed by itself. */
export function reference(telling: Telling, action: "created" | "deleted"): Story {
  const { event, say } = telling;
  const phrase = event.ref_type === "tag" ? "github.object.tag" : "github.object.branch";
  return { sentence: did(telling, named(say, phrase, refName(event.ref)), action) };
}

export function release(telling: Telling): Story {
  const { event, say } = telling;
  const made = part(event, "release");
  const tag = textOf(made.tag_name);
  return {
    sentence: did(telling, named(say, "github.object.release", tag)),
    title: { label: textOf(made.name) || tag, url: made.html_url },
    markdown: textOf(made.body),
    url: made.html_url,
    accentColor: accents.good,
  };
}

export function commitComment({ event, say, actor }: Telling): Story {
  const comment = part(event, "comment");
  const object = named(say, "github.object.commit", shortSha(comment.commit_id));
  const sentence = say("github.commented", { actor, object });
  return { sentence, markdown: textOf(comment.body), url: comment.html_url };
}

export function wikiPages(telling: Telling): Story {
  const pages = objectsOf(telling.event.pages);
  const [first = {}] = pages;
  return {
    sentence: did(telling, named(telling.say, "github.object.page", first.title), textOf(first.action)),
    lines: pages.map(({ title, html_url: url }) => link(textOf(title), url)),
    url: first.html_url,
  };
}

export function packagePublished(telling: Telling): Story {
  const { event, say } = telling;
  const made = part(event, isObject(event.package) ? "package" : "registry_package");
  const version = part(made, "package_version");
  const name = [textOf(made.name), textOf(version.version)].filter(Boolean).join(" ");
  return {
    sentence: did(telling, named(say, "github.object.package", name)),
    url: version.html_url ?? made.html_url,
  };
}
