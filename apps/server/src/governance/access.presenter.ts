import type { z } from "@hono/zod-openapi";
import type { AccessDecision, Gate } from "./access.rules.ts";
import type { access, assignment, policyApp } from "./access.schema.ts";
import type { CatalogApp, GovernancePorts, PersonName } from "./governance.ports.ts";
import type { Assignment } from "./policy.rules.ts";
import type { PolicyVersion } from "./policy-version.store.ts";
import type { UploadGate } from "./upload.rules.ts";

/** Names of the people and groups that what is shown mentions. */
export interface Names {
  readonly people: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  /** How whom it is about comes to be in each of the groups: from the one they are in themselves up to it. */
  readonly ways: ReadonlyMap<string, readonly { readonly id: string; readonly displayName: string }[]>;
}

export interface Mentioned {
  readonly people: readonly (string | null)[];
  readonly groups: readonly string[];
}

/** @param mentioned with `about`, the person whose ways to the groups are asked for, too. */
export async function namesOf(
  ports: Pick<GovernancePorts, "people" | "groupNames" | "waysUp">,
  tenantId: string,
  { people, groups, about }: Mentioned & { about?: string },
): Promise<Names> {
  const ids = [...new Set(people.filter((id) => id !== null))];
  const groupIds = [...new Set(groups)];
  const [found, groupNames, ways] = await Promise.all([
    ports.people(tenantId, { ids, upns: [] }),
    ports.groupNames(tenantId, groupIds),
    about === undefined ? new Map<string, never>() : ports.waysUp(tenantId, about, groupIds),
  ]);
  return { people: new Map(found.map(({ id, displayName }) => [id, displayName])), groups: groupNames, ways };
}

const nameIn = (names: ReadonlyMap<string, string>, id: string | null) =>
  id === null ? null : (names.get(id) ?? null);

/** A group with the way to it; itself alone when somebody left it between the decision and the question for the way. */
function presentGroup(id: string, { groups, ways }: Names) {
  const displayName = groups.get(id) ?? id;
  return { id, displayName, way: [...(ways.get(id) ?? [{ id, displayName }])] };
}

export function presentAssignment(given: Assignment, names: Names): z.infer<typeof assignment> {
  return {
    how: given.how,
    group: given.how === "group" ? presentGroup(given.groupId, names) : null,
    rank: given.how === "group" ? given.rank : null,
    setBy: given.setBy,
    setByName: nameIn(names.people, given.setBy),
    since: given.setAt?.toISOString() ?? null,
  };
}

function presentThrough({ kind, id }: NonNullable<Gate["through"]>, names: Names) {
  if (kind === "group") return { kind, ...presentGroup(id, names) };
  return { kind, id, displayName: names.people.get(id) ?? "", way: [] };
}

export function presentGate(gate: Gate | UploadGate, names: Names): z.infer<typeof access>["gates"][number] {
  const { policy } = gate;
  const through = "through" in gate ? gate.through : undefined;
  return {
    gate: gate.gate,
    passed: gate.passed,
    setting: gate.setting,
    value: gate.value,
    setBy: gate.setBy,
    setByName: nameIn(names.people, gate.setBy),
    since: gate.since?.toISOString() ?? null,
    policy:
      policy === undefined
        ? null
        : { id: policy.id, name: policy.name, assignment: presentAssignment(policy.assignment, names) },
    through: through === undefined ? null : presentThrough(through, names),
  };
}

/** Everybody and every group that gates mention. */
export function mentioned(gates: readonly (Gate | UploadGate)[]): Mentioned {
  const people: (string | null)[] = [];
  const groups: string[] = [];
  for (const gate of gates) {
    people.push(gate.setBy, gate.policy?.assignment.setBy ?? null);
    if (gate.policy?.assignment.how === "group") groups.push(gate.policy.assignment.groupId);
    const through = "through" in gate ? gate.through : undefined;
    if (through !== undefined) (through.kind === "group" ? groups : people).push(through.id);
  }
  return { people, groups };
}

export function presentDecision(
  decision: AccessDecision,
  about: { person: PersonName; app: CatalogApp; version: PolicyVersion },
  names: Names,
): z.infer<typeof access> {
  const { id, upn, displayName } = about.person;
  return {
    allowed: decision.allowed,
    person: { id, upn, displayName },
    app: { id: about.app.id, displayName: about.app.displayName },
    gates: decision.gates.map((gate) => presentGate(gate, names)),
    further: decision.further.map((gate) => presentGate(gate, names)),
    decidedBy: presentVersion(about.version),
  };
}

export function presentVersion({ version, since }: PolicyVersion) {
  return { version, effectiveSince: since?.toISOString() ?? null };
}

/** What policies name, in their order, with what the catalogue knows of it. */
export function presentApps(refs: readonly string[], apps: readonly CatalogApp[]): z.infer<typeof policyApp>[] {
  const byRef = new Map(apps.flatMap((app) => [[app.id, app] as const, [app.externalId.toLowerCase(), app] as const]));
  return refs.map((ref) => {
    const app = byRef.get(ref);
    return {
      ref,
      known: app !== undefined,
      id: app?.id ?? null,
      displayName: app?.displayName ?? null,
      publisherName: app?.publisherName ?? null,
      icon: app?.icon ?? null,
    };
  });
}
