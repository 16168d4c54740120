import { createHash, randomBytes } from "node:crypto";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { isId } from "../platform/identifiers.ts";
import type { Identity } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import type { AttemptLimit } from "./attempt-limit.ts";
import { verifyPassword } from "./password.ts";
import { domainOf, normaliseUpn, sessionDays, sessionTouchMinutes } from "./person.rules.ts";
import { findCredentials } from "./person.store.ts";
import * as store from "./session.store.ts";
import { findTenant, findTenantForDomain } from "./tenant.store.ts";

const day = 86_400_000;
const minute = 60_000;

/** What the cookie holds: `<tenant id>.<secret>`; the tenant leads every query. */
interface SessionKey {
  readonly tenantId: string;
  readonly hash: Buffer;
}

function keyOf(cookie: string | undefined): SessionKey | undefined {
  const [tenantId, secret] = cookie?.split(".") ?? [];
  if (tenantId === undefined || secret === undefined || !isId(tenantId)) return undefined;
  return { tenantId, hash: createHash("sha256").update(secret).digest() };
}

export type SessionService = ReturnType<typeof sessionService>;

/** Signing in and out with a local account, and knowing who asks. */
export function sessionService({ database }: Pick<Platform, "database">, attempts: AttemptLimit) {
  const expiry = () => new Date(Date.now() + sessionDays * day);

  async function open(tenantId: string, personId: string, upn: string, requestId: string): Promise<string> {
    const secret = randomBytes(32).toString("base64url");
    const origin = { tenantId, actor: { kind: "person", id: personId }, requestId } as const;
    return await command(database, origin, async (tx) => {
      const hash = createHash("sha256").update(secret).digest();
      await store.insertSession(tx, { tenantId, hash, personId, expiresAt: expiry() });
      return {
        event: { operation: "TeamsSessionStarted", subjectId: personId, detail: { upn } },
        result: `${tenantId}.${secret}`,
      };
    });
  }

  /**
   * Who a name and a password stand for. Wrong ones are counted, so that nobody can guess for long.
   * @param attempt `client`: where it came from; `tenantId`: the organisation it must be, when the address says so.
   * @throws ParvisError session/wrong-credentials, session/too-many-attempts
   */
  async function authenticate(attempt: {
    upn: string;
    password: string;
    client: string;
    tenantId?: string;
  }): Promise<{ tenantId: string; personId: string; upn: string }> {
    const upn = normaliseUpn(attempt.upn);
    const wrong = await attempts.begin(upn, attempt.client);
    const tenant =
      attempt.tenantId === undefined
        ? await findTenantForDomain(database.sql, domainOf(upn))
        : await findTenant(database.sql, attempt.tenantId);
    const person = tenant && (await findCredentials(database.sql, tenant.id, upn));
    const right = await verifyPassword(person?.passwordHash, attempt.password);
    if (tenant === undefined || person === undefined || !right) {
      await wrong();
      throw new ParvisError("session/wrong-credentials");
    }
    return { tenantId: tenant.id, personId: person.id, upn };
  }

  return {
    authenticate,

    /**
     * Signs somebody in. A session the browser had before ends, so that one planted there is worth nothing.
     * @param client where the attempt came from, for the limit on guessing.
     * @returns the value for the session cookie.
     * @throws ParvisError session/wrong-credentials, session/too-many-attempts.
     */
    async signIn(attempt: {
      upn: string;
      password: string;
      client: string;
      previousCookie: string | undefined;
      requestId: string;
    }) {
      const { upn, password, client } = attempt;
      const found = await authenticate({ upn, password, client });
      const previous = keyOf(attempt.previousCookie);
      if (previous !== undefined) await store.deleteSession(database.sql, previous.tenantId, previous.hash);
      return await open(found.tenantId, found.personId, found.upn, attempt.requestId);
    },

    /** A session without a password, for whoever has just proved who they are another way: the setup link. */
    open,

    async signOut(cookie: string | undefined): Promise<void> {
      const key = keyOf(cookie);
      if (key !== undefined) await store.deleteSession(database.sql, key.tenantId, key.hash);
    },

    /** Who the cookie stands for; undefined for strangers and sessions that are over. */
    async identify(cookie: string | undefined): Promise<Identity | undefined> {
      const key = keyOf(cookie);
      if (key === undefined) return undefined;
      const found = await store.findSession(database.sql, key.tenantId, key.hash);
      if (found === undefined) return undefined;
      if (Date.now() - found.seenAt.getTime() > sessionTouchMinutes * minute) {
        await store.touchSession(database.sql, key.tenantId, key.hash, expiry());
      }
      const { personId, upn, displayName, roles } = found;
      return { tenantId: key.tenantId, personId, upn, displayName, roles: new Set(roles) };
    },

    /** What a session is known by where something is to end with it; says nothing of whether there is one. */
    hashOf(cookie: string | undefined): Buffer | undefined {
      return keyOf(cookie)?.hash;
    },

    /** Ends the other sessions of somebody whose password changed. */
    async endOthers(tenantId: string, personId: string, cookie: string | undefined): Promise<void> {
      await store.deleteSessionsOf(database.sql, tenantId, personId, keyOf(cookie)?.hash);
    },

    async sweep(): Promise<void> {
      await store.deleteExpired(database.sql);
    },
  };
}
