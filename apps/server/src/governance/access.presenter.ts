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
}

export async function namesOf(
  ports: Pick<GovernancePorts, "people" | "groupNames">,
  tenantId: string,
  { people, groups }: { people: readonly (string | null)[]; groups: readonly string[] },
): Promise<Names> {
  const ids = [...new Set(people.filter((id) => id !== null))];
  const [found, groupNames] = await Promise.all([
    ports.people(tenantId, { ids, upns: [] }),
    ports.groupNames(tenantId, [...new Set(groups)]),
  ]);
  return { people: new Map(found.map(({ id, displayName }) => [id, displayName])), groups: groupNames };
}

const nameIn = (names: ReadonlyMap<string, string>, id: string | null) =>
  id === null ? null : (names.get(id) ?? null);

export function presentAssignment(given: Assignment, { people, groups }: Names): z.infer<typeof assignment> {
  return {
    how: given.how,
    group:
      given.how === "group" ? { id: given.groupId, displayName: groups.get(given.groupId) ?? given.groupId } : null,
    rank: given.how === "group" ? given.rank : null,
    setBy: given.setBy,
    setByName: nameIn(people, given.setBy),
    since: given.setAt?.toISOString() ?? null,
  };
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
    through:
      through === undefined
        ? null
        : { ...through, displayName: names[through.kind === "group" ? "groups" : "people"].get(through.id) ?? "" },
  };
}

/** Everybody and every group that gates mention. */
export function mentioned(gates: readonly (Gate | UploadGate)[]): { people: (string | null)[]; groups: string[] } {
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
