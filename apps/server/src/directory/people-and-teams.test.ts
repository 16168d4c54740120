import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, contoso } from "../testing/contoso.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

interface PersonBody {
  id: string;
  upn: string;
  displayName: string;
  roles: string[];
}

describe("people", () => {
  test("are managed by administrators only", async () => {
    expect((await place.megan.call("GET", "/api/people")).status).toBe(403);
    expect((await place.megan.call("POST", "/api/people", { upn: "x@contoso.test", displayName: "X" })).status).toBe(
      403,
    );
  });

  test("come in pages, in order of name, each once", async () => {
    for (let number = 0; number < 12; number++) {
      await place.ada.call("POST", "/api/people", {
        upn: `person${number}@contoso.test`,
        displayName: `Person ${String(number).padStart(2, "0")}`,
      });
    }
    const names: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const page: { body: { items: PersonBody[]; nextCursor: string | null } } = await place.ada.call(
        "GET",
        `/api/people?limit=5${query}`,
      );
      expect(page.body.items.length).toBeLessThanOrEqual(5);
      names.push(...page.body.items.map((person) => person.displayName));
      cursor = page.body.nextCursor;
    }
    expect(names).toEqual(names.toSorted());
    expect(new Set(names).size).toBe(15);
  });

  test("are found by part of a name, taking % and _ literally", async () => {
    const found = await place.ada.call<{ items: PersonBody[] }>("GET", "/api/people?search=BOWEN");
    expect(found.body.items.map((person) => person.upn)).toEqual(["megan@contoso.test"]);
    const none = await place.ada.call<{ items: PersonBody[] }>("GET", "/api/people?search=%25");
    expect(none.body.items).toEqual([]);
  });

  test("have names of their own", async () => {
    const { status, body } = await place.ada.call("POST", "/api/people", {
      upn: "MEGAN@contoso.test",
      displayName: "Other Megan",
    });
    expect([status, body.code]).toEqual([409, "person/name-taken"]);
  });

  test("keep at least one administrator", async () => {
    const found = await place.ada.call<{ items: PersonBody[] }>("GET", "/api/people?search=ada@");
    const { status, body } = await place.ada.call("PATCH", `/api/people/${found.body.items[0]?.id}`, { roles: [] });
    expect([status, body.code]).toEqual([409, "person/last-administrator"]);
    expect((await place.ada.call("GET", "/api/people")).status).toBe(200);
  });

  test("refuse a cursor that is none", async () => {
    const { status, body } = await place.ada.call("GET", "/api/people?cursor=bm9uc2Vuc2U");
    expect([status, body.code]).toEqual([400, "request/invalid"]);
  });
});

describe("teams", () => {
  test("have General first and channels by name, and their members only", async () => {
    const made = await place.ada.call<{ id: string; channels: { displayName: string }[] }>("POST", "/api/teams", {
      displayName: "Design",
      channels: ["Zebra", "alpha", "General"],
    });
    expect(made.status).toBe(201);
    expect(made.body.channels.map((channel) => channel.displayName)).toEqual(["General", "alpha", "Zebra"]);
    expect((await place.megan.call("GET", `/api/teams/${made.body.id}`)).status).toBe(404);
    await place.ada.call("POST", `/api/teams/${made.body.id}/members`, { upn: "megan@contoso.test" });
    expect((await place.megan.call("GET", `/api/teams/${made.body.id}`)).status).toBe(200);
  });

  test("show each person the ones they are in, and an administrator all of them on request", async () => {
    const names = async (person: Contoso["ada"], query = "") =>
      (await person.call<{ items: { displayName: string }[] }>("GET", `/api/teams${query}`)).body.items?.map(
        (team) => team.displayName,
      );
    expect(await names(place.alex)).toEqual([]);
    expect(await names(place.ada, "?all=true")).toContain("Engineering");
    expect((await place.alex.call("GET", "/api/teams?all=true")).status).toBe(403);
  });

  test("are changed by owners, not by members", async () => {
    const path = `/api/teams/${place.team.id}/channels`;
    const { status, body } = await place.megan.call("POST", path, { displayName: "Secrets" });
    expect([status, body.code]).toEqual([403, "team/owner-required"]);
    expect((await place.alex.call("POST", path, { displayName: "Secrets" })).status).toBe(404);
    expect((await place.ada.call("POST", path, { displayName: "Releases" })).status).toBe(201);
  });

  test("have each channel name once, whatever its case", async () => {
    const { status, body } = await place.ada.call("POST", `/api/teams/${place.team.id}/channels`, {
      displayName: "ALERTS",
    });
    expect([status, body.code]).toEqual([409, "channel/name-taken"]);
  });

  test("keep at least one owner", async () => {
    const session = await place.ada.call<{ person: { id: string } }>("GET", "/api/session");
    const { status, body } = await place.ada.call(
      "DELETE",
      `/api/teams/${place.team.id}/members/${session.body.person.id}`,
    );
    expect([status, body.code]).toEqual([409, "team/last-owner"]);
  });

  test("say who is missing when a member is not there", async () => {
    const { status, body } = await place.ada.call("POST", `/api/teams/${place.team.id}/members`, {
      upn: "ghost@contoso.test",
    });
    expect([status, body.detail]).toEqual([404, "There is no ghost@contoso.test here."]);
  });
});

test.each([
  ["GET", "/api/people?search=%00", undefined],
  ["POST", "/api/groups", { displayName: "a\u0000b" }],
  ["POST", "/api/audit/searches", { name: "a", filter: { operation: "a\u0000b" } }],
  ["DELETE", "/api/policies/permission/assignments/groups/%00", undefined],
] as const)("%s %s with a NUL in it is the asker's fault, and says so", async (method, path, body) => {
  const answer = await place.ada.call(method, path, body);
  expect([answer.status, answer.body.code]).toEqual([400, "request/invalid"]);
  expect(answer.body.detail).toContain("NUL");
});
