import { createHash, randomBytes } from "node:crypto";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { isId } from "../platform/identifiers.ts";
import type { Identity } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import { verifyPassword } from "./password.ts";
import { domainOf, normaliseUpn, sessionDays, sessionTouchMinutes, signInWindow } from "./person.rules.ts";
import { findCredentials } from "./person.store.ts";
import * as store from "./session.store.ts";
import { findTenantForDomain } from "./tenant.store.ts";

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
export function sessionService({ database }: Pick<Platform, "database">) {
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

  return {
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
      const upn = normaliseUpn(attempt.upn);
      const length = signInWindow.minutes * minute;
      const windowStart = new Date(Math.floor(Date.now() / length) * length);
      const subject = createHash("sha256").update(`${upn}\n${attempt.client}`).digest("hex");
      if ((await store.countFailures(database.sql, subject, windowStart)) >= signInWindow.failures) {
        const retryAfterSeconds = Math.ceil((windowStart.getTime() + length - Date.now()) / 1_000);
        throw new ParvisError("session/too-many-attempts", { retryAfterSeconds });
      }
      const tenant = await findTenantForDomain(database.sql, domainOf(upn));
      const person = tenant && (await findCredentials(database.sql, tenant.id, upn));
      const right = await verifyPassword(person?.passwordHash, attempt.password);
      if (tenant === undefined || person === undefined || !right) {
        await store.addFailure(database.sql, subject, windowStart);
        throw new ParvisError("session/wrong-credentials");
      }
      const previous = keyOf(attempt.previousCookie);
      if (previous !== undefined) await store.deleteSession(database.sql, previous.tenantId, previous.hash);
      return await open(tenant.id, person.id, upn, attempt.requestId);
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
