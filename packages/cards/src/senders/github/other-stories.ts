import { isObject, type JsonObject, part, textOf } from "../../json.ts";
import { accents } from "../native-card.ts";
import type { SenderPhrase } from "../sender-phrases.ts";
import { did, named, type Story, type Telling } from "./story.ts";
import { spelled } from "./words.ts";

export function connected({ event, say, repository }: Telling): Story {
  const where = textOf(repository.full_name) || textOf(part(event, "organization").login);
  return {
    sentence: say("github.connected", { repository: where }),
    markdown: textOf(event.zen),
    accentColor: accents.good,
  };
}

/** Somebody likes the repository, no longer likes it, or wants to hear of it. */
export function liked({ event, say, actor, repository }: Telling, phrase?: SenderPhrase): Story {
  const taken = event.action === "deleted";
  return {
    sentence: say(phrase ?? (taken ? "github.unstarred" : "github.starred"), {
      actor,
      repository: textOf(repository.full_name),
    }),
    facts: [[say("github.fact.stars"), textOf(repository.stargazers_count)]],
  };
}

export function forked({ event, say, actor, repository }: Telling): Story {
  const forkee = part(event, "forkee");
  return {
    sentence: say("github.forked", { actor, repository: textOf(repository.full_name) }),
    title: { label: textOf(forkee.full_name), url: forkee.html_url },
    facts: [[say("github.fact.forks"), textOf(repository.forks_count)]],
    url: forkee.html_url,
  };
}

export function publicized({ say, actor, repository }: Telling): Story {
  return { sentence: say("github.publicized", { actor, repository: textOf(repository.full_name) }) };
}

export function repositoryChanged(telling: Telling): Story {
  const { event, say, repository } = telling;
  if (event.action === "publicized") return publicized(telling);
  return { sentence: did(telling, named(say, "github.object.repository", repository.full_name)) };
}

/** A member, a milestone or a label. */
export function thingChanged(telling: Telling, name: "member" | "milestone" | "label"): Story {
  const thing = part(telling.event, name);
  const title = textOf(thing.login) || textOf(thing.title) || textOf(thing.name);
  return {
    sentence: did(telling, named(telling.say, `github.object.${name}`, title)),
    markdown: textOf(thing.description),
    url: thing.html_url,
  };
}

/** An event without words of its own: its name, its action and what can be read of its object. */
export function plainEvent({ event, say, actor }: Telling, name: string): Story {
  const object: JsonObject = isObject(event[name]) ? event[name] : {};
  const advisory = part(object, "security_advisory");
  const rule = part(object, "rule");
  const words = [object.title, object.name, advisory.summary, rule.description, object.summary, object.login];
  const title = words.map((value) => textOf(value)).find((value) => value !== "") ?? "";
  const action = spelled(textOf(event.action));
  return {
    sentence: say("github.plain", { event: spelled(name), action: action === "" ? actor : `${action} (${actor})` }),
    ...(title === "" ? {} : { title: { label: title, url: object.html_url } }),
    facts: [[say("github.fact.state"), spelled(textOf(object.state))]],
    url: object.html_url,
  };
}
