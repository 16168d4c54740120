import { chainNext, chainStart } from "../../apps/server/src/audit/audit-chain.rules.ts";
import { wordsOf } from "../../apps/server/src/audit/audit-words.rules.ts";

/** The cast of a made-up organisation's year. Ids are fixed, so that a search can name them. */
export const cast = {
  people: 20_000,
  teams: 500,
  apps: 200,
  /** From frequent to rare: each is half as likely as the one before. */
  operations: [
    "AppInstalled",
    "ConnectorUpdated",
    "TabUpdated",
    "AppUpgraded",
    "ConnectorAdded",
    "MemberAdded",
    "AppUninstalled",
    "TeamsTenantSettingChanged",
    "Parvis.AppBlocked",
    "AppDeletedFromCatalog",
  ],
} as const;

export function idOf(kind: 1 | 2 | 3, number: number): string {
  return `0000000${kind}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
}

/** Repeatable numbers from 0 to 1 (mulberry32): every run has the same log. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface LogEnd {
  sequence: number;
  head: Buffer;
}

const escaped = (text: string) => text.replaceAll("\\", "\\\\");

/**
 * Rows of `audit_record` in COPY's text format, in the order of the chain, spread evenly over the months given.
 * @param end where the chain stands; carried on as rows are taken.
 */
export function* auditRows(tenantId: string, count: number, from: Date, to: Date, end: LogEnd): Generator<string> {
  const random = numbers(7);
  const words = new Map<string, string[]>();
  const known = (text: string) => {
    const found = words.get(text) ?? wordsOf(text);
    words.set(text, found);
    return found;
  };
  end.head = chainStart(tenantId);
  const span = to.getTime() - from.getTime();
  for (let index = 0; index < count; index++) {
    const operation = cast.operations[Math.min(cast.operations.length - 1, Math.floor(-Math.log2(1 - random())))] ?? "";
    // A few people do most of it, as in life.
    const person = Math.floor(random() ** 3 * cast.people);
    const team = Math.floor(random() ** 2 * cast.teams);
    const app = Math.floor(random() ** 2 * cast.apps);
    const moment = new Date(from.getTime() + (span * index) / count).toISOString();
    const upn = `person${person}@contoso.test`;
    const record = JSON.stringify({
      Id: idOf(3, index),
      CreationTime: moment.slice(0, 19),
      Operation: operation,
      OrganizationId: tenantId,
      RecordType: 25,
      UserType: 0,
      UserKey: idOf(1, person),
      UserId: upn,
      Workload: "MicrosoftTeams",
      ResultStatus: "Succeeded",
      ClientIP: "10.20.30.40",
      ObjectId: idOf(3, app),
      TeamGuid: idOf(2, team),
      TeamName: `Team ${team}`,
      AddOnGuid: idOf(3, app),
      AddOnName: `App ${app}`,
      ExtraProperties: [{ Key: "version", Value: "1.0.0" }],
    });
    end.sequence = index + 1;
    end.head = chainNext(end.head, end.sequence, record);
    const found = new Set(
      [operation, upn, `Team ${team}`, `App ${app}`, "MicrosoftTeams Succeeded 10.20.30.40 version 1.0.0"].flatMap(
        known,
      ),
    );
    const vector = [...found]
      .toSorted()
      .map((word) => `'${word}'`)
      .join(" ");
    yield `${tenantId}\t${moment}\t${end.sequence}\t${idOf(3, index)}\t${operation}\t${idOf(1, person)}\t${idOf(2, team)}\t${idOf(3, app)}\t${vector}\t${escaped(record)}\t\\\\x${end.head.toString("hex")}\n`;
  }
}
