/** `parvis login` and `parvis webhook …` as people run them: a process of its own against a whole Parvis. */
import { mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nobody, runParvis } from "../testing/cli-process.ts";
import { type Contoso, contoso, post } from "../testing/contoso.ts";
import { testPicture } from "../testing/pictures.ts";

let place: Contoso;
let home: string;

beforeAll(async () => {
  place = await contoso();
  home = await mkdtemp(join(tmpdir(), "parvis-cli-"));
});
afterAll(async () => await place.server.dispose());

async function parvis(args: string[], input = "", environment: Record<string, string> = {}) {
  const ran = await runParvis({ url: place.server.url, home }, args, { ...nobody, ...environment, input });
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the document it asked for.
  return { ...ran, json: () => JSON.parse(ran.out) as any };
}

test("nobody signed in is told how; a wrong password is refused; a server that is not there is 3", async () => {
  const nobody = await parvis(["webhook", "list", "--team", "Engineering"]);
  expect([nobody.code, nobody.out]).toEqual([1, ""]);
  expect(nobody.err).toContain(`parvis login --server ${place.server.url}`);
  const wrong = await parvis(["login", "-u", "megan@contoso.test"], "wrong\n");
  expect([wrong.code, wrong.err]).toEqual([1, "parvis: The name or the password is wrong.\n"]);
  expect((await parvis(["login", "-u", "megan@contoso.test"])).code).toBe(2);
  expect((await parvis(["login"], "x\n")).code).toBe(2);
  expect((await parvis(["login", "-u", "x", "--server", "nowhere"], "x\n")).code).toBe(2);
  const away = await parvis(["login", "-u", "x", "--server", "http://127.0.0.1:9"], "x\n");
  expect([away.code, away.err]).toEqual([3, expect.stringContaining("does not answer")]);
  expect((await parvis(["webhook"])).code).toBe(2);
  expect((await parvis(["webhook", "frobnicate"])).code).toBe(2);
  expect((await parvis(["webhook", "--help"])).code).toBe(0);
});

test("a session is kept, the password is not, and its file is its owner's alone", async () => {
  const login = await parvis(["login", "-u", "megan@contoso.test", "--json"], "correct-horse-2\n");
  expect(login.json()).toMatchObject({ signedIn: true, url: place.server.url, upn: "megan@contoso.test" });
  const kept = join(home, "parvis/login.json");
  expect((await stat(kept)).mode & 0o777).toBe(0o600);
  expect(await readFile(kept, "utf8")).not.toContain("correct-horse");
});

test("a webhook is made, listed, posted to, looked at, replaced and ended", async () => {
  const picture = join(home, "picture.png");
  await writeFile(picture, testPicture.bytes);
  const place_ = ["--team", "engineering", "--channel", "general"];
  const made = await parvis([
    "webhook",
    "create",
    "Nightly",
    ...place_,
    "--picture",
    picture,
    "--limit",
    "3/3600",
    "--json",
  ]);
  expect([made.code, made.err]).toEqual([0, ""]);
  const webhook = made.json();
  expect(webhook).toMatchObject({ name: "Nightly", rateLimits: [{ seconds: 3600, max: 3 }], icon: expect.any(String) });
  expect((await parvis(["webhook", "create", "Plain", ...place_])).out.trim()).toMatch(/^http.*\/webhookb2\//);

  const listed = await parvis(["webhook", "list", "--team", place.team.id]);
  expect(listed.out).toContain("Nightly");
  expect(listed.out).not.toContain("/webhookb2/");
  const named = ["Nightly", "--team", "Engineering"];
  const sent = await parvis(["webhook", "send", ...named, "all **green**", "--title", "Build 7"]);
  expect([sent.code, sent.out]).toEqual([0, expect.stringMatching(/^Posted \([0-9a-f-]{36}\)\.\n$/)]);
  const refused = await parvis(["webhook", "send", webhook.id, "--file", "-", "--json"], "[1]");
  expect([refused.code, refused.json()]).toMatchObject([1, { accepted: false, status: 400 }]);
  const byAddress = { PARVIS_WEBHOOK_URL: webhook.webhookUrl, PARVIS_URL: "" };
  expect((await parvis(["webhook", "send", "-", "by address"], "", byAddress)).code).toBe(0);
  expect((await parvis(["webhook", "send", webhook.id])).code).toBe(2);

  const log = (await parvis(["webhook", "log", ...named, "--json"])).json();
  expect(log.items.map(({ verdict }: { verdict: string }) => verdict)).toEqual(["accepted", "refused", "accepted"]);
  const first = log.items[2].id;
  expect((await parvis(["webhook", "log", ...named])).out).toContain("Build 7");
  expect((await parvis(["webhook", "log", ...named, "--verdict", "refused", "--json"])).json().items).toHaveLength(1);
  expect((await parvis(["webhook", "log", ...named, first])).out).toContain("all **green**");
  expect((await parvis(["webhook", "log", ...named, first, "--again", "--json"])).json()).toMatchObject({
    verdict: "accepted",
    againOf: first,
  });
  expect((await parvis(["webhook", "log", ...named, first, "--again"])).code).toBe(1);
  expect((await parvis(["webhook", "log", ...named, "--since", "yesterday"])).code).toBe(2);

  const rotated = (await parvis(["webhook", "rotate", ...named, "--grace", "2h", "--json"])).json();
  expect(rotated.webhookUrl).not.toBe(webhook.webhookUrl);
  expect((await post(webhook.webhookUrl, "[1]")).status).toBe(400);
  expect((await parvis(["webhook", "show", ...named])).out).toContain("an old address works until");
  expect((await parvis(["webhook", "revoke", ...named, "--previous"])).out).toBe(
    "Ended 1 old address(es) of “Nightly”.\n",
  );
  expect((await post(webhook.webhookUrl, "[1]")).status).toBe(410);
  expect((await parvis(["webhook", "revoke", webhook.id])).code).toBe(0);
  expect((await post(rotated.webhookUrl, "[1]")).status).toBe(410);
  expect((await parvis(["webhook", "show", webhook.id])).code).toBe(1);
});

test("what is not there, or is meant in several ways, is said", async () => {
  const none = await parvis(["webhook", "list", "--team", "Nobody"]);
  expect([none.code, none.err]).toEqual([1, expect.stringContaining("no team “Nobody”")]);
  const channel = await parvis(["webhook", "create", "X", "--team", "Engineering", "--channel", "Nowhere"]);
  expect([channel.code, channel.err]).toEqual([1, expect.stringContaining("there is General, Alerts")]);
  for (let twice = 0; twice < 2; twice++)
    await parvis(["webhook", "create", "Twin", "--team", "Engineering", "--channel", "Alerts"]);
  const twins = await parvis(["webhook", "revoke", "Twin", "--team", "Engineering"]);
  expect([twins.code, twins.err]).toEqual([1, expect.stringContaining("give the id")]);
  expect((await parvis(["webhook", "revoke", "Twin"])).code).toBe(2);
  const bad = await parvis([
    "webhook",
    "create",
    "X",
    "--team",
    "Engineering",
    "--channel",
    "Alerts",
    "--limit",
    "many",
  ]);
  expect(bad.code).toBe(2);
});

test("signing out ends the session on both sides", async () => {
  const kept = JSON.parse(await readFile(join(home, "parvis/login.json"), "utf8")) as { logins: { cookie: string }[] };
  expect((await parvis(["login", "--out"])).out).toContain("Signed out");
  expect((await parvis(["webhook", "list", "--team", "Engineering"])).code).toBe(1);
  const session = await fetch(`${place.server.url}/api/session`, { headers: { Cookie: kept.logins[0]?.cookie ?? "" } });
  expect(session.status).toBe(401);
});
