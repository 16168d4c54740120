import type { Platform } from "../platform/platform.ts";
import { personRoutes } from "./person.routes.ts";
import { personService } from "./person.service.ts";
import { sessionRoutes } from "./session.routes.ts";
import { sessionService } from "./session.service.ts";
import { teamRoutes } from "./team.routes.ts";
import { teamService } from "./team.service.ts";
import { tenantService } from "./tenant.service.ts";

export type { RoleName } from "./person.rules.ts";
export { displayName, password, role, upn } from "./person.schema.ts";
export type { PersonService } from "./person.service.ts";
export { giveSession, sessionCookie } from "./session.routes.ts";
export type { TeamService } from "./team.service.ts";
export { type Cloud, clouds } from "./tenant.store.ts";

/** Tenants, people, teams, channels, and who is signed in. */
export function createDirectory(platform: Platform) {
  const tenants = tenantService(platform);
  const people = personService(platform);
  const teams = teamService(platform);
  const sessions = sessionService(platform);
  return { tenants, people, teams, sessions };
}

export type Directory = ReturnType<typeof createDirectory>;

export function directoryRoutes(directory: Directory, platform: Platform) {
  const { sessions, tenants, people, teams } = directory;
  return {
    session: sessionRoutes(sessions, tenants, () => platform.publicUrl()),
    people: personRoutes(people, async (tenantId, personId) => await sessions.endOthers(tenantId, personId, undefined)),
    teams: teamRoutes(teams),
  };
}
