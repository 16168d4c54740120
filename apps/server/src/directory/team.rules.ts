export type TeamRole = "owner" | "member";

/** Every team has this channel; it is made with the team and cannot be removed. */
export const generalChannel = "General";

export interface TeamStanding {
  readonly role: TeamRole | undefined;
  readonly administrator: boolean;
}

/** Who sees a team and reads its channels: its members, and administrators, who manage teams they are not in (B.1). */
export function maySeeTeam(standing: TeamStanding): boolean {
  return standing.role !== undefined || standing.administrator;
}

/** Who changes a team, its channels and members, and adds apps for it (lifecycle.md 6: an owner consents for a team). */
export function mayManageTeam(standing: TeamStanding): boolean {
  return standing.role === "owner" || standing.administrator;
}

/** Channel names in order: General first, then by name as people read them. */
export function compareChannels(
  a: { isGeneral: boolean; displayName: string },
  b: { isGeneral: boolean; displayName: string },
): number {
  if (a.isGeneral !== b.isGeneral) return a.isGeneral ? -1 : 1;
  return a.displayName.localeCompare(b.displayName, "en", { sensitivity: "base", numeric: true });
}
