/** Kinds of groups as Entra and Exchange know them; policies can be assigned to each (contracts.md B.3). */
export const groupKinds = ["security", "microsoft365", "mailEnabledSecurity", "distribution"] as const;
export type GroupKind = (typeof groupKinds)[number];

/** Members named in one request at most. */
export const mostMembersAtOnce = 1_000;
/** Groups put into one in one request at most. */
export const mostGroupsAtOnce = 100;
/** Levels of groups within groups at most, the outermost among them: what an organisation needs and a mistake exceeds. */
export const mostLevels = 16;

/** A group that stands in another one. */
export interface Nesting {
  readonly groupId: string;
  readonly nestedId: string;
}

/**
 * The shortest way down from a group to one of some others, as ids from the lowest up to it; itself alone when it is one of
 * them. Of ways of one length the one by what comes first in the list.
 */
export function wayUp(nestings: readonly Nesting[], from: ReadonlySet<string>, to: string): string[] | undefined {
  const above = new Map<string, string | undefined>([[to, undefined]]);
  const wayFrom = (id: string): string[] => {
    const way: string[] = [];
    for (let at: string | undefined = id; at !== undefined; at = above.get(at)) way.push(at);
    return way;
  };
  for (let level = [to]; level.length > 0; ) {
    const reached = level.find((id) => from.has(id));
    if (reached !== undefined) return wayFrom(reached);
    const here = new Set(level);
    level = [];
    for (const { groupId, nestedId } of nestings) {
      if (!here.has(groupId) || above.has(nestedId)) continue;
      above.set(nestedId, groupId);
      level.push(nestedId);
    }
  }
  return undefined;
}
