import { parse } from "csv-parse/sync";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { authorOf, type Origin } from "../platform/events/event-log.ts";
import type { Platform } from "../platform/platform.ts";
import * as store from "./assignment.store.ts";
import {
  type AssignmentLine,
  judgeLines,
  type WantedAssignments,
  type WrongLine,
  wrongLine,
} from "./assignment-file.rules.ts";
import type { GovernancePorts } from "./governance.ports.ts";
import type { PolicyKind } from "./policy.rules.ts";
import type { PolicyService } from "./policy.service.ts";
import type { PolicyMemory } from "./policy-memory.ts";

const mostLines = 100_000;
const columns = ["person", "group", "policy", "rank"] as const;

/** What a file would do, or did. */
export interface FileOutcome {
  readonly lines: number;
  readonly given: number;
  readonly changed: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly wrong: readonly WrongLine[];
}

/** @throws ParvisError policy/lines-refused when it is no such table at all */
function readLines(csv: string): AssignmentLine[] {
  const refuse = (wrong: WrongLine): never => {
    throw new ParvisError("policy/lines-refused", {
      detail: `Line ${wrong.line}: ${wrong.problem} Nothing was changed.`,
      extra: { wrong: [wrong] },
    });
  };
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(csv, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter: [",", ";", "\t"],
      info: true,
      relax_column_count_less: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    const { lines = 1, message } = error as Error & { lines?: number };
    return refuse(wrongLine(lines, "table-unread", { fault: message.replace(/\.$/, "") }));
  }
  const [first] = rows;
  if (first === undefined) return refuse(wrongLine(1, "table-empty"));
  const headings = Object.keys(first.record);
  const unknown = headings.filter((name) => !columns.some((column) => column === name));
  if (unknown.length > 0) return refuse(wrongLine(1, "table-column", { names: unknown.join(", ") }));
  if (!headings.includes("policy") || !(headings.includes("person") || headings.includes("group")))
    return refuse(wrongLine(1, "table-heading"));
  if (rows.length > mostLines) return refuse(wrongLine(1, "table-long", { lines: rows.length, most: mostLines }));
  return rows.map(({ record, info }) => ({
    line: info.lines,
    person: record.person ?? "",
    group: record.group ?? "",
    policy: record.policy ?? "",
    rank: record.rank ?? "",
  }));
}

export type AssignmentFileService = ReturnType<typeof assignmentFileService>;

/** Assignments from a file: all lines or none. */
export function assignmentFileService(
  { database }: Pick<Platform, "database">,
  memory: Pick<PolicyMemory, "changing">,
  policies: Pick<PolicyService, "idsByName">,
  ports: GovernancePorts,
) {
  async function judge(sql: Sql, tenantId: string, kind: PolicyKind, csv: string) {
    const lines = readLines(csv);
    const distinct = (of: (line: AssignmentLine) => string) => [
      ...new Set(
        lines
          .map(of)
          .filter((name) => name !== "")
          .map((name) => name.toLowerCase()),
      ),
    ];
    const people = await ports.people(tenantId, { ids: [], upns: distinct(({ person }) => person) }, sql);
    const ranked = (await store.listGroupAssignments(sql, tenantId)).filter((one) => one.kind === kind);
    const named = await ports.groupsByName(
      tenantId,
      distinct(({ group }) => group),
      sql,
    );
    const holders = await ports.groupNames(
      tenantId,
      ranked.map(({ groupId }) => groupId),
      sql,
    );
    const groups = new Map([
      ...[...holders].map(([id, name]) => [name.toLowerCase(), id] as const),
      ...named.map(({ id, displayName }) => [displayName.toLowerCase(), id] as const),
    ]);
    const judged = judgeLines(lines, {
      kind,
      people: new Map(people.map(({ id, upn }) => [upn, id])),
      groups,
      groupNames: new Map([...holders, ...named.map(({ id, displayName }) => [id, displayName] as const)]),
      policies: await policies.idsByName(
        tenantId,
        kind,
        distinct(({ policy }) => policy),
        sql,
      ),
      ranked,
    });
    return { ...judged, ranked, lines: lines.length };
  }

  async function compare(
    sql: Sql,
    tenantId: string,
    kind: PolicyKind,
    wanted: WantedAssignments,
    ranked: readonly { groupId: string; policyId: string; rank: number }[],
  ): Promise<Omit<FileOutcome, "lines" | "wrong">> {
    const before = await store.directOf(
      sql,
      tenantId,
      kind,
      wanted.people.map(({ personId }) => personId),
    );
    const groupsBefore = new Map(ranked.map((one) => [one.groupId, one]));
    const count = { given: 0, changed: 0, taken: 0, unchanged: 0 };
    for (const { personId, policyId } of wanted.people) {
      const now = before.get(personId) ?? null;
      if (now === policyId) count.unchanged++;
      else if (now === null) count.given++;
      else if (policyId === null) count.taken++;
      else count.changed++;
    }
    for (const { groupId, policyId, rank } of wanted.groups) {
      const now = groupsBefore.get(groupId);
      if (now === undefined) count[policyId === null ? "unchanged" : "given"]++;
      else if (policyId === null) count.taken++;
      else count[now.policyId === policyId && now.rank === rank ? "unchanged" : "changed"]++;
    }
    return count;
  }

  return {
    /** What a file would do, with all its wrong lines. @throws ParvisError policy/lines-refused when it is no table */
    async preview(tenantId: string, kind: PolicyKind, csv: string): Promise<FileOutcome> {
      const { wanted, wrong, ranked, lines } = await judge(database.sql, tenantId, kind, csv);
      return { lines, wrong, ...(await compare(database.sql, tenantId, kind, wanted, ranked)) };
    },

    /** @throws ParvisError policy/lines-refused with every wrong line; then nothing was changed */
    async apply(origin: Origin, kind: PolicyKind, csv: string): Promise<FileOutcome> {
      const { tenantId } = origin;
      return await command(database, origin, async (tx) => {
        await memory.changing(tx, tenantId);
        const { wanted, wrong, ranked, lines } = await judge(tx, tenantId, kind, csv);
        if (wrong.length > 0)
          throw new ParvisError("policy/lines-refused", {
            detail: `${wrong.length} of ${lines} lines must be mended; nothing was changed. Line ${wrong[0]?.line}: ${wrong[0]?.problem}`,
            extra: { wrong },
          });
        const outcome = { lines, wrong, ...(await compare(tx, tenantId, kind, wanted, ranked)) };
        const given = wanted.people.flatMap(({ personId, policyId }) =>
          policyId === null ? [] : [{ personId, policyId }],
        );
        const taken = wanted.people.filter(({ policyId }) => policyId === null).map(({ personId }) => personId);
        await store.putDirect(tx, tenantId, kind, given, authorOf(origin));
        await store.deleteDirect(tx, tenantId, kind, taken);
        const groups = wanted.groups.flatMap(({ groupId, policyId, rank }) =>
          policyId === null ? [] : [{ groupId, policyId, rank }],
        );
        const groupsTaken = wanted.groups.filter(({ policyId }) => policyId === null).map(({ groupId }) => groupId);
        await store.deleteGroups(tx, tenantId, kind, groupsTaken);
        await store.putGroups(tx, tenantId, kind, groups, authorOf(origin));
        const { wrong: _, ...counts } = outcome;
        return {
          event: { operation: "Parvis.PolicyAssigned", detail: { kind, fromFile: true, ...counts } },
          result: outcome,
        };
      });
    },
  };
}
