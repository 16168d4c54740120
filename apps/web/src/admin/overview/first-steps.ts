/** How much there is of what an organisation needs before anything can happen in it. */
export interface Beginnings {
  readonly apps: number;
  readonly teams: number;
  readonly people: number;
}

export const steps = ["people", "team", "app"] as const;
export type Step = (typeof steps)[number];

/** Which first steps are done. Whoever set Parvis up is a person already. */
export function doneSteps({ apps, teams, people }: Beginnings): ReadonlySet<Step> {
  const done: Record<Step, boolean> = { people: people > 1, team: teams > 0, app: apps > 0 };
  return new Set(steps.filter((step) => done[step]));
}
