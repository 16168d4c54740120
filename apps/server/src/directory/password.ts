import { hash, verify } from "@node-rs/argon2";

/** OWASP's first recommendation for Argon2id, the library's own algorithm: 19 MiB, two passes, one lane; some 25 ms on this class of machine. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password on the thread pool; the result carries its own parameters and salt. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password, options);
}

let nobody: Promise<string> | undefined;

/**
 * Whether the password is the one behind the hash. Without a hash (no such person, no password) the same work is done
 * for nothing, so that the time taken does not tell which names exist.
 */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword("nobody has this password");
  const right = await verify(passwordHash ?? (await nobody), password).catch(() => false);
  return right && passwordHash !== null && passwordHash !== undefined;
}
