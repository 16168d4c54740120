import { type Complain, changedFields, type Note, shortened } from "../platform/configuration-change.ts";
import { command } from "../platform/events/command.ts";
import { authorOf, type Origin } from "../platform/events/event-log.ts";
import type { Platform } from "../platform/platform.ts";
import type { AppRuleService } from "./app-rule.service.ts";
import { listAvailableTo } from "./app-rule.store.ts";
import * as assignmentStore from "./assignment.store.ts";
import type { CatalogApp, GovernancePorts } from "./governance.ports.ts";
import type { GovernanceService } from "./governance.service.ts";
import { listAllAppRules } from "./impact.store.ts";
import {
  globalContents,
  type PermissionContent,
  type PolicyContent,
  type PolicyKind,
  policyKinds,
  type SetupContent,
} from "./policy.rules.ts";
import type { Policy, PolicyService } from "./policy.service.ts";
import type { PoliciesSection, SettingsSection } from "./policy-file.schema.ts";
import type { PolicyMemory } from "./policy-memory.ts";

type Listed = PoliciesSection["permission"][number] | PoliciesSection["setup"][number];
type AssignedTo = NonNullable<Listed["assignedTo"]>;

const everyone = 1_000_000;

export type PolicyFileService = ReturnType<typeof policyFileService>;

/** The content a file asks for, on top of what is there. */
function contentOf(kind: PolicyKind, listed: Listed, base: PolicyContent): PolicyContent {
  const { name: _name, description: _description, assignedTo: _assignedTo, ...given } = listed;
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return kind === "permission"
    ? { ...(base as PermissionContent), ...(said as Partial<PermissionContent>) }
    : { ...(base as SetupContent), ...(said as Partial<SetupContent>) };
}

/** How a file names an app: by its manifest's id; by its own where others may have the same, as apps sideloaded for somebody may. */
function nameOf({
  id,
  externalId,
  sideloadedScope,
}: Pick<CatalogApp, "id" | "externalId" | "sideloadedScope">): string {
  return sideloadedScope === null ? externalId : id;
}

/** Settings and policies from a file, and as one. Works inside the transaction that applies the whole file. */
export function policyFileService(
  { database }: Pick<Platform, "database">,
  memory: Pick<PolicyMemory, "changing">,
  parts: { governance: GovernanceService; policies: PolicyService; appRules: AppRuleService },
  ports: GovernancePorts,
) {
  const { governance, policies, appRules } = parts;

  async function applySettings(origin: Origin, wanted: SettingsSection, note: Note): Promise<void> {
    const before = await governance.settings(origin.tenantId);
    const fields = changedFields({ ...before }, wanted);
    if (fields.length === 0) return;
    // What an organisation decided about new third-party apps before it switched all of them off is in its file too.
    const state = wanted.allowThirdPartyApps !== undefined;
    await governance.changeSettings(origin, wanted, undefined, state);
    note({ section: "settings", name: "settings", action: "change", fields });
  }

  /** @returns the ids of the listed policies, in their order. */
  async function applyPolicies(
    origin: Origin,
    kind: PolicyKind,
    listed: readonly Listed[],
    note: Note,
    complain: Complain,
  ): Promise<(string | undefined)[]> {
    const { tenantId } = origin;
    const section = `policies.${kind}`;
    const ids: (string | undefined)[] = [];
    const seen = new Set<string>();
    for (const policy of listed) {
      const { name } = policy;
      if (seen.has(name.toLowerCase())) complain(`${section}: ${name} stands there twice.`);
      seen.add(name.toLowerCase());
      const known = (await policies.idsByName(tenantId, kind, [name], database.sql)).get(name.toLowerCase());
      if (known === undefined) {
        const content = contentOf(kind, policy, globalContents[kind]);
        const made = await policies.create(origin, kind, { name, description: policy.description ?? "", content });
        note({ section, name, action: "create", fields: [] });
        ids.push(made.id);
        continue;
      }
      ids.push(known);
      const before = await policies.get(tenantId, kind, known);
      const content = contentOf(kind, policy, before.content);
      const fields = [
        ...changedFields({ description: before.description }, { description: policy.description }),
        ...changedFields({ ...before.content }, { ...policies.normalised(content) }),
      ];
      if (fields.length === 0) continue;
      await policies.change(origin, kind, known, { description: policy.description, content });
      note({ section, name, action: "change", fields });
    }
    return ids;
  }

  /** Who has which of the listed policies, exactly as the file says; other policies' people stay as they are. */
  async function applyAssignments(
    origin: Origin,
    kind: PolicyKind,
    listed: readonly { name: string; id: string; to: AssignedTo }[],
    note: Note,
    complain: Complain,
  ): Promise<void> {
    const { tenantId } = origin;
    const section = `policies.${kind}`;
    const upns = listed.flatMap(({ to }) => to.people ?? []).map((upn) => upn.toLowerCase());
    const people = new Map(
      (await ports.people(tenantId, { ids: [], upns }, database.sql)).map((person) => [person.upn, person.id]),
    );
    const names = listed.flatMap(({ to }) => to.groups ?? []).map(({ group }) => group);
    const groups = new Map(
      (await ports.groupsByName(tenantId, names, database.sql)).map((group) => [
        group.displayName.toLowerCase(),
        group,
      ]),
    );
    const wantedPeople = new Map<string, string>();
    const wantedGroups = new Map<string, { policyId: string; rank: number }>();
    for (const { name, id, to } of listed) {
      for (const upn of to.people ?? []) {
        const personId = people.get(upn.toLowerCase());
        if (personId === undefined) complain(`${section}: ${name} is assigned to ${upn}, who is not there.`);
        else if (wantedPeople.has(personId) && wantedPeople.get(personId) !== id)
          complain(`${section}: ${upn} has two policies.`);
        else wantedPeople.set(personId, id);
      }
      for (const { group, rank } of to.groups ?? []) {
        const found = groups.get(group.toLowerCase());
        if (found === undefined) complain(`${section}: ${name} is assigned to the group ${group}, which is not there.`);
        else if (wantedGroups.has(found.id)) complain(`${section}: the group ${group} stands there twice.`);
        else wantedGroups.set(found.id, { policyId: id, rank });
      }
    }
    await applyPeople(origin, kind, listed, wantedPeople, note);
    await applyGroups(origin, kind, listed, wantedGroups, note, complain);
  }

  async function applyPeople(
    origin: Origin,
    kind: PolicyKind,
    listed: readonly { name: string; id: string; to: AssignedTo }[],
    wanted: ReadonlyMap<string, string>,
    note: Note,
  ): Promise<void> {
    const { tenantId } = origin;
    const current = await assignmentStore.directOf(database.sql, tenantId, kind, [...wanted.keys()]);
    const given = [...wanted].flatMap(([personId, policyId]) =>
      current.get(personId) === policyId ? [] : [{ personId, policyId }],
    );
    const taken: { personId: string; policyId: string }[] = [];
    for (const { id, to } of listed) {
      if (to.people === undefined) continue;
      const page = { limit: everyone, after: undefined, policyId: id };
      for (const { personId } of await assignmentStore.listPersonAssignments(database.sql, tenantId, kind, page))
        if (!wanted.has(personId)) taken.push({ personId, policyId: id });
    }
    if (given.length + taken.length === 0) return;
    const ids = [...given, ...taken].map(({ personId }) => personId);
    const found = await ports.people(tenantId, { ids, upns: [] }, database.sql);
    const upnOf = new Map(found.map((person) => [person.id, person.upn]));
    await command(database, origin, async (tx) => {
      await memory.changing(tx, tenantId);
      await assignmentStore.putDirect(tx, tenantId, kind, given, authorOf(origin));
      const gone = taken.map(({ personId }) => personId);
      await assignmentStore.deleteDirect(tx, tenantId, kind, gone);
      const detail = { kind, fromFile: true, given: given.length, taken: taken.length };
      return { event: { operation: "Parvis.PolicyAssigned", detail }, result: undefined };
    });
    for (const { name, id } of listed) {
      const of = (list: readonly { personId: string; policyId: string }[]) =>
        list.filter(({ policyId }) => policyId === id).map(({ personId }) => upnOf.get(personId) ?? personId);
      const [added, removed] = [of(given), of(taken)];
      if (added.length + removed.length === 0) continue;
      const field = { field: "assignedTo.people", from: shortened(removed), to: shortened(added) };
      note({ section: `policies.${kind}`, name, action: "change", fields: [field] });
    }
  }

  async function applyGroups(
    origin: Origin,
    kind: PolicyKind,
    listed: readonly { name: string; id: string; to: AssignedTo }[],
    wanted: ReadonlyMap<string, { policyId: string; rank: number }>,
    note: Note,
    complain: Complain,
  ): Promise<void> {
    const { tenantId } = origin;
    const exact = new Set(listed.filter(({ to }) => to.groups !== undefined).map(({ id }) => id));
    const current = (await assignmentStore.listGroupAssignments(database.sql, tenantId)).filter(
      (one) => one.kind === kind,
    );
    const before = new Map(current.map((one) => [one.groupId, one]));
    const taken = current.filter(({ groupId, policyId }) => exact.has(policyId) && !wanted.has(groupId));
    const given = [...wanted].flatMap(([groupId, { policyId, rank }]) => {
      const now = before.get(groupId);
      return now?.policyId === policyId && now.rank === rank ? [] : [{ groupId, policyId, rank }];
    });
    const ranks = new Map<number, string>();
    const staying = current.filter(
      ({ groupId }) => !wanted.has(groupId) && !taken.some((one) => one.groupId === groupId),
    );
    const final = [...staying, ...[...wanted].map(([groupId, to]) => ({ groupId, ...to }))];
    const names = await ports.groupNames(
      tenantId,
      [...current.map(({ groupId }) => groupId), ...wanted.keys()],
      database.sql,
    );
    const nameOf = (groupId: string) => names.get(groupId) ?? groupId;
    for (const { groupId, rank } of final) {
      const other = ranks.get(rank);
      if (other !== undefined)
        complain(`policies.${kind}: ${nameOf(other)} and ${nameOf(groupId)} would both have rank ${rank}.`);
      ranks.set(rank, groupId);
    }
    if (given.length + taken.length === 0 || ranks.size < final.length) return;
    await command(database, origin, async (tx) => {
      await memory.changing(tx, tenantId);
      const gone = taken.map(({ groupId }) => groupId);
      await assignmentStore.deleteGroups(tx, tenantId, kind, gone);
      await assignmentStore.putGroups(tx, tenantId, kind, given, authorOf(origin));
      const detail = { kind, fromFile: true, groups: given.length, taken: taken.length };
      return { event: { operation: "Parvis.PolicyAssigned", detail }, result: undefined };
    });
    for (const { name, id } of listed) {
      const shown = (list: readonly { groupId: string; policyId: string; rank: number }[]) =>
        list.filter(({ policyId }) => policyId === id).map(({ groupId, rank }) => `${nameOf(groupId)} (rank ${rank})`);
      const left = given.flatMap(({ groupId }) => before.get(groupId) ?? []);
      const [removed, added] = [shown([...taken, ...left]), shown(given)];
      if (added.length + removed.length === 0) continue;
      const field = { field: "assignedTo.groups", from: shortened(removed), to: shortened(added) };
      note({ section: `policies.${kind}`, name, action: "change", fields: [field] });
    }
  }

  async function availableToNames(tenantId: string, appId: string) {
    const rows = await listAvailableTo(database.sql, tenantId, appId, { limit: everyone, after: undefined });
    const of = (kind: "person" | "group") => rows.filter((row) => row.kind === kind).map(({ id }) => id);
    const people = await ports.people(tenantId, { ids: of("person"), upns: [] }, database.sql);
    const groups = await ports.groupNames(tenantId, of("group"), database.sql);
    return { people: people.map(({ upn }) => upn).toSorted(), groups: [...groups.values()].toSorted() };
  }

  async function applyApps(
    origin: Origin,
    listed: PoliciesSection["apps"],
    note: Note,
    complain: Complain,
  ): Promise<void> {
    const { tenantId } = origin;
    const refs = listed.map(({ app }) => app.toLowerCase());
    const found = await ports.appsByRef(tenantId, refs, database.sql);
    const byRef = new Map(found.flatMap((app) => [[app.id, app] as const, [nameOf(app).toLowerCase(), app] as const]));
    const rules = await listAllAppRules(database.sql, tenantId);
    for (const wanted of listed) {
      const app = byRef.get(wanted.app.toLowerCase());
      if (app === undefined) {
        complain(`policies.apps: there is no app ${wanted.app} here.`);
        continue;
      }
      const fields: { field: string; from: unknown; to: unknown }[] = [];
      const status = rules.get(app.id)?.status?.value;
      if (wanted.status !== undefined && wanted.status !== status) {
        await appRules.setStatus(origin, [app], wanted.status);
        fields.push({ field: "status", from: status ?? null, to: wanted.status });
      }
      if (wanted.availability !== undefined) {
        const now = await appRules.availability(tenantId, app);
        const sorted = (names: readonly string[] = []) => [...new Set(names)].toSorted();
        const from = {
          availability: now.touched ? now.availability : "default",
          ...(await availableToNames(tenantId, app.id)),
        };
        const to = {
          availability: wanted.availability,
          people: wanted.people === undefined ? undefined : sorted(wanted.people.map((upn) => upn.toLowerCase())),
          groups: wanted.groups === undefined ? undefined : sorted(wanted.groups),
        };
        const differing = changedFields(from, to);
        if (differing.length > 0) {
          const { availability, people, groups } = wanted;
          const some = availability === "usersAndGroups";
          // A list that is not said stays, and setting lists sets both.
          const subjects = some ? { people: people ?? from.people, groups: groups ?? from.groups } : {};
          await appRules.setAvailability(origin, app, { availability, ...subjects });
          fields.push(...differing);
        }
      }
      if (fields.length > 0) note({ section: "policies.apps", name: app.displayName, action: "change", fields });
    }
  }

  /** Every policy of a kind with who has it. */
  async function exported(tenantId: string, kind: PolicyKind) {
    const all: Policy[] = [];
    for (let after: string[] | undefined; ; ) {
      const page = await policies.list(tenantId, kind, { limit: 200, after });
      all.push(...page.slice(0, 200));
      if (page.length <= 200) break;
      after = [all.at(-1)?.name.toLowerCase() ?? ""];
    }
    const groups = (await assignmentStore.listGroupAssignments(database.sql, tenantId)).filter(
      (one) => one.kind === kind,
    );
    const groupNames = await ports.groupNames(
      tenantId,
      groups.map(({ groupId }) => groupId),
      database.sql,
    );
    const lists: Record<string, unknown>[] = [];
    for (const policy of all) {
      const page = { limit: everyone, after: undefined, policyId: policy.id };
      const direct = await assignmentStore.listPersonAssignments(database.sql, tenantId, kind, page);
      const people = await ports.people(
        tenantId,
        { ids: direct.map(({ personId }) => personId), upns: [] },
        database.sql,
      );
      const of = groups.filter(({ policyId }) => policyId === policy.id);
      const assignedTo = {
        ...(people.length > 0 ? { people: people.map(({ upn }) => upn).toSorted() } : {}),
        ...(of.length > 0
          ? { groups: of.map(({ groupId, rank }) => ({ group: groupNames.get(groupId) ?? groupId, rank })) }
          : {}),
      };
      const used = Object.keys(assignedTo).length > 0;
      // A built-in policy that nobody edited or uses needs no mention.
      if (policy.changedAt === null && !used) continue;
      lists.push({
        name: policy.name,
        ...(policy.changedAt === null ? {} : { description: policy.description, ...policy.content }),
        ...(used ? { assignedTo } : {}),
      });
    }
    return lists;
  }

  return {
    /**
     * @param note told of each thing that is changed, @param complain of each that a person must mend: then the caller
     * rolls everything back.
     */
    async apply(
      origin: Origin,
      file: { settings: SettingsSection; policies: PoliciesSection },
      note: Note,
      complain: Complain,
    ): Promise<void> {
      await applySettings(origin, file.settings, note);
      for (const kind of policyKinds) {
        const listed: readonly Listed[] = file.policies[kind];
        const ids = await applyPolicies(origin, kind, listed, note, complain);
        const assigned = listed.flatMap(({ name, assignedTo: to }, index) => {
          const id = ids[index];
          return to === undefined || id === undefined ? [] : [{ name, id, to }];
        });
        await applyAssignments(origin, kind, assigned, note, complain);
      }
      await applyApps(origin, file.policies.apps, note, complain);
    },

    /** What a file would say to make an organisation as this one is. */
    async export(
      tenantId: string,
    ): Promise<{ settings: Record<string, unknown>; policies: Record<string, unknown[]> }> {
      const inForce = Object.entries(await governance.settingsInForce(tenantId));
      const settings = Object.fromEntries(
        inForce.filter(([, { setAt }]) => setAt !== null).map(([name, { value }]) => [name, value]),
      );
      const apps: Record<string, unknown>[] = [];
      const rules = await listAllAppRules(database.sql, tenantId);
      for (const app of await ports.appsByRef(tenantId, [...rules.keys()], database.sql)) {
        const rule = rules.get(app.id);
        if (rule === undefined) continue;
        const availability = rule.availability?.value;
        apps.push({
          app: nameOf(app),
          ...(rule.status === undefined ? {} : { status: rule.status.value }),
          ...(availability === undefined ? {} : { availability }),
          ...(availability === "usersAndGroups" ? await availableToNames(tenantId, app.id) : {}),
        });
      }
      const permission = await exported(tenantId, "permission");
      const setup = await exported(tenantId, "setup");
      return { settings, policies: { permission, setup, apps } };
    },
  };
}
