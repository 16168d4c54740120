import { filled, type ReasonValues, type ValuesOf } from "../platform/reasons.rules.ts";
import { globalPolicyName, type PolicyKind } from "./policy.rules.ts";

/** A line of a file of assignments, as it was read. */
export interface AssignmentLine {
  readonly line: number;
  readonly person: string;
  readonly group: string;
  readonly policy: string;
  readonly rank: string;
}

/** Why a line, or the whole table, cannot be applied. Clients say the same in other languages, by code and values. */
export const lineProblems = {
  "names-nobody": "Names nobody: fill in person or group.",
  "names-both": "Names a person and a group: one line each.",
  "global-assigned": "Global holds without being assigned. Leave the policy empty to take an assignment away.",
  "no-permission-policy": "There is no permission policy {policy}.",
  "no-setup-policy": "There is no setup policy {policy}.",
  "no-person": "There is no person {person}.",
  "no-group": "There is no group {group}.",
  "person-ranked": "Only groups have ranks.",
  "no-rank": "{rank} is not a rank. Expected 1 (the best) or more.",
  "stands-twice": "{name} stands on line {line} already.",
  "rank-held": "Rank {rank} is that of {group}.",
  "table-unread": "The table cannot be read from here on: {fault}.",
  "table-empty": "There is no line below the heading.",
  "table-heading": "Expected a heading with person (or group, with rank) and policy.",
  "table-column": "Expected a heading with person (or group, with rank) and policy; {names} is none of these.",
  "table-long": "There are {lines} lines; at most {most} at once.",
} as const satisfies Record<string, string>;

export type LineProblem = keyof typeof lineProblems;

/** A line that cannot be applied, and why: in English, and as code and values. */
export interface WrongLine {
  readonly line: number;
  readonly code: LineProblem;
  readonly values: ReasonValues;
  readonly problem: string;
}

export function wrongLine<Code extends LineProblem>(
  line: number,
  code: Code,
  ...given: ValuesOf<(typeof lineProblems)[Code]>
): WrongLine {
  const values: ReasonValues = given[0] ?? {};
  return { line, code, values, problem: filled(lineProblems[code], values) };
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
    if ((person === "") === (group === "")) {
      wrong.push(wrongLine(line, person === "" ? "names-nobody" : "names-both"));
      continue;
    }
    let policyId: string | null = null;
    if (policy !== "" && policy.toLowerCase() === globalPolicyName.toLowerCase()) {
      wrong.push(wrongLine(line, "global-assigned"));
      continue;
    }
    if (policy !== "") {
      const found = known.policies.get(policy.toLowerCase());
      if (found === undefined) {
        wrong.push(wrongLine(line, `no-${known.kind}-policy`, { policy }));
        continue;
      }
      policyId = found;
    }
    if (person !== "") {
      const id = known.people.get(person.toLowerCase());
      const before = id === undefined ? undefined : people.get(id);
      if (id === undefined) wrong.push(wrongLine(line, "no-person", { person }));
      else if (rank !== "") wrong.push(wrongLine(line, "person-ranked"));
      else if (before !== undefined) wrong.push(wrongLine(line, "stands-twice", { name: person, line: before.line }));
      else people.set(id, { line, policyId });
      continue;
    }
    const id = known.groups.get(group.toLowerCase());
    const before = id === undefined ? undefined : groups.get(id);
    if (id === undefined) wrong.push(wrongLine(line, "no-group", { group }));
    else if (rank !== "" && !/^[1-9]\d{0,5}$/.test(rank)) wrong.push(wrongLine(line, "no-rank", { rank }));
    else if (before !== undefined) wrong.push(wrongLine(line, "stands-twice", { name: group, line: before.line }));
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
      wrong.push(wrongLine(line, "rank-held", { rank: wanted, group: known.groupNames.get(holder) ?? holder }));
    else holders.set(wanted, groupId);
    result.push({ groupId, policyId, rank: wanted });
  }
  return result;
}
