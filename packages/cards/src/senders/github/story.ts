import { type JsonObject, type JsonValue, objectsOf, textOf } from "../../json.ts";
import type { SayPhrase, SenderPhrase } from "../sender-phrases.ts";
import { spelled, verbs } from "./words.ts";

/** What an event tells, before it is laid out. Plain texts, but for `markdown` and `lines`. */
export interface Story {
  /** Who did what. */
  sentence: string;
  title?: { label: string; url: JsonValue | undefined };
  /** What a person wrote, as Markdown of GitHub. */
  markdown?: string;
  /** Markdown, one below the other. */
  lines?: string[];
  facts?: (readonly [name: string, value: string])[];
  url?: JsonValue | undefined;
  accentColor?: string | undefined;
}

export interface Telling {
  event: JsonObject;
  say: SayPhrase;
  actor: string;
  repository: JsonObject;
}

/** "Mona opened pull request #12"; an action nobody knows is named as the event has it. */
export function did({ event, say, actor }: Telling, object: string, action = textOf(event.action)): string {
  const verb = Object.hasOwn(verbs, action) ? verbs[action] : undefined;
  if (verb === undefined) return say("github.plain", { event: object, action: `${spelled(action)} (${actor})` });
  return say("github.did", { actor, verb: say(verb), object });
}

export function named(say: SayPhrase, phrase: SenderPhrase, name: JsonValue | undefined): string {
  return say(phrase, { name: textOf(name) });
}

/** `#12`, as people write it. */
export function numbered(object: JsonObject): string {
  return `#${textOf(object.number)}`;
}

export function namesOf(list: JsonValue | undefined, field: string): string {
  return objectsOf(list)
    .map((item) => textOf(item[field]))
    .filter(Boolean)
    .join(", ");
}

/** The first seven digits of a commit, as GitHub shows it. */
export function shortSha(sha: JsonValue | undefined): string {
  return textOf(sha).slice(0, 7);
}

export function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? "";
}

/** `refs/heads/main` is main. */
export function refName(ref: JsonValue | undefined): string {
  return textOf(ref).replace(/^refs\/(?:heads|tags)\//, "");
}
