import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { TestPerson } from "../testing/test-server.ts";
import { hashPassword, verifyPassword } from "./password.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

const megan = { upn: "megan@contoso.test", password: "correct-horse-2" };

async function signIn(body: object, headers: Record<string, string> = {}): Promise<Response> {
  return await fetch(`${place.server.url}/api/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

test("hashes passwords with Argon2id, and never takes nobody's", async () => {
  const hash = await hashPassword("correct horse");
  expect(hash).toMatch(/^\$argon2id\$/);
  expect(await verifyPassword(hash, "correct horse")).toBe(true);
  expect(await verifyPassword(hash, "wrong horse")).toBe(false);
  expect(await verifyPassword(null, "nobody has this password")).toBe(false);
});

describe("signing in", () => {
  test("gives a cookie that scripts and other sites cannot use", async () => {
    const response = await signIn(megan);
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toMatch(
      /^parvis_session=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await response.json()).toMatchObject({
      person: { upn: megan.upn },
      organisation: { displayName: "Contoso" },
      administrator: false,
    });
  });

  test("takes the name in any case", async () => {
    expect((await signIn({ ...megan, upn: " Megan@Contoso.TEST " })).status).toBe(200);
  });

  test("ends the session the browser had before, so that a planted one is worth nothing", async () => {
    const person = await TestPerson.signedIn(place.server.url, megan.upn, megan.password);
    const before = person.cookie;
    await person.call("POST", "/api/session", megan);
    expect(person.cookie).not.toBe(before);
    const old = await fetch(`${place.server.url}/api/session`, { headers: { Cookie: before } });
    expect(old.status).toBe(401);
  });

  test("answers the same for a wrong password and a name that does not exist", async () => {
    const answers = await Promise.all([
      signIn({ ...megan, password: "wrong-horse" }),
      signIn({ upn: "nobody@contoso.test", password: "wrong-horse" }),
    ]);
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as Record<string, unknown>[];
    for (const body of bodies) expect(body).toMatchObject({ status: 401, code: "session/wrong-credentials" });
  });

  test("makes guessers wait, and says how long", async () => {
    const attempt = { upn: "alex@contoso.test", password: "guess" };
    for (let count = 0; count < 10; count++) await signIn(attempt);
    const refused = await signIn({ ...attempt, password: "correct-horse-3" });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("names what is wrong with a request, all of it", async () => {
    const response = await signIn({ upn: "no-at-sign" });
    expect(response.status).toBe(400);
    const body = (await response.json()) as { code: string; issues: { path: string }[] };
    expect(body.code).toBe("request/invalid");
    expect(body.issues.map((issue) => issue.path)).toEqual(["upn", "password"]);
  });
});

describe("a session", () => {
  test("is over after signing out", async () => {
    const person = await TestPerson.signedIn(place.server.url, megan.upn, megan.password);
    const { cookie } = person;
    expect((await person.call("DELETE", "/api/session")).status).toBe(204);
    expect((await fetch(`${place.server.url}/api/session`, { headers: { Cookie: cookie } })).status).toBe(401);
  });

  test("is over when an administrator sets a new password", async () => {
    const made = await place.ada.call<{ id: string }>("POST", "/api/people", {
      upn: "lee@contoso.test",
      displayName: "Lee Gu",
      password: "correct-horse-4",
    });
    const lee = await TestPerson.signedIn(place.server.url, "lee@contoso.test", "correct-horse-4");
    await place.ada.call("PATCH", `/api/people/${made.body.id}`, { password: "correct-horse-5" });
    expect((await lee.call("GET", "/api/session")).status).toBe(401);
    expect((await signIn({ upn: "lee@contoso.test", password: "correct-horse-5" })).status).toBe(200);
  });

  test.each([
    ["a foreign origin", { Origin: "https://evil.example" }],
    ["another site, as the browser says", { "Sec-Fetch-Site": "cross-site" }],
    ["a page on another port", { Origin: "http://localhost:1", "Sec-Fetch-Site": "same-site" }],
  ])("does not serve changes asked for by %s", async (_, headers) => {
    const { status, body } = await place.ada.call<{ code: string }>(
      "POST",
      "/api/people",
      { upn: "eve@contoso.test", displayName: "Eve" },
      headers,
    );
    expect([status, body.code]).toEqual([403, "request/foreign-origin"]);
  });

  test("serves changes asked for by our own pages", async () => {
    const headers = { Origin: place.server.url, "Sec-Fetch-Site": "same-origin" };
    expect((await place.megan.call("POST", "/api/session", megan, headers)).status).toBe(200);
  });

  test("with a made-up cookie is no session", async () => {
    for (const cookie of [
      "nonsense",
      "a.b",
      "11111111-1111-4111-8111-111111111111.secret",
      "'; drop table session; --.x",
    ]) {
      const response = await fetch(`${place.server.url}/api/session`, {
        headers: { Cookie: `parvis_session=${encodeURIComponent(cookie)}` },
      });
      expect(response.status).toBe(401);
    }
  });
});
