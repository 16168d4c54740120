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
