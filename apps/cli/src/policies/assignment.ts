/** Why a policy is somebody's. */
export interface AssignmentReason {
  readonly how: "direct" | "group" | "global";
  readonly group: { readonly displayName: string } | null;
  readonly rank: number | null;
}

export function assignmentText({ how, group, rank }: AssignmentReason): string {
  if (how === "direct") return "assigned directly";
  if (how === "group") return `through the group ${group?.displayName ?? ""} (rank ${rank ?? ""})`;
  return "the default for everybody";
}
