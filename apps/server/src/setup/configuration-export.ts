import { stringify } from "yaml";
import type { Directory } from "../directory/index.ts";
import type { Governance } from "../governance/index.ts";

const pageSize = 200;

/** Every row of a list that comes in pages. @param next asks for one more than the page, as stores do. */
async function* everyRow<Row>(
  next: (page: { limit: number; after: string[] | undefined }) => Promise<Row[]>,
  keyOf: (row: Row) => string[],
): AsyncGenerator<Row[]> {
  for (let after: string[] | undefined; ; ) {
    const rows = await next({ limit: pageSize, after });
    const page = rows.slice(0, pageSize);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (rows.length <= pageSize || last === undefined) return;
    after = keyOf(last);
  }
}

const line = (item: unknown) => `  - ${stringify(item, { collectionStyle: "flow", lineWidth: 0 })}`;

/** A section of items, one a line; nothing when there is none. */
async function* section(name: string, pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let begun = false;
  for await (const items of pages) {
    if (items.length === 0) continue;
    yield `${begun ? "" : `${name}:\n`}${items.map(line).join("")}`;
    begun = true;
  }
}

/**
 * An organisation as a bootstrap file, piece by piece, so that a large one does not stand in memory: people without
 * passwords, app registrations without secrets. Applying it changes nothing.
 */
export async function* exportConfiguration(
  tenantId: string,
  { tenants, people, groups, groupNesting, teams, registrations }: Directory,
  { file }: Pick<Governance, "file">,
): AsyncGenerator<string> {
  const { id, displayName, domain, cloud } = await tenants.get(tenantId);
  yield "# Passwords and secrets are not exported: whoever is made from this file needs new ones.\n";
  yield `tenant: ${stringify({ id, displayName, domain, cloud }, { collectionStyle: "flow", lineWidth: 0 })}`;

  const operators: string[] = [];
  const byName = (row: { displayName: string; id: string }) => [row.displayName.toLowerCase(), row.id];
  const search = undefined;
  yield* section(
    "users",
    (async function* () {
      for await (const page of everyRow(async (at) => await people.list(tenantId, { ...at, search }), byName)) {
        yield page.map((person) => {
          const roles = person.roles.filter((role) => role !== "operator");
          if (roles.length < person.roles.length) operators.push(person.upn);
          return { upn: person.upn, displayName: person.displayName, ...(roles.length > 0 ? { roles } : {}) };
        });
      }
    })(),
  );
  if (operators.length > 0) yield `operators: ${stringify(operators, { collectionStyle: "flow", lineWidth: 0 })}`;

  yield* section(
    "groups",
    (async function* () {
      const pages = everyRow(
        async (at) => await groups.list(tenantId, { ...at, search }),
        (group) => [group.displayName.toLowerCase()],
      );
      for await (const page of pages) {
        const ids = page.map((group) => group.id);
        const nested = await groupNesting.nestedIn(tenantId, ids);
        for (const group of page) {
          const members = (await groups.memberUpns(tenantId, group.id)).map(({ upn }) => upn);
          const { displayName, description, kind } = group;
          const within = (nested.get(group.id) ?? []).map((one) => one.displayName);
          yield [{ displayName, kind, ...(description === "" ? {} : { description }), members, groups: within }];
        }
      }
    })(),
  );

  yield* section(
    "teams",
    (async function* () {
      for await (const page of everyRow(async (at) => await teams.all(tenantId, at), byName)) {
        const ids = page.map((team) => team.id);
        const settings = await teams.settingsOf(tenantId, ids);
        for (const team of page) {
          const said = settings.get(team.id)?.membersMayUpload;
          const members: { upn: string; role: string }[] = [];
          const pages = everyRow(
            async (at) => await teams.members(tenantId, team.id, at),
            (member) => [member.displayName.toLowerCase(), member.personId],
          );
          for await (const some of pages) members.push(...some);
          const of = (role: string) => members.filter((member) => member.role === role).map(({ upn }) => upn);
          const channels = (await teams.channels(tenantId, team.id)).map((channel) => channel.displayName);
          const { description } = team;
          // A name may stand for several teams: the id says which.
          yield [
            {
              id: team.id,
              displayName: team.displayName,
              ...(description === "" ? {} : { description }),
              owners: of("owner"),
              members: of("member"),
              channels,
              ...(said === undefined || said.setAt === null ? {} : { membersMayUpload: said.value }),
            },
          ];
        }
      }
    })(),
  );

  yield* section(
    "appRegistrations",
    (async function* () {
      const pages = everyRow(
        async (at) => await registrations.list(tenantId, { ...at, search }),
        (registration) => [registration.displayName.toLowerCase(), registration.clientId],
      );
      for await (const page of pages) {
        yield page.map(({ clientId, displayName: name, publicClient, redirectUris, appRoles }) => ({
          clientId,
          displayName: name,
          publicClient,
          redirectUris,
          appRoles,
        }));
      }
    })(),
  );

  const { settings, policies } = await file.export(tenantId);
  if (Object.keys(settings).length > 0) yield stringify({ settings }, { lineWidth: 0 });
  const said = Object.entries(policies).filter(([, list]) => list.length > 0);
  if (said.length > 0) yield stringify({ policies: Object.fromEntries(said) }, { lineWidth: 0 });
}
