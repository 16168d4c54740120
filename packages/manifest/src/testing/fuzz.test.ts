import fc from "fast-check";
import { expect, it } from "vitest";
import { comparePackages } from "../compare/compare-packages.ts";
import { applyFixes } from "../fix/apply-fixes.ts";
import { toGraphError } from "../graph/graph-error.ts";
import { validatePackage } from "../validate.ts";
import { hostilePackage } from "./fuzz-packages.ts";

it("gives a verdict on whatever bytes, soon, and without taking memory", async () => {
  let slowest = 0;
  await fc.assert(
    fc.asyncProperty(
      hostilePackage,
      fc.constantFrom("organization" as const, "store" as const),
      async (bytes, target) => {
        const start = performance.now();
        const verdict = await validatePackage(bytes, { target, language: "fr" });
        slowest = Math.max(slowest, performance.now() - start);
        expect(verdict.valid).toBe(verdict.findings.every((finding) => finding.severity !== "error"));
        for (const finding of verdict.findings) expect(finding.message).not.toBe("");
        expect(toGraphError(verdict) === null).toBe(verdict.valid);
        expect((await comparePackages(verdict, verdict)).changes).toEqual([]);
        applyFixes(verdict.files);
      },
    ),
    { numRuns: 400 },
  );
  expect(slowest).toBeLessThan(1_000);
}, 60_000);
