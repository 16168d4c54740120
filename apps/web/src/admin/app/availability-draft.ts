import type { Subject } from "../subjects/subject-picture.tsx";
import type { InForce } from "./availability-queries.ts";

export type AvailabilityChoice = "default" | InForce["availability"];

/** What an administrator is about to save, and what they saw when they began. */
export interface AvailabilityDraft {
  readonly choice: AvailabilityChoice;
  readonly subjects: readonly Subject[];
  /** Of what was in force then. */
  readonly etag: string;
}

/** What is in force as a choice: an app that nobody has edited follows the organisation's default. */
export function choiceOf({ touched, availability }: Pick<InForce, "touched" | "availability">): AvailabilityChoice {
  return touched ? availability : "default";
}

const idsOf = (subjects: readonly Subject[], kind: Subject["kind"]) =>
  subjects.filter((one) => one.kind === kind).map(({ id }) => id);

/** As the server takes it. */
export function wantedOf({ choice, subjects }: Pick<AvailabilityDraft, "choice" | "subjects">) {
  return choice === "usersAndGroups"
    ? { availability: choice, people: idsOf(subjects, "person"), groups: idsOf(subjects, "group") }
    : { availability: choice };
}

/** Whether saving would change anything. */
export function differs(
  { choice, subjects }: Pick<AvailabilityDraft, "choice" | "subjects">,
  inForce: InForce,
  present: readonly Subject[],
): boolean {
  if (choice !== choiceOf(inForce)) return true;
  if (choice !== "usersAndGroups") return false;
  const ids = new Set(present.map(({ id }) => id));
  return subjects.length !== ids.size || subjects.some(({ id }) => !ids.has(id));
}
