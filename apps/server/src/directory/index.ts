import type { Platform } from "../platform/platform.ts";
import { appRegistrationRoutes } from "./app-registration.routes.ts";
import { appRegistrationService } from "./app-registration.service.ts";
import { attemptLimit } from "./attempt-limit.ts";
import { chatRoutes } from "./chat.routes.ts";
import { chatService } from "./chat.service.ts";
import { groupRoutes } from "./group.routes.ts";
import { type GroupPorts, groupService } from "./group.service.ts";
import { directMembershipRelation, membershipRelation } from "./group.store.ts";
import { groupNestingRoutes } from "./group-nesting.routes.ts";
import { groupNestingService } from "./group-nesting.service.ts";
import { personRoutes } from "./person.routes.ts";
import { personService } from "./person.service.ts";
import { peopleRelation } from "./person.store.ts";
import { sessionRoutes } from "./session.routes.ts";
import { sessionService } from "./session.service.ts";
import { sessionTokenRoutes } from "./session-token.routes.ts";
import { teamRoutes } from "./team.routes.ts";
import { teamService } from "./team.service.ts";
import { teamMembershipRelation, teamRelation } from "./team.store.ts";
import { tenantService } from "./tenant.service.ts";
import { tokenService } from "./token.service.ts";

export { newAppRegistration } from "./app-registration.schema.ts";
export type { ChatService } from "./chat.service.ts";
export { groupKind, groupName } from "./group.schema.ts";
export type { GroupPorts } from "./group.service.ts";
export { type GroupChanges, groupChanges } from "./group-changes.ts";
export type { RoleName } from "./person.rules.ts";
export { displayName, password, role, upn } from "./person.schema.ts";
export type { PersonService } from "./person.service.ts";
export { giveSession, sessionCookie } from "./session.routes.ts";
export type { TeamService } from "./team.service.ts";
export { type Cloud, clouds } from "./tenant.store.ts";
export { permissionsFor, readScope, resources } from "./token.rules.ts";

/** What set-wise queries of other areas join: people, and who is in which group and team. */
export const directoryRelations = {
  people: peopleRelation,
  membership: membershipRelation,
  directMembership: directMembershipRelation,
  teams: teamRelation,
  teamMembership: teamMembershipRelation,
};

/** Tenants, people, groups, teams, channels, and who is signed in. */
export function createDirectory(platform: Platform, ports: GroupPorts) {
  const tenants = tenantService(platform);
  const people = personService(platform);
  const teams = teamService(platform);
  const chats = chatService(platform);
  const attempts = attemptLimit(platform);
  const sessions = sessionService(platform, attempts);
  const registrations = appRegistrationService(platform, attempts);
  const tokens = tokenService(platform, registrations, people);
  const groups = groupService(platform, ports);
  const groupNesting = groupNestingService(platform, ports);
  return { tenants, people, groups, groupNesting, teams, chats, sessions, registrations, tokens };
}

export type Directory = ReturnType<typeof createDirectory>;

export function directoryRoutes(directory: Directory, platform: Platform) {
  const { sessions, tenants, people, groups, groupNesting, teams, chats, registrations, tokens } = directory;
  return {
    session: sessionRoutes(sessions, tenants, () => platform.publicUrl()),
    sessionTokens: sessionTokenRoutes(tenants, tokens),
    people: personRoutes(people, async (tenantId, personId) => await sessions.endOthers(tenantId, personId, undefined)),
    groups: groupRoutes(groups),
    groupNesting: groupNestingRoutes(groupNesting),
    teams: teamRoutes(teams, async (tenantId, ids) => await people.names(tenantId, ids)),
    chats: chatRoutes(chats),
    registrations: appRegistrationRoutes(registrations, async (tenantId, ids) => await people.names(tenantId, ids)),
  };
}
