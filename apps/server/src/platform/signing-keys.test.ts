import { createLocalJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/test-database.ts";
import { openSigningKeys } from "./signing-keys.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => await database.dispose());

const frame = { issuer: "https://parvis.test", audience: "https://target.test", subject: "ada", expiresInSeconds: 60 };

test("nodes that start together and later sign with one key, which others check by the published half", async () => {
  const [first, second] = await Promise.all([openSigningKeys(database.sql), openSigningKeys(database.sql)]);
  const later = await openSigningKeys(database.sql);
  expect(second.jwks()).toEqual(first.jwks());
  expect(later.jwks()).toEqual(first.jwks());
  const token = await first.sign({ sender: "builds" }, frame);
  expect(await later.verify(token, { issuer: frame.issuer, audience: frame.audience })).toMatchObject({
    iss: frame.issuer,
    sub: "ada",
    sender: "builds",
  });
  const { payload } = await jwtVerify(token, createLocalJWKSet(first.jwks()), { audience: frame.audience });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
});

test("publishes nothing private", async () => {
  const keys = await openSigningKeys(database.sql);
  for (const key of keys.jwks().keys)
    expect(Object.keys(key).toSorted()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
});

test("takes no token for somebody else, from somebody else, or of another key", async () => {
  const keys = await openSigningKeys(database.sql);
  const token = await keys.sign({}, frame);
  await expect(keys.verify(token, { audience: "https://other.test" })).rejects.toThrow("aud");
  await expect(keys.verify(token, { issuer: "https://other.test" })).rejects.toThrow("iss");
  const [head, body] = token.split(".");
  await expect(keys.verify(`${head}.${body}.AAAA`, {})).rejects.toThrow("signature");
  await expect(keys.verify(await keys.sign({}, { ...frame, expiresInSeconds: -60 }), {})).rejects.toThrow("exp");
});
