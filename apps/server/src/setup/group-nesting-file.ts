import type { Directory } from "../directory/index.ts";
import type { Complain } from "../platform/configuration-change.ts";
import { ParvisError } from "../platform/errors.ts";
import type { Origin } from "../platform/events/event-log.ts";

interface NamedGroup {
  readonly id: string;
  readonly displayName: string;
}

/** What a file says of the groups in a group, beside what is in it. */
export interface NestingDifference {
  readonly group: NamedGroup;
  readonly gone: readonly NamedGroup[];
  /** By name: they may yet be made from the same file. */
  readonly come: readonly string[];
}

export function nestingDifference(
  group: NamedGroup,
  within: readonly NamedGroup[],
  wanted: readonly string[],
): NestingDifference {
  const names = new Map(wanted.map((name) => [name.toLowerCase(), name]));
  const held = new Set(within.map(({ displayName }) => displayName.toLowerCase()));
  return {
    group: { id: group.id, displayName: group.displayName },
    gone: within.filter(({ displayName }) => !names.has(displayName.toLowerCase())),
    come: [...names].flatMap(([name, shown]) => (held.has(name) ? [] : [shown])),
  };
}

/** Groups within groups as a file has them, once all its groups are there. */
export function nestingFile({ groups, groupNesting }: Pick<Directory, "groups" | "groupNesting">) {
  /** First everything goes and then everything comes: what is only turned round is no ring. */
  async function apply(
    { origin, complain }: { readonly origin: Origin; readonly complain: Complain },
    differences: readonly NestingDifference[],
  ): Promise<void> {
    for (const { group, gone } of differences) {
      const ids = gone.map(({ id }) => id);
      if (ids.length > 0) await groupNesting.remove(origin, group.id, ids);
    }
    for (const { group, come } of differences) {
      const where = `groups: ${group.displayName}`;
      const found = await groups.byName(origin.tenantId, come);
      const known = new Set(found.map(({ displayName }) => displayName.toLowerCase()));
      for (const name of come)
        if (!known.has(name.toLowerCase())) complain(`${where}: there is no group ${name}. Add it to groups first.`);
      if (found.length === 0) continue;
      const ids = found.map(({ id }) => id);
      try {
        await groupNesting.add(origin, group.id, ids);
      } catch (error) {
        if (!(error instanceof ParvisError)) throw error;
        complain(`${where}: ${error.message}`);
      }
    }
  }

  return { apply };
}
