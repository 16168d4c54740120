import { randomUUID } from "node:crypto";
import { ParvisError } from "../platform/errors.ts";
import { isId } from "../platform/identifiers.ts";
import type { BearerIdentity, Identity } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import type { AppRegistration, AppRegistrationService } from "./app-registration.service.ts";
import type { PersonService } from "./person.service.ts";
import type { Tenant } from "./tenant.store.ts";
import { permissionsFor, type Resource, resourceNamed, resources, tokenLifetimeSeconds } from "./token.rules.ts";

/** Ids that Entra has for its roles; clients read them as `wids`. */
const roleTemplates: Readonly<Record<string, string>> = {
  globalAdministrator: "62e90394-69f5-4237-9190-012177145e10",
  teamsAdministrator: "69091246-20e8-4a56-aa4d-066075b2a7a8",
};

/** The client that shows pages, as Entra calls the one of Teams in a browser: servers list it among those they allow. */
const teamsWebClient = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";

export interface IssuedToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

export type TokenService = ReturnType<typeof tokenService>;

/** Issues and verifies access tokens that look like Entra's (contracts.md A.0). */
export function tokenService(
  { keys, publicUrl }: Pick<Platform, "keys" | "publicUrl">,
  registrations: Pick<AppRegistrationService, "find">,
  people: Pick<PersonService, "many">,
) {
  const issuerOf = (tenantId: string) => `${publicUrl()}/${tenantId}/v2.0`;

  function claimsOf(tenant: Tenant, registration: AppRegistration) {
    return {
      app_displayname: registration.displayName,
      appid: registration.clientId,
      azp: registration.clientId,
      appidacr: registration.publicClient ? "0" : "1",
      idp: issuerOf(tenant.id),
      tid: tenant.id,
      uti: randomUUID(),
      ver: "1.0",
    };
  }

  const invalid = (detail: string, cause?: unknown) => new ParvisError("token/invalid", { detail, cause });

  return {
    issuerOf,

    /** For an application by itself: what it may do stands in `roles`. */
    async forApplication(tenant: Tenant, registration: AppRegistration, resource: Resource): Promise<IssuedToken> {
      const roles = permissionsFor(resource, registration.appRoles);
      const { objectId } = registration;
      const claims = {
        ...claimsOf(tenant, registration),
        idtyp: "app",
        oid: objectId,
        ...(roles.length > 0 && { roles }),
      };
      const token = await keys.sign(claims, {
        issuer: issuerOf(tenant.id),
        audience: resources[resource],
        subject: objectId,
        expiresInSeconds: tokenLifetimeSeconds,
      });
      return { token, expiresInSeconds: tokenLifetimeSeconds };
    },

    /** For an application that acts for a person: what it may do stands in `scp`, the person's roles in `wids`. */
    async forPerson(
      tenant: Tenant,
      registration: AppRegistration,
      person: { id: string; upn: string; displayName: string; roles: readonly string[] },
      resource: Resource,
      permissions: readonly string[],
    ): Promise<IssuedToken> {
      const claims = {
        ...claimsOf(tenant, registration),
        idtyp: "user",
        oid: person.id,
        name: person.displayName,
        preferred_username: person.upn,
        unique_name: person.upn,
        upn: person.upn,
        scp: permissions.join(" "),
        wids: person.roles.flatMap((role) => roleTemplates[role] ?? []),
      };
      const token = await keys.sign(claims, {
        issuer: issuerOf(tenant.id),
        audience: resources[resource],
        subject: person.id,
        expiresInSeconds: tokenLifetimeSeconds,
      });
      return { token, expiresInSeconds: tokenLifetimeSeconds };
    },

    /**
     * For the server of an app's page, when the page asks for it with `getAuthToken` (teams-js): who is looking at the page.
     * Entra's form 2.0, so its audience is the id in the manifest's webApplicationInfo, and never an API of ours.
     * @throws ParvisError app/no-identity
     */
    async forAppPage(
      tenantId: string,
      application: { readonly id?: string | undefined },
      person: { personId: string; upn: string; displayName: string },
    ): Promise<IssuedToken> {
      const { id: audience = "missing" } = application;
      if (!isId(audience) || resourceNamed(audience) !== undefined) {
        throw new ParvisError("app/no-identity", {
          detail: `The id in webApplicationInfo is ${audience}. Expected the GUID of the app's own registration.`,
        });
      }
      const claims = {
        azp: teamsWebClient,
        azpacr: "0",
        name: person.displayName,
        oid: person.personId,
        preferred_username: person.upn,
        scp: "access_as_user",
        tid: tenantId,
        upn: person.upn,
        uti: randomUUID(),
        ver: "2.0",
      };
      const frame = { issuer: issuerOf(tenantId), subject: person.personId, expiresInSeconds: tokenLifetimeSeconds };
      const token = await keys.sign(claims, { ...frame, audience });
      return { token, expiresInSeconds: tokenLifetimeSeconds };
    },

    /** Says to the application who has signed in (OpenID Connect). */
    async idToken(
      tenant: Tenant,
      registration: AppRegistration,
      person: { id: string; upn: string; displayName: string },
    ): Promise<string> {
      const claims = {
        name: person.displayName,
        oid: person.id,
        preferred_username: person.upn,
        tid: tenant.id,
        uti: randomUUID(),
        ver: "2.0",
      };
      return await keys.sign(claims, {
        issuer: issuerOf(tenant.id),
        audience: registration.clientId,
        subject: person.id,
        expiresInSeconds: tokenLifetimeSeconds,
      });
    },

    /**
     * What a token stands for now: an application that is gone, a person who is gone and permissions that were taken
     * away no longer count, however long the token has still to run.
     * @throws ParvisError token/invalid
     */
    async verify(token: string, audience: string): Promise<BearerIdentity> {
      const claims = await keys.verify(token, { audience }).catch((error: unknown) => {
        throw invalid(`Expected a token of this Parvis for ${audience} that has not expired.`, error);
      });
      const { tid, appid, iss, oid, idtyp } = claims;
      if (typeof tid !== "string" || typeof appid !== "string" || !isId(tid) || !isId(appid) || iss !== issuerOf(tid))
        throw invalid("The token is not one for this API.");
      const registration = await registrations.find(tid, appid);
      if (registration === undefined) throw invalid("The application that the token was issued to is gone.");
      const { clientId, displayName, appRoles } = registration;
      const granted = new Set(appRoles);
      const carried =
        idtyp === "app" ? (Array.isArray(claims.roles) ? claims.roles : []) : String(claims.scp ?? "").split(" ");
      const found = {
        tenantId: tid,
        application: { clientId, displayName },
        permissions: new Set(carried.filter((name): name is string => granted.has(name))),
      };
      if (idtyp === "app") return { ...found, person: undefined };
      const person = typeof oid === "string" && isId(oid) ? (await people.many(tid, [oid])).get(oid) : undefined;
      if (person === undefined) throw invalid("The person that the token was issued for is gone.");
      const { id: personId, upn, displayName: name, roles } = person;
      const identity: Identity = { tenantId: tid, personId, upn, displayName: name, roles: new Set(roles) };
      return { ...found, person: identity };
    },
  };
}
