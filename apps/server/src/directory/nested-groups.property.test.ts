import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ParvisError } from "../platform/errors.ts";
import type { Origin } from "../platform/events/event-log.ts";
import { governanceParts } from "../testing/governance-parts.ts";
import { type TestDatabase, testDatabase } from "../testing/test-database.ts";

let database: TestDatabase;
let parts: Awaited<ReturnType<typeof governanceParts>>;

beforeAll(async () => {
  database = await testDatabase();
  parts = await governanceParts(database);
});
afterAll(async () => {
  parts.close();
  await parts.stop();
  await database.dispose();
});

const place = fc.nat({ max: 5 });
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ step: fc.constant("add" as const), outer: place, inner: place }) },
    { weight: 3, arbitrary: fc.record({ step: fc.constant("remove" as const), outer: place, inner: place }) },
    { weight: 1, arbitrary: fc.record({ step: fc.constant("delete" as const), outer: place, inner: place }) },
  ),
  { minLength: 1, maxLength: 14 },
);

/** Every group from which one can be reached by going down, and itself. */
function around(edges: ReadonlySet<string>, group: string): Set<string> {
  const found = new Set([group]);
  for (const one of found)
    for (const edge of edges) {
      const [outer = "", inner] = edge.split(" ");
      if (inner === one) found.add(outer);
    }
  return found;
}

/** The code of a refusal; undefined when there is none. */
async function refused(act: Promise<unknown>): Promise<string | undefined> {
  try {
    await act;
    return undefined;
  } catch (error) {
    if (error instanceof ParvisError) return error.code;
    throw error;
  }
}

test("after any changes, somebody is in a group when a walk leads down from it to theirs, and rings are refused", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (wanted) => {
      const tenantId = await database.addTenant();
      const origin: Origin = { tenantId, actor: { kind: "system" } };
      const { groups, groupNesting, people } = parts.directory;
      const ids: string[] = [];
      const persons: string[] = [];
      for (let number = 0; number <= 5; number++) {
        const person = await people.create(
          origin,
          { upn: `p${number}@world.test`, displayName: `Person ${number}`, roles: [] },
          undefined,
        );
        persons.push(person.id);
        const group = { displayName: `Group ${number}`, description: "", kind: "security" as const };
        ids.push((await groups.create(origin, { ...group, members: [person.id] })).id);
      }
      const edges = new Set<string>();
      const gone = new Set<string>();
      for (const { step, ...at } of wanted) {
        const [outer = "", inner = ""] = [ids[at.outer], ids[at.inner]];
        const edge = `${outer} ${inner}`;
        const there = !gone.has(outer) && !gone.has(inner);
        if (step === "add") {
          const code = await refused(groupNesting.add(origin, outer, [inner]));
          const ring = around(edges, outer).has(inner);
          expect(code).toBe(there ? (ring ? "group/within-itself" : undefined) : "group/not-found");
          if (code === undefined) edges.add(edge);
        } else if (step === "remove") {
          const code = await refused(groupNesting.remove(origin, outer, [inner]));
          expect(code).toBe(edges.has(edge) ? undefined : "group/not-found");
          edges.delete(edge);
        } else {
          expect(await refused(groups.remove(origin, outer))).toBe(gone.has(outer) ? "group/not-found" : undefined);
          gone.add(outer);
          for (const one of edges) if (one.includes(outer)) edges.delete(one);
        }
      }
      for (const [number, own] of ids.entries()) {
        const found = await groups.groupsOf(tenantId, persons[number] ?? "");
        const expected = gone.has(own) ? [] : [...around(edges, own)];
        expect(found.map(({ id }) => id).sort()).toEqual(expected.sort());
        expect(found.filter(({ direct }) => direct).map(({ id }) => id)).toEqual(gone.has(own) ? [] : [own]);
        const ways = await groups.waysUp(tenantId, persons[number] ?? "", ids);
        expect([...ways.keys()].sort()).toEqual(expected);
        for (const [to, way] of ways) {
          expect([way[0]?.id, way.at(-1)?.id]).toEqual([own, to]);
          for (const [step, { id }] of way.slice(1).entries()) expect(edges.has(`${id} ${way[step]?.id}`)).toBe(true);
        }
        if (gone.has(own)) continue;
        const within = ids.filter((id) => !gone.has(id) && around(edges, id).has(own));
        expect((await groups.get(tenantId, own)).allMembers).toBe(within.length);
      }
    }),
    { numRuns: 40, endOnFailure: true },
  );
}, 240_000);
