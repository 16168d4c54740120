import type { AppAnswers, AppKind, Finding } from "@parvis/manifest";
import { newGuid } from "../../../shared/new-guid.ts";

/** What the form asks, as it is typed. */
export interface Answers {
  readonly name: string;
  readonly developer: string;
  readonly url: string;
  readonly website: string;
  readonly description: string;
  readonly registrationId: string;
  readonly accentColor: string;
}

export type AnswerName = keyof Answers;

export const noAnswers: Answers = {
  name: "",
  developer: "",
  url: "",
  website: "",
  description: "",
  registrationId: "",
  accentColor: "#4F6BED",
};

export const needed: readonly AnswerName[] = ["name", "developer", "url"];

/** Names of those that must be answered and are not. */
export function missingAnswers(answers: Answers): AnswerName[] {
  return needed.filter((name) => answers[name].trim() === "");
}

/** What is left empty the generator makes up. The id is new: it is the app's for life. */
export function appAnswers(kind: AppKind, answers: Answers): AppAnswers {
  const { name, developer, url, ...rest } = answers;
  const others = Object.entries(rest).filter(([, value]) => value.trim() !== "");
  const optional: Partial<AppAnswers> = Object.fromEntries(others.map(([key, value]) => [key, value.trim()]));
  return { kind, id: newGuid(), name: name.trim(), developer: developer.trim(), url: url.trim(), ...optional };
}

/** Which answer a fault of the generated manifest comes from; the first rule that knows the place. */
const sources: readonly (readonly [place: RegExp, answer: AnswerName])[] = [
  [/^\/name\//, "name"],
  [/^\/staticTabs\/\d+\/name$/, "name"],
  [/^\/developer\/name$/, "developer"],
  [/^\/description\//, "description"],
  [/^\/accentColor$/, "accentColor"],
  [/\/(?:connectorId|botId)$/, "registrationId"],
  [/^\/developer\//, "website"],
  [/(?:Url|validDomains(?:\/\d+)?)$/, "url"],
];

/** The faults by the answer they come from; those of no answer under "other". A website that was not given is the address. */
export function faultsByAnswer(
  faults: readonly Finding[],
  answers: Answers,
): Partial<Record<AnswerName | "other", string>> {
  const found: Partial<Record<AnswerName | "other", string>> = {};
  for (const { pointer, message, fix } of faults) {
    const answer = sources.find(([place]) => place.test(pointer))?.[1] ?? "other";
    const blamed = answer === "website" && answers.website.trim() === "" ? "url" : answer;
    found[blamed] ??= `${message} ${fix}`;
  }
  return found;
}
