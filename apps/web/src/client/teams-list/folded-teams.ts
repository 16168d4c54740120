import { createObservable } from "../../shared/observable.ts";
import { remembered, rememberForever } from "../../shared/remembered.ts";

const storageKey = "foldedTeams";

/** Teams whose channels are not shown. */
export const foldedTeams = createObservable<ReadonlySet<string>>(new Set(remembered(storageKey)?.split(",")));

export function setFolded(teamId: string, folded: boolean): void {
  const next = new Set(foldedTeams.get());
  if (folded) next.add(teamId);
  else next.delete(teamId);
  foldedTeams.set(next);
  rememberForever(storageKey, [...next].join(","));
}
