import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { parseDocument } from "yaml";
import type { Directory, RoleName } from "../directory/index.ts";
import type { GovernanceService } from "../governance/index.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import type { Platform } from "../platform/platform.ts";
import { type BootstrapFile, bootstrapFile } from "./bootstrap.schema.ts";

/** Something in the file that a person must mend; shown without a stack. */
export class BootstrapError extends Error {
  override readonly name = "BootstrapError";
}

/**
 * Reads a bootstrap file.
 * @throws BootstrapError with every problem at once: YAML errors with line and column, values with their path.
 */
export function parseBootstrap(text: string, fileName: string): BootstrapFile {
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) {
    throw new BootstrapError(`${fileName} is not YAML:\n${document.errors.map((error) => error.message).join("\n")}`);
  }
  const read = bootstrapFile.safeParse(document.toJS());
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => `  ${issue.path.join(".") || "(the whole file)"}: ${issue.message}`);
  throw new BootstrapError(`${fileName} does not fit:\n${lines.join("\n")}`);
}

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

/** Applies bootstrap files; running one twice changes nothing the second time. */
export function bootstrapService(
  { database, log }: Pick<Platform, "database" | "log">,
  directory: Directory,
  governance: GovernanceService,
) {
  const { tenants, people, teams, registrations } = directory;

  async function applyTenant(origin: Origin, wanted: BootstrapFile["tenant"]): Promise<void> {
    const known = await tenants.find(wanted.id);
    if (known?.displayName === wanted.displayName) return;
    await command(database, origin, async (tx) => {
      if (known === undefined) await tenants.insert(tx, wanted);
      else await tenants.rename(tx, wanted.id, wanted.displayName);
      const operation = known === undefined ? "Parvis.OrganisationCreated" : "Parvis.OrganisationRenamed";
      return { event: { operation, subjectId: wanted.id, detail: { name: wanted.displayName } }, result: undefined };
    });
  }

  /** Makes who is missing; whoever is there keeps name and password, and gains the roles listed. @returns ids by name. */
  async function applyUsers(origin: Origin, file: BootstrapFile): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const user of file.users) {
      const isOperator = file.operators.some((name) => name.toLowerCase() === user.upn.toLowerCase());
      const roles: RoleName[] = [...new Set([...user.roles, ...(isOperator ? (["operator"] as const) : [])])];
      const known = await people.findByUpn(origin.tenantId, user.upn);
      const missing = roles.filter((name) => !known?.roles.includes(name));
      if (known !== undefined && missing.length > 0)
        await people.change(origin, known.id, { roles: [...known.roles, ...missing] });
      const { id } = known ?? (await people.create(origin, { ...user, roles }));
      ids.set(user.upn.toLowerCase(), id);
    }
    return ids;
  }

  async function applyTeams(origin: Origin, file: BootstrapFile, ids: ReadonlyMap<string, string>): Promise<void> {
    const idOf = async (name: string): Promise<string> => {
      const id = ids.get(name.toLowerCase()) ?? (await people.findByUpn(origin.tenantId, name))?.id;
      if (id === undefined) throw new BootstrapError(`teams: there is no user ${name}. Add them to users first.`);
      return id;
    };
    for (const team of file.teams) {
      const owners = await Promise.all(team.owners.map(idOf));
      const members = (await Promise.all(team.members.map(idOf))).filter((id) => !owners.includes(id));
      const known = await teams.findByName(origin.tenantId, team.displayName);
      if (known === undefined) {
        await teams.create(origin, { ...team, owners, members });
        continue;
      }
      const present = new Map(await teams.roles(origin.tenantId, known.id));
      for (const id of owners)
        if (present.get(id) !== "owner") await teams.putMember(origin, known.id, { id }, "owner");
      for (const id of members) if (!present.has(id)) await teams.putMember(origin, known.id, { id }, "member");
      const channels = new Set(
        (await teams.channels(origin.tenantId, known.id)).map((channel) => channel.displayName.toLowerCase()),
      );
      for (const name of team.channels)
        if (!channels.has(name.toLowerCase())) await teams.addChannel(origin, known.id, name);
    }
  }

  /** Registers what is missing and gives what is there the file's name and permissions; another secret is added. */
  async function applyRegistrations(origin: Origin, file: BootstrapFile): Promise<void> {
    for (const { secret, clientId, ...wanted } of file.appRegistrations) {
      const known = await registrations.find(origin.tenantId, clientId);
      const { displayName, publicClient, redirectUris, appRoles } = known ?? {};
      const held = { displayName, publicClient, redirectUris, appRoles };
      if (known === undefined) await registrations.create(origin, { ...wanted, clientId });
      else if (!isDeepStrictEqual(held, sorted(wanted))) await registrations.change(origin, clientId, wanted);
      if (secret !== undefined) await registrations.ensureSecret(origin, clientId, secret);
    }
  }

  /** @returns the organisation, and the first of the users the file lists. */
  async function apply(file: BootstrapFile): Promise<{ tenantId: string; firstPersonId: string | undefined }> {
    const origin: Origin = { tenantId: file.tenant.id, actor: { kind: "system" } };
    await applyTenant(origin, file.tenant);
    const ids = await applyUsers(origin, file);
    await applyTeams(origin, file, ids);
    await applyRegistrations(origin, file);
    const before = await governance.settings(origin.tenantId);
    if (
      Object.entries(file.settings).some(
        ([name, value]) => value !== undefined && before[name as keyof typeof before] !== value,
      )
    ) {
      await governance.changeSettings(origin, file.settings);
    }
    const later = (["publishers", "policies"] as const).filter((name) => Object.keys(file[name]).length > 0);
    if (later.length > 0)
      log.warn({ sections: later }, "These sections of the bootstrap file have no effect in this release");
    const [firstPersonId] = ids.values();
    return { tenantId: origin.tenantId, firstPersonId };
  }

  return {
    apply,
    /** @throws BootstrapError also when the file cannot be read. */
    async applyFile(path: string): ReturnType<typeof apply> {
      const text = await readFile(path, "utf8").catch((error: unknown) => {
        throw new BootstrapError(
          `PARVIS_BOOTSTRAP: ${path} cannot be read (${error instanceof Error ? error.message : error}).`,
        );
      });
      const applied = await apply(parseBootstrap(text, path));
      log.info({ path }, "The bootstrap file is applied");
      return applied;
    },
  };
}
