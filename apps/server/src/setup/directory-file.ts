import { isDeepStrictEqual } from "node:util";
import type { Directory, RoleName } from "../directory/index.ts";
import {
  type Complain,
  type ConfigurationChange,
  changedFields,
  type Note,
  shortened,
} from "../platform/configuration-change.ts";
import type { Database } from "../platform/database/database.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import type { BootstrapFile } from "./bootstrap.schema.ts";
import { type NestingDifference, nestingDifference, nestingFile } from "./group-nesting-file.ts";

/** People read in one query; PostgreSQL takes 65 535 values in one. */
const atOnce = 5_000;

/** As the directory keeps a registration's lists. */
function sorted({
  displayName,
  publicClient,
  redirectUris,
  appRoles,
}: Omit<BootstrapFile["appRegistrations"][number], "clientId">) {
  const unique = (names: readonly string[]) => [...new Set(names)].toSorted();
  return { displayName, publicClient, redirectUris: unique(redirectUris), appRoles: unique(appRoles) };
}

/** Part of a file to which sections are applied, and who is told. */
interface Application {
  readonly origin: Origin;
  readonly file: BootstrapFile;
  readonly note: Note;
  readonly complain: Complain;
}

/**
 * The sections of a bootstrap file that are about the directory. What is there and not in the file stays.
 * @param database the transaction that the whole file is applied in, @param directory on it.
 */
export function directoryFile(database: Database, directory: Directory) {
  const { tenants, people, teams, groups, groupNesting, registrations } = directory;
  const nesting = nestingFile(directory);

  async function applyTenant({ origin, file: { tenant }, note }: Application): Promise<void> {
    const known = await tenants.find(tenant.id);
    if (known?.displayName === tenant.displayName) return;
    await command(database, origin, async (tx) => {
      if (known === undefined) await tenants.insert(tx, tenant);
      else await tenants.rename(tx, tenant.id, tenant.displayName);
      const operation = known === undefined ? "Parvis.OrganisationCreated" : "Parvis.OrganisationRenamed";
      return { event: { operation, subjectId: tenant.id, detail: { name: tenant.displayName } }, result: undefined };
    });
    const action = known === undefined ? "create" : "change";
    const fields =
      known === undefined ? [] : changedFields({ displayName: known.displayName }, { displayName: tenant.displayName });
    note({ section: "tenant", name: tenant.displayName, action, fields });
  }

  /**
   * Makes who is missing; whoever is there keeps name and password, and gains the roles listed.
   * @param hashes of the passwords of who is missing, made before the transaction began.
   */
  async function applyUsers(
    { origin, file, note, complain }: Application,
    hashes: ReadonlyMap<string, string>,
  ): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    const operators = new Set(file.operators.map((name) => name.toLowerCase()));
    const upns = [...file.users.map(({ upn }) => upn), ...operators];
    const there = await people.find(origin.tenantId, { ids: [], upns });
    const held: [string, Awaited<ReturnType<typeof people.get>>][] = [];
    for (let first = 0; first < there.length; first += atOnce) {
      const ids = there.slice(first, first + atOnce).map(({ id }) => id);
      held.push(...(await people.many(origin.tenantId, ids)));
    }
    const byUpn = new Map(held.map(([, person]) => [person.upn, person]));
    for (const user of file.users) {
      const upn = user.upn.toLowerCase();
      const extra: RoleName[] = operators.delete(upn) ? ["operator"] : [];
      const roles = [...new Set([...user.roles, ...extra])];
      const known = byUpn.get(upn);
      if (known === undefined) {
        ids.set(upn, (await people.create(origin, { ...user, roles }, hashes.get(upn))).id);
        note({ section: "users", name: upn, action: "create", fields: [] });
        continue;
      }
      ids.set(upn, known.id);
      await giveRoles(origin, known, roles, note);
    }
    for (const upn of operators) {
      const known = byUpn.get(upn);
      if (known === undefined) complain(`operators: there is no user ${upn}. Add them to users first.`);
      else await giveRoles(origin, known, ["operator"], note);
    }
    return ids;
  }

  async function giveRoles(
    origin: Origin,
    person: { id: string; upn: string; roles: readonly RoleName[] },
    roles: readonly RoleName[],
    note: Note,
  ): Promise<void> {
    const missing = roles.filter((name) => !person.roles.includes(name));
    if (missing.length === 0) return;
    const to = [...person.roles, ...missing];
    await people.change(origin, person.id, { roles: to });
    note({
      section: "users",
      name: person.upn,
      action: "change",
      fields: [{ field: "roles", from: person.roles, to }],
    });
  }

  /** Finds who a section names, those of the file itself first. */
  async function resolve(
    { origin, complain }: Application,
    ids: ReadonlyMap<string, string>,
    names: readonly string[],
    where: string,
  ): Promise<string[]> {
    const missing = names.map((name) => name.toLowerCase()).filter((name) => !ids.has(name));
    const found = await people.find(origin.tenantId, { ids: [], upns: missing });
    const all = new Map([...ids, ...found.map(({ id, upn }) => [upn, id] as const)]);
    return names.flatMap((name) => {
      const id = all.get(name.toLowerCase());
      if (id === undefined) complain(`${where}: there is no user ${name}. Add them to users first.`);
      return id === undefined ? [] : [id];
    });
  }

  async function applyGroups(application: Application, ids: ReadonlyMap<string, string>): Promise<void> {
    const { origin, file, note } = application;
    const { tenantId } = origin;
    const nestings: NestingDifference[] = [];
    for (const group of file.groups) {
      const [known] = await groups.byName(tenantId, [group.displayName]);
      const members = group.members && (await resolve(application, ids, group.members, `groups: ${group.displayName}`));
      if (known === undefined) {
        const { displayName, description = "", kind = "security" } = group;
        const made = await groups.create(origin, { displayName, description, kind, members: members ?? [] });
        if (group.groups !== undefined) nestings.push(nestingDifference(made, [], group.groups));
        note({ section: "groups", name: displayName, action: "create", fields: [] });
        continue;
      }
      const { description, kind } = known;
      const fields = [...changedFields({ description, kind }, { description: group.description, kind: group.kind })];
      const held = members === undefined ? [] : await groups.memberUpns(tenantId, known.id);
      const wanted = new Set(members);
      const added = members?.filter((id) => !held.some((member) => member.id === id)) ?? [];
      const removed = held.filter(({ id }) => !wanted.has(id));
      if (added.length + removed.length > 0) {
        const come = await people.find(tenantId, { ids: added, upns: [] });
        const names = (list: readonly { upn: string }[]) => shortened(list.map(({ upn }) => upn));
        fields.push({ field: "members", from: names(removed), to: names(come) });
      }
      if (fields.length > 0) {
        await groups.become(origin, known.id, {
          description: group.description ?? description,
          kind: group.kind ?? kind,
          added,
          removed: removed.map(({ id }) => id),
        });
      }
      if (group.groups !== undefined) {
        const within = (await groupNesting.nestedIn(tenantId, [known.id])).get(known.id) ?? [];
        const difference = nestingDifference(known, within, group.groups);
        const { come } = difference;
        const gone = difference.gone.map(({ displayName }) => displayName);
        if (gone.length + come.length > 0) {
          nestings.push(difference);
          fields.push({ field: "groups", from: shortened(gone), to: shortened(come) });
        }
      }
      if (fields.length > 0) note({ section: "groups", name: known.displayName, action: "change", fields });
    }
    await nesting.apply(application, nestings);
  }

  /** @returns what differed. */
  async function applyTeamSettings(
    origin: Origin,
    teamId: string,
    { membersMayUpload: to }: BootstrapFile["teams"][number],
  ): Promise<ConfigurationChange["fields"]> {
    const { membersMayUpload } = await teams.settings(origin.tenantId, teamId);
    const fields = changedFields({ membersMayUpload: membersMayUpload.value }, { membersMayUpload: to });
    if (fields.length > 0) await teams.changeSettings(origin, teamId, { membersMayUpload: to });
    return fields;
  }

  async function applyTeams(application: Application, ids: ReadonlyMap<string, string>): Promise<void> {
    const { origin, file, note } = application;
    const { tenantId } = origin;
    for (const team of file.teams) {
      const where = `teams: ${team.displayName}`;
      const owners = await resolve(application, ids, team.owners, where);
      const members = (await resolve(application, ids, team.members, where)).filter((id) => !owners.includes(id));
      const known =
        (team.id === undefined ? undefined : await teams.find(tenantId, team.id)) ??
        (team.id === undefined ? await teams.findByName(tenantId, team.displayName) : undefined);
      if (known === undefined) {
        const { id } = await teams.create(origin, { ...team, owners, members });
        await applyTeamSettings(origin, id, team);
        note({ section: "teams", name: team.displayName, action: "create", fields: [] });
        continue;
      }
      const present = new Map(await teams.roles(tenantId, known.id));
      const newOwners = owners.filter((id) => present.get(id) !== "owner");
      const newMembers = members.filter((id) => !present.has(id));
      for (const id of newOwners) await teams.putMember(origin, known.id, { id }, "owner");
      for (const id of newMembers) await teams.putMember(origin, known.id, { id }, "member");
      const channels = (await teams.channels(tenantId, known.id)).map((channel) => channel.displayName.toLowerCase());
      const newChannels = team.channels.filter((name) => !channels.includes(name.toLowerCase()));
      for (const name of newChannels) await teams.addChannel(origin, known.id, name);
      const upns = new Map(
        (await people.find(tenantId, { ids: [...newOwners, ...newMembers], upns: [] })).map(({ id, upn }) => [id, upn]),
      );
      const shown = (list: readonly string[]) => shortened(list.map((id) => upns.get(id) ?? id));
      const fields = [
        ...(await applyTeamSettings(origin, known.id, team)),
        ...(newOwners.length > 0 ? [{ field: "owners", from: [], to: shown(newOwners) }] : []),
        ...(newMembers.length > 0 ? [{ field: "members", from: [], to: shown(newMembers) }] : []),
        ...(newChannels.length > 0 ? [{ field: "channels", from: [], to: shortened(newChannels) }] : []),
      ];
      if (fields.length > 0) note({ section: "teams", name: team.displayName, action: "change", fields });
    }
  }

  /** Registers what is missing and gives what is there the file's name and permissions; another secret is added. */
  async function applyRegistrations({ origin, file, note }: Application): Promise<void> {
    for (const { secret, clientId, ...wanted } of file.appRegistrations) {
      const known = await registrations.find(origin.tenantId, clientId);
      const { displayName, publicClient, redirectUris, appRoles } = known ?? {};
      const held = { displayName, publicClient, redirectUris, appRoles };
      if (known === undefined) {
        await registrations.create(origin, { ...wanted, clientId });
        note({ section: "appRegistrations", name: wanted.displayName, action: "create", fields: [] });
      } else if (!isDeepStrictEqual(held, sorted(wanted))) {
        await registrations.change(origin, clientId, wanted);
        const fields = changedFields(held, sorted(wanted));
        note({ section: "appRegistrations", name: wanted.displayName, action: "change", fields });
      }
      if (secret === undefined || !(await registrations.ensureSecret(origin, clientId, secret)) || known === undefined)
        continue;
      const field = { field: "secret", from: null, to: "another" };
      note({ section: "appRegistrations", name: wanted.displayName, action: "change", fields: [field] });
    }
  }

  return {
    async apply(application: Application, hashes: ReadonlyMap<string, string>): Promise<string[]> {
      await applyTenant(application);
      const ids = await applyUsers(application, hashes);
      await applyGroups(application, ids);
      await applyTeams(application, ids);
      await applyRegistrations(application);
      return [...ids.values()];
    },
  };
}
