import { randomBytes, randomUUID } from "node:crypto";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import { builtIn } from "./app-registration.rules.ts";
import * as store from "./app-registration.store.ts";
import type { AttemptLimit } from "./attempt-limit.ts";
import { hashPassword, verifyPassword } from "./password.ts";

export type { AppRegistration } from "./app-registration.store.ts";

/** Two, so that one can be replaced without a gap: the new is handed out while the old still works. */
export const mostSecrets = 2;
const hintLength = 3;

export interface NewRegistration {
  /** A new one when left out. */
  readonly clientId?: string | undefined;
  readonly displayName: string;
  readonly publicClient: boolean;
  readonly redirectUris: readonly string[];
  readonly appRoles: readonly string[];
}

export type RegistrationChange = {
  readonly [Name in Exclude<keyof NewRegistration, "clientId">]?: NewRegistration[Name] | undefined;
};

/** What became of an attempt to prove to be a registered application. */
export type ClientProof = "right" | "wrong" | "expired";

export type AppRegistrationService = ReturnType<typeof appRegistrationService>;

/** Programs that may ask for tokens, their secrets and permissions. */
export function appRegistrationService({ database, now }: Pick<Platform, "database" | "now">, attempts: AttemptLimit) {
  const by = ({ actor }: Origin) => (actor.kind === "person" ? actor.id : null);
  const unique = (names: readonly string[]) => [...new Set(names)].toSorted();

  async function get(tenantId: string, clientId: string, sql: Sql = database.sql): Promise<store.AppRegistration> {
    const found = await store.findRegistration(sql, tenantId, clientId);
    if (found === undefined) throw new ParvisError("app-registration/not-found");
    return found;
  }

  async function addSecret(
    origin: Origin,
    clientId: string,
    secret: string,
    expiresAt: Date | null,
  ): Promise<{ id: string; secret: string }> {
    const hash = await hashPassword(secret);
    return await command(database, origin, async (tx) => {
      const { tenantId } = origin;
      const { displayName } = await get(tenantId, clientId, tx);
      if ((await store.listSecrets(tx, tenantId, [clientId])).length >= mostSecrets) {
        throw new ParvisError("app-registration/too-many-secrets", {
          detail: `${displayName} has ${mostSecrets} secrets. Remove the one that is no longer in use first.`,
        });
      }
      const id = newId();
      const hint = secret.slice(0, hintLength);
      await store.insertSecret(tx, tenantId, { id, clientId, hash, hint, createdBy: by(origin), expiresAt });
      const event = {
        operation: "Parvis.AppRegistrationSecretAdded",
        subjectId: clientId,
        detail: { name: displayName },
      };
      return { event, result: { id, secret } };
    });
  }

  /** @throws ParvisError app-registration/not-found, app-registration/secret-not-found */
  async function removeSecret(origin: Origin, clientId: string, secretId: string): Promise<void> {
    await command(database, origin, async (tx) => {
      const { displayName } = await get(origin.tenantId, clientId, tx);
      if (!(await store.deleteSecret(tx, origin.tenantId, clientId, secretId)))
        throw new ParvisError("app-registration/secret-not-found");
      const detail = { name: displayName };
      return {
        event: { operation: "Parvis.AppRegistrationSecretRemoved", subjectId: clientId, detail },
        result: undefined,
      };
    });
  }

  return {
    get: async (tenantId: string, clientId: string) => await get(tenantId, clientId),

    /** Also one of Parvis's own, which no table has. */
    async find(tenantId: string, clientId: string): Promise<store.AppRegistration | undefined> {
      return builtIn.get(clientId) ?? (await store.findRegistration(database.sql, tenantId, clientId));
    },

    async list(tenantId: string, page: Parameters<typeof store.listRegistrations>[2]) {
      return await store.listRegistrations(database.sql, tenantId, page);
    },

    async secrets(tenantId: string, clientIds: readonly string[]): Promise<store.AppSecret[]> {
      return await store.listSecrets(database.sql, tenantId, clientIds);
    },

    async names(tenantId: string, ids: readonly string[]): Promise<Map<string, string>> {
      return await store.findRegistrationNames(database.sql, tenantId, ids);
    },

    /** @throws ParvisError app-registration/exists */
    async create(origin: Origin, wish: NewRegistration): Promise<store.AppRegistration> {
      const clientId = wish.clientId ?? randomUUID();
      return await command(database, origin, async (tx) => {
        const row = {
          clientId,
          objectId: randomUUID(),
          displayName: wish.displayName.trim(),
          publicClient: wish.publicClient,
          redirectUris: unique(wish.redirectUris),
          appRoles: unique(wish.appRoles),
          createdBy: by(origin),
        };
        if (!(await store.insertRegistration(tx, origin.tenantId, row)))
          throw new ParvisError("app-registration/exists");
        const detail = { name: row.displayName, appRoles: row.appRoles };
        const event = { operation: "Parvis.AppRegistrationCreated", subjectId: clientId, detail };
        return { event, result: await get(origin.tenantId, clientId, tx) };
      });
    },

    /** Permissions taken away hold for tokens already given out, too. @throws ParvisError app-registration/not-found */
    async change(origin: Origin, clientId: string, change: RegistrationChange): Promise<store.AppRegistration> {
      return await command(database, origin, async (tx) => {
        const before = await get(origin.tenantId, clientId, tx);
        const after = {
          ...before,
          displayName: change.displayName?.trim() ?? before.displayName,
          publicClient: change.publicClient ?? before.publicClient,
          redirectUris: unique(change.redirectUris ?? before.redirectUris),
          appRoles: unique(change.appRoles ?? before.appRoles),
        };
        await store.updateRegistration(tx, origin.tenantId, after);
        const detail = { name: after.displayName, appRoles: { from: before.appRoles, to: after.appRoles } };
        return { event: { operation: "Parvis.AppRegistrationChanged", subjectId: clientId, detail }, result: after };
      });
    },

    /** With its secrets; its tokens stop working. @throws ParvisError app-registration/not-found */
    async remove(origin: Origin, clientId: string): Promise<void> {
      await command(database, origin, async (tx) => {
        const { displayName } = await get(origin.tenantId, clientId, tx);
        await store.deleteRegistration(tx, origin.tenantId, clientId);
        const event = {
          operation: "Parvis.AppRegistrationDeleted",
          subjectId: clientId,
          detail: { name: displayName },
        };
        return { event, result: undefined };
      });
    },

    /**
     * Makes a secret. It is shown now and never again: only its hash is kept.
     * @throws ParvisError app-registration/not-found, app-registration/too-many-secrets
     */
    async makeSecret(
      origin: Origin,
      clientId: string,
      expiresAt: Date | null,
    ): Promise<{ id: string; secret: string }> {
      return await addSecret(origin, clientId, randomBytes(30).toString("base64url"), expiresAt);
    },

    /** Sees to it that a given secret works, for the bootstrap file. @returns whether it did not before */
    async ensureSecret(origin: Origin, clientId: string, secret: string): Promise<boolean> {
      const hashes = await store.listSecretHashes(database.sql, origin.tenantId, clientId);
      for (const { hash } of hashes) if (await verifyPassword(hash, secret)) return false;
      const [oldest, ...others] = await store.listSecrets(database.sql, origin.tenantId, [clientId]);
      if (oldest !== undefined && others.length + 1 >= mostSecrets) await removeSecret(origin, clientId, oldest.id);
      await addSecret(origin, clientId, secret, null);
      return true;
    },

    removeSecret,

    /**
     * Whether a secret is one of the application's. Wrong ones are counted, so that nobody can guess for long.
     * @param client where the attempt came from.
     * @throws ParvisError session/too-many-attempts
     */
    async prove(tenantId: string, clientId: string, secret: string, client: string): Promise<ClientProof> {
      const wrong = await attempts.begin(tenantId, clientId, client);
      let proof: ClientProof = "wrong";
      for (const { hash, expiresAt } of await store.listSecretHashes(database.sql, tenantId, clientId)) {
        if (!(await verifyPassword(hash, secret))) continue;
        if (expiresAt === null || expiresAt > now()) return "right";
        proof = "expired";
      }
      await wrong();
      return proof;
    },
  };
}
