import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from "jose";
import { sql as text } from "kysely";
import type { Sql } from "./database/database.ts";

const algorithm = "RS256";

/** What every token says beside its own claims. */
export interface TokenFrame {
  readonly issuer: string;
  readonly audience: string;
  readonly subject: string;
  readonly expiresInSeconds: number;
}

/** Signs tokens that others check by the published keys, and checks its own. */
export interface SigningKeys {
  sign(claims: JWTPayload, frame: TokenFrame): Promise<string>;
  /** @throws JOSEError of the package `jose` when signature, issuer, audience or time do not hold. */
  verify(token: string, expected: { issuer?: string | string[]; audience?: string | string[] }): Promise<JWTPayload>;
  /** The public halves, as `/:tenant/discovery/v2.0/keys` publishes them. */
  jwks(): JSONWebKeySet;
  /** The private set, newest first, for a library that signs by itself. Never leaves the process. */
  privateJwks(): { keys: JWK[] };
}

const privateMembers = new Set(["d", "p", "q", "dp", "dq", "qi", "oth"]);

function publicHalf(key: JWK): JWK {
  return Object.fromEntries(Object.entries(key).filter(([name]) => !privateMembers.has(name)));
}

async function makeKey(): Promise<JWK & { kid: string }> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true, modulusLength: 2048 });
  const key = await exportJWK(privateKey);
  return { ...key, kid: await calculateJwkThumbprint(key), alg: algorithm, use: "sig" };
}

async function readKeys(sql: Sql): Promise<JWK[]> {
  const { rows } = await text<{ key: JWK }>`
    select private_key as key from signing_key order by created_at desc, key_id limit 10`.execute(sql);
  return rows.map((row) => row.key);
}

/** Opens the keys in the database; the first node that starts makes the first. */
export async function openSigningKeys(sql: Sql): Promise<SigningKeys> {
  let keys = await readKeys(sql);
  if (keys.length === 0) {
    const made = await makeKey();
    // Of two nodes that start together one key stays: the statement waits for the other's lock and then sees its row.
    await sql.transaction().execute(async (tx) => {
      await text`lock table signing_key in exclusive mode`.execute(tx);
      await text`insert into signing_key (key_id, private_key)
        select ${made.kid}, ${JSON.stringify(made)}::jsonb where not exists (select from signing_key)`.execute(tx);
    });
    keys = await readKeys(sql);
  }
  const [newest] = keys;
  if (newest === undefined) throw new Error("There is no key to sign with.");
  const signer = await importJWK(newest, algorithm);
  const published: JSONWebKeySet = { keys: keys.map(publicHalf) };
  const known = createLocalJWKSet(published);
  return {
    sign: async (claims, { issuer, audience, subject, expiresInSeconds }) => {
      const now = Math.floor(Date.now() / 1_000);
      return await new SignJWT(claims)
        .setProtectedHeader({ alg: algorithm, typ: "JWT", kid: newest.kid ?? "" })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt(now)
        .setNotBefore(now)
        .setExpirationTime(now + expiresInSeconds)
        .sign(signer);
    },
    verify: async (token, expected) =>
      (await jwtVerify(token, known, { ...expected, algorithms: [algorithm], clockTolerance: 5 })).payload,
    jwks: () => published,
    privateJwks: () => ({ keys }),
  };
}
