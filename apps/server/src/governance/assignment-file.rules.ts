import { globalPolicyName, type PolicyKind } from "./policy.rules.ts";

/** A line of a file of assignments, as it was read. */
export interface AssignmentLine {
  readonly line: number;
  readonly person: string;
  readonly group: string;
  readonly policy: string;
  readonly rank: string;
}

/** A line that cannot be applied, and why. */
export interface WrongLine {
  readonly line: number;
  readonly problem: string;
}

/** Who and what the file may name, by name in lower case. */
export interface KnownNames {
  readonly kind: PolicyKind;
  readonly people: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  readonly policies: ReadonlyMap<string, string>;
  /** Names as they are written, by id, of the groups that have ranks. */
  readonly groupNames: ReadonlyMap<string, string>;
  readonly ranked: readonly { readonly groupId: string; readonly policyId: string; readonly rank: number }[];
}

/** What a file asks for; a null policy takes an assignment away. */
export interface WantedAssignments {
  readonly people: readonly { readonly personId: string; readonly policyId: string | null }[];
  readonly groups: readonly { readonly groupId: string; readonly policyId: string | null; readonly rank: number }[];
}

/** Judges every line of a file; with any wrong line, nothing of it may be applied. */
export function judgeLines(
  lines: readonly AssignmentLine[],
  known: KnownNames,
): { wanted: WantedAssignments; wrong: WrongLine[] } {
  const wrong: WrongLine[] = [];
  const people = new Map<string, { line: number; policyId: string | null }>();
  const groups = new Map<string, { line: number; policyId: string | null; rank: number | undefined }>();

  for (const { line, person, group, policy, rank } of lines) {
    const refuse = (problem: string) => void wrong.push({ line, problem });
    if ((person === "") === (group === "")) {
      refuse(person === "" ? "Names nobody: fill in person or group." : "Names a person and a group: one line each.");
      continue;
    }
    let policyId: string | null = null;
    if (policy !== "" && policy.toLowerCase() === globalPolicyName.toLowerCase()) {
      refuse("Global holds without being assigned. Leave the policy empty to take an assignment away.");
      continue;
    }
    if (policy !== "") {
      const found = known.policies.get(policy.toLowerCase());
      if (found === undefined) {
        refuse(`There is no ${known.kind} policy ${policy}.`);
        continue;
      }
      policyId = found;
    }
    if (person !== "") {
      const id = known.people.get(person.toLowerCase());
      if (id === undefined) refuse(`There is no person ${person}.`);
      else if (rank !== "") refuse("Only groups have ranks.");
      else if (people.has(id)) refuse(`${person} stands on line ${people.get(id)?.line} already.`);
      else people.set(id, { line, policyId });
      continue;
    }
    const id = known.groups.get(group.toLowerCase());
    if (id === undefined) refuse(`There is no group ${group}.`);
    else if (rank !== "" && !/^[1-9]\d{0,5}$/.test(rank))
      refuse(`${rank} is not a rank. Expected 1 (the best) or more.`);
    else if (groups.has(id)) refuse(`${group} stands on line ${groups.get(id)?.line} already.`);
    else groups.set(id, { line, policyId, rank: rank === "" ? undefined : Number(rank) });
  }

  const ranked = rankGroups(groups, known, wrong);
  return {
    wanted: {
      people: [...people].map(([personId, { policyId }]) => ({ personId, policyId })),
      groups: ranked,
    },
    wrong: wrong.toSorted((a, b) => a.line - b.line),
  };
}

/** Gives ranks to groups that name none, and finds ranks that two groups would have. */
function rankGroups(
  groups: ReadonlyMap<string, { line: number; policyId: string | null; rank: number | undefined }>,
  known: KnownNames,
  wrong: WrongLine[],
): { groupId: string; policyId: string | null; rank: number }[] {
  const own = new Map(known.ranked.map(({ groupId, rank }) => [groupId, rank]));
  const holders = new Map(
    known.ranked.filter(({ groupId }) => !groups.has(groupId)).map(({ groupId, rank }) => [rank, groupId]),
  );
  const lowest = Math.max(0, ...own.values(), ...[...groups.values()].map(({ rank }) => rank ?? 0));
  let behind = lowest;
  const result: { groupId: string; policyId: string | null; rank: number }[] = [];
  for (const [groupId, { line, policyId, rank }] of groups) {
    if (policyId === null) {
      result.push({ groupId, policyId, rank: 0 });
      continue;
    }
    const wanted = rank ?? own.get(groupId) ?? ++behind;
    const holder = holders.get(wanted);
    if (holder !== undefined)
      wrong.push({ line, problem: `Rank ${wanted} is that of ${known.groupNames.get(holder) ?? holder}.` });
    else holders.set(wanted, groupId);
    result.push({ groupId, policyId, rank: wanted });
  }
  return result;
}
