/** A group somebody is in, and how: from the one they are in themselves up to it. */
export interface ReachedGroup {
  readonly displayName: string;
  readonly way: readonly { readonly displayName: string }[];
}

/** "Sellers, in Europe": the group somebody is in themselves first, the one that counts last. */
export function groupText({ displayName, way }: ReachedGroup): string {
  return way.length === 0 ? displayName : way.map((group) => group.displayName).join(", in ");
}

/** Why a policy is somebody's. */
export interface AssignmentReason {
  readonly how: "direct" | "group" | "global";
  readonly group: ReachedGroup | null;
  readonly rank: number | null;
}

export function assignmentText({ how, group, rank }: AssignmentReason): string {
  if (how === "direct") return "assigned directly";
  if (how === "group") return `through the group ${group === null ? "" : groupText(group)} (rank ${rank ?? ""})`;
  return "the default for everybody";
}
