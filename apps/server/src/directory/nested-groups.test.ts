import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { until } from "../testing/until.ts";
import { mostLevels } from "./group.rules.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place?.server.dispose());

interface GroupBody {
  id: string;
  displayName: string;
  members: number;
  groups: number;
  allMembers: number;
}
interface MemberBody {
  upn: string;
  direct: boolean;
  through: { displayName: string }[];
}

let number = 0;
let suffix = "";
/** Each test has groups of its own: names are said without what tells them apart. */
beforeEach(() => {
  number += 1;
  suffix = ` ${number}`;
});
const plain = (text: string | undefined) => text?.replaceAll(suffix, "");

async function group(name: string, members: readonly string[] = []): Promise<string> {
  const body = { displayName: `${name}${suffix}`, members: members.map((who) => `${who}@contoso.test`) };
  return (await place.ada.call<GroupBody>("POST", "/api/groups", body)).body.id;
}
const nest = async (outer: string, ...inner: string[]) =>
  await place.ada.call<{ added: number; code?: string; detail?: string }>("POST", `/api/groups/${outer}/groups`, {
    groups: inner,
  });
const shown = async (id: string) => (await place.ada.call<GroupBody>("GET", `/api/groups/${id}`)).body;
const people = async (id: string, query = "?which=all") =>
  (await place.ada.call<{ items: MemberBody[] }>("GET", `/api/groups/${id}/members${query}`)).body.items.map(
    ({ upn, direct, through }) => ({
      who: upn.split("@")[0],
      direct,
      through: through.map(({ displayName }) => plain(displayName)),
    }),
  );
const names = async (path: string) =>
  (await place.ada.call<{ items: GroupBody[] }>("GET", `/api/groups/${path}`)).body.items.map(({ displayName }) =>
    plain(displayName),
  );

describe("a group in a group", () => {
  test("brings its people, counted once and named with the group they are in themselves", async () => {
    const sellers = await group("Sellers", ["megan", "alex"]);
    const europe = await group("Europe", ["alex"]);
    const world = await group("World");
    expect((await nest(world, europe)).body).toEqual({ added: 1 });
    expect((await nest(europe, `sellers${suffix}`)).body).toEqual({ added: 1 });
    expect((await nest(europe, sellers)).body).toEqual({ added: 0 });

    expect(await shown(world)).toMatchObject({ members: 0, groups: 1, allMembers: 2 });
    expect(await shown(europe)).toMatchObject({ members: 1, groups: 1, allMembers: 2 });
    expect(await people(europe)).toEqual([
      { who: "alex", direct: true, through: ["Sellers"] },
      { who: "megan", direct: false, through: ["Sellers"] },
    ]);
    expect(await people(europe, "")).toEqual([{ who: "alex", direct: true, through: ["Sellers"] }]);
    expect(await people(world)).toEqual([
      { who: "alex", direct: false, through: ["Europe", "Sellers"] },
      { who: "megan", direct: false, through: ["Sellers"] },
    ]);
    expect(await people(world, "?which=all&search=meg")).toMatchObject([{ who: "megan" }]);
    expect(await people(world, "")).toEqual([]);
    expect(await names(`${world}/groups`)).toEqual(["Europe"]);
    expect(await names(`${sellers}/member-of`)).toEqual(["Europe"]);
  });

  test("whose people are taken out where they are", async () => {
    const sellers = await group("Sellers", ["megan"]);
    const europe = await group("Europe");
    await nest(europe, sellers);
    const { items } = (
      await place.ada.call<{ items: { id: string }[] }>("GET", `/api/groups/${europe}/members?which=all`)
    ).body;
    const refused = await place.ada.call<{ detail: string }>("DELETE", `/api/groups/${europe}/members/${items[0]?.id}`);
    expect(refused.status).toBe(404);
    expect(plain(refused.body.detail)).toBe(
      "They are in Europe by the group Sellers, not themselves. Take them out of Sellers, or that group out of Europe.",
    );
  });

  test("goes with all below it, but for what another way still reaches", async () => {
    // A diamond: World holds Europe and Sales, both hold Sellers.
    const sellers = await group("Sellers", ["megan"]);
    const europe = await group("Europe", ["alex"]);
    const sales = await group("Sales");
    const world = await group("World");
    await nest(europe, sellers);
    await nest(sales, sellers);
    await nest(world, europe, sales);
    const inWorld = async () => (await people(world)).map(({ who }) => who);
    expect(await inWorld()).toEqual(["alex", "megan"]);
    expect((await place.ada.call("DELETE", `/api/groups/${europe}/groups/${sellers}`)).status).toBe(204);
    expect(await inWorld()).toEqual(["alex", "megan"]);
    expect((await people(europe)).map(({ who }) => who)).toEqual(["alex"]);
    expect((await place.ada.call("DELETE", `/api/groups/${sales}/groups/${sellers}`)).status).toBe(204);
    expect(await inWorld()).toEqual(["alex"]);

    const again = await place.ada.call<{ detail: string }>("DELETE", `/api/groups/${sales}/groups/${sellers}`);
    expect([again.status, plain(again.body.detail)]).toEqual([404, "Sellers is not in Sales."]);
  });

  test("that is deleted takes its ways along, and leaves the groups around and within", async () => {
    const sellers = await group("Sellers", ["megan"]);
    const europe = await group("Europe", ["alex"]);
    const world = await group("World");
    await nest(europe, sellers);
    await nest(world, europe);
    expect((await place.ada.call("DELETE", `/api/groups/${europe}`)).status).toBe(204);
    expect(await shown(world)).toMatchObject({ groups: 0, allMembers: 0 });
    expect(await people(world)).toEqual([]);
    expect(await shown(sellers)).toMatchObject({ allMembers: 1 });
    expect(await names(`${sellers}/member-of`)).toEqual([]);
  });
});

test("what comes and goes stands in the audit log, groups as people do", async () => {
  await place.ada.call("PATCH", "/api/settings", { auditEnabled: true });
  const [europe, sellers] = [await group("Europe"), await group("Sellers")];
  await nest(europe, sellers);
  await place.ada.call("DELETE", `/api/groups/${europe}/groups/${sellers}`);
  // The log is written behind the change.
  for (const operation of ["GroupMembersAdded", "GroupMembersRemoved"])
    await until(async () => {
      const { body } = await place.ada.call("GET", `/api/audit?operation=Parvis.${operation}`);
      return JSON.stringify(body).includes(`Sellers${suffix}`);
    });
});

describe("refused are", () => {
  test("rings, however long, in words", async () => {
    const [a, b, c] = [await group("A"), await group("B"), await group("C")];
    await nest(a, b);
    await nest(b, c);
    for (const [outer, inner, detail] of [
      [a, a, "A cannot stand in itself. Nothing was changed."],
      [
        b,
        a,
        "A holds B already (B, in A), so it cannot stand in B. Take one out of the other first. Nothing was changed.",
      ],
      [
        c,
        a,
        "A holds C already (C, in B, in A), so it cannot stand in C. Take one out of the other first. Nothing was changed.",
      ],
    ] as const) {
      const { status, body } = await nest(outer, inner);
      expect([status, body.code, plain(body.detail)]).toEqual([409, "group/within-itself", detail]);
    }
    expect(await names(`${c}/groups`)).toEqual([]);
  });

  test("rings that two close at once: one of them is told", async () => {
    const [a, b] = [await group("A"), await group("B")];
    const answers = await Promise.all([nest(a, b), nest(b, a)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test("groups that are not there, all of them named and none put in", async () => {
    const [a, b] = [await group("A"), await group("B")];
    const { status, body } = await nest(a, b, "Nobody", "0197e000-0000-7000-8000-000000000001");
    expect([status, body.detail]).toEqual([
      404,
      "There is no group 0197e000-0000-7000-8000-000000000001, Nobody here. Nothing was changed.",
    ]);
    expect(await names(`${a}/groups`)).toEqual([]);
  });

  test("more levels than an organisation needs", async () => {
    const chain = [await group("Level 1", ["megan"])];
    for (let level = 2; level <= mostLevels; level++) {
      chain.unshift(await group(`Level ${level}`));
      expect((await nest(chain[0] ?? "", chain[1] ?? "")).status).toBe(200);
    }
    expect((await people(chain[0] ?? "")).map(({ who }) => who)).toEqual(["megan"]);
    const further = await group("Too far");
    for (const [outer, inner] of [
      [further, chain[0]],
      [chain.at(-1), further],
    ]) {
      const { status, body } = await nest(outer ?? "", inner ?? "");
      expect([status, body.code]).toEqual([409, "group/nested-too-deep"]);
    }
    expect(await shown(further)).toMatchObject({ groups: 0, allMembers: 0 });
  });

  test("everybody but administrators", async () => {
    const [a, b] = [await group("A"), await group("B")];
    for (const [method, path, body] of [
      ["GET", `${a}/groups`, undefined],
      ["GET", `${a}/member-of`, undefined],
      ["POST", `${a}/groups`, { groups: [b] }],
      ["DELETE", `${a}/groups/${b}`, undefined],
    ] as const)
      expect((await place.megan.call(method, `/api/groups/${path}`, body)).status).toBe(403);
  });
});
