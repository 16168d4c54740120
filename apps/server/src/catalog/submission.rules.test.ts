import { compareVersions } from "@parvis/manifest";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CatalogueCommand, type CatalogueEntry, decideCatalogue } from "./submission.rules.ts";

const version = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 }))
  .map((parts) => parts.join("."));
const somebody = fc.constantFrom("megan", "alex", null);
const commands: fc.Arbitrary<CatalogueCommand> = fc.oneof(
  fc.record({ kind: fc.constant("submit" as const), version, submitter: somebody }),
  fc.record({ kind: fc.constant("upload" as const), version }),
  fc.constant({ kind: "publish" as const }),
  fc.constant({ kind: "reject" as const }),
  fc.record({ kind: fc.constant("withdraw" as const), by: somebody, administrator: fc.boolean() }),
);

test("whatever happens in whatever order, what people run only grows and nobody replaces another's submission", () => {
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 40 }), (sequence) => {
      let entry: CatalogueEntry = { published: null, pending: null };
      for (const command of sequence) {
        const decision = decideCatalogue(entry, command);
        const before = entry;
        if (!decision.allowed) continue;
        entry = decision.next;
        if (before.published !== null) {
          // Published once, an app stays published, and never goes back.
          expect(entry.published).not.toBeNull();
          expect(compareVersions(entry.published ?? "", before.published)).toBeGreaterThanOrEqual(0);
        }
        // What waits could be published at any time.
        if (entry.pending !== null && entry.published !== null)
          expect(compareVersions(entry.pending.version, entry.published)).toBeGreaterThan(0);
        // Submitting, rejecting and withdrawing leave alone what people run.
        if (command.kind !== "upload" && command.kind !== "publish") expect(entry.published).toBe(before.published);
        if (command.kind === "submit" && before.pending !== null)
          expect(command.submitter).toBe(before.pending.submitter);
        if (command.kind === "withdraw" && !command.administrator) expect(command.by).toBe(before.pending?.submitter);
        if (command.kind === "publish") expect(entry).toEqual({ published: before.pending?.version, pending: null });
      }
    }),
    { numRuns: 500 },
  );
});

test("a decision without anything that waits, and a lower version, are refused with what would do", () => {
  const published = { published: "2.0.0", pending: null };
  for (const kind of ["publish", "reject"] as const)
    expect(decideCatalogue(published, { kind })).toEqual({ allowed: false, refusal: { why: "nothing-pending" } });
  expect(decideCatalogue(published, { kind: "submit", version: "1.9.0", submitter: "megan" })).toEqual({
    allowed: false,
    refusal: { why: "version-not-higher", current: "2.0.0", offered: "1.9.0", least: "2.0.1" },
  });
});
