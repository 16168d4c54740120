import type { Origin } from "./events/event-log.ts";

/** Who is asking. Made by the directory from the session cookie. */
export interface Identity {
  readonly tenantId: string;
  readonly personId: string;
  readonly upn: string;
  readonly displayName: string;
  readonly roles: ReadonlySet<string>;
  /** Network address the request came from, for the audit log. */
  readonly clientIp?: string;
}

/** Who is asking with a bearer token: a program, by itself or on behalf of a person. */
export interface BearerIdentity {
  readonly tenantId: string;
  readonly application: { readonly clientId: string; readonly displayName: string };
  /** On whose behalf; undefined when the application acts by itself. */
  readonly person: Identity | undefined;
  /** App roles of an application by itself, scopes of one that acts for a person. */
  readonly permissions: ReadonlySet<string>;
  readonly clientIp?: string;
}

/** Roles of contracts.md B.7 that may manage apps and people. */
const administratorRoles = ["globalAdministrator", "teamsAdministrator"];

/** Whether somebody administrates their organisation. */
export function isAdministrator(identity: Pick<Identity, "roles">): boolean {
  return administratorRoles.some((role) => identity.roles.has(role));
}

/** The origin of a command that somebody asked for. */
export function originOf(identity: Identity, requestId: string): Origin {
  const { tenantId, personId, clientIp } = identity;
  return {
    tenantId,
    actor: { kind: "person", id: personId },
    requestId,
    ...(clientIp === undefined ? {} : { clientIp }),
  };
}

/** The origin of a command that came with a token: the person's whom it is for, else the application's. */
export function originOfBearer(bearer: BearerIdentity, requestId: string): Origin {
  if (bearer.person !== undefined) return originOf(bearer.person, requestId);
  const { tenantId, application, clientIp } = bearer;
  return {
    tenantId,
    actor: { kind: "application", id: application.clientId },
    requestId,
    ...(clientIp === undefined ? {} : { clientIp }),
  };
}
