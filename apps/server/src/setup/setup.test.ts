import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bootstrapFile, contosoFile } from "../testing/contoso.ts";
import { TestPerson, type TestServer, testServer } from "../testing/test-server.ts";
import { BootstrapError, parseBootstrap } from "./bootstrap.service.ts";

describe("the first start", () => {
  let server: TestServer;
  let token: string;

  beforeAll(async () => {
    server = await testServer();
    token = new URL(server.setupLink ?? "").searchParams.get("token") ?? "";
  });
  afterAll(async () => await server.dispose());

  const wish = (given: string) => ({
    token: given,
    organisation: { displayName: "Contoso" },
    administrator: { upn: "ada@contoso.test", displayName: "Ada Admin", password: "correct-horse-1" },
  });

  test("prints a link that says what it is for", async () => {
    expect(server.setupLink).toMatch(/^http:\/\/localhost:\d+\/setup\?token=[\w-]{32}$/);
    const stranger = new TestPerson(server.url);
    expect((await stranger.call("GET", `/api/setup?token=${token}`)).body).toEqual({ needed: true, linkValid: true });
    expect((await stranger.call("GET", "/api/setup?token=guess")).body).toEqual({ needed: true, linkValid: false });
  });

  test("does not take a link that is not the printed one", async () => {
    const { status, body } = await new TestPerson(server.url).call("POST", "/api/setup", wish("guess"));
    expect([status, body.code]).toEqual([403, "setup/link-invalid"]);
  });

  test("makes one organisation with one link, and signs its administrator in", async () => {
    const people = [new TestPerson(server.url), new TestPerson(server.url)];
    const answers = await Promise.all(
      people.map(async (person) => await person.call("POST", "/api/setup", wish(token))),
    );
    expect(answers.map((answer) => answer.status).filter((status) => status === 201)).toHaveLength(1);
    const first = people[answers.findIndex((answer) => answer.status === 201)];
    const session = await first?.call<{ organisation: { domain: string }; administrator: boolean }>(
      "GET",
      "/api/session",
    );
    expect(session?.body).toMatchObject({ organisation: { domain: "contoso.test" }, administrator: true });
    const again = await new TestPerson(server.url).call("POST", "/api/setup", wish(token));
    expect([again.status, again.body.code]).toEqual([409, "setup/already-done"]);
  });
});

describe("a bootstrap file", () => {
  test("applied again changes nothing, and adds what was added to it", async () => {
    const server = await testServer({ bootstrap: await bootstrapFile(contosoFile) });
    expect(server.setupLink).toBeUndefined();
    const ada = await TestPerson.signedIn(server.url, "ada@contoso.test", "correct-horse-1");
    const before = await ada.call("GET", "/api/teams");
    await server.restart(
      await bootstrapFile(
        contosoFile
          .replace("[General, Alerts]", "[General, Alerts, Releases]")
          .replaceAll("correct-horse-1", "another-horse"),
      ),
    );
    const after = await ada.call<{ items: { id: string; channels: { displayName: string }[] }[] }>("GET", "/api/teams");
    expect(after.body.items).toHaveLength(1);
    expect(after.body.items[0]?.channels.map((channel) => channel.displayName)).toEqual([
      "General",
      "Alerts",
      "Releases",
    ]);
    expect(JSON.stringify(after.body)).toContain(JSON.stringify(before.body).match(/"id":"[^"]+"/)?.[0] ?? "nothing");
    await TestPerson.signedIn(server.url, "ada@contoso.test", "correct-horse-1");
    await server.dispose();
  });

  test("that is not YAML is refused with line and column", () => {
    expect(() => parseBootstrap("tenant: [", "file.yaml")).toThrow(BootstrapError);
    expect(() => parseBootstrap("tenant: [", "file.yaml")).toThrow(/line 1, column \d+/);
  });

  test("is refused with everything that does not fit", () => {
    const wrong =
      "tenant: { id: nonsense, displayName: C, domain: c.test }\nusers:\n  - { upn: nobody, displayName: N, pasword: x }\nteams: []";
    expect(() => parseBootstrap(wrong, "file.yaml")).toThrow(/tenant\.id[\s\S]*users\.0/);
    expect(() => parseBootstrap(wrong, "file.yaml")).toThrow(/pasword/);
  });

  test("that names somebody who is not there stops the start in words", async () => {
    const file = contosoFile.replace("members: [megan@contoso.test]", "members: [ghost@contoso.test]");
    await expect(testServer({ bootstrap: await bootstrapFile(file) })).rejects.toThrow(
      "there is no user ghost@contoso.test",
    );
  });
});
