import { expect, test } from "vitest";
import { effectiveDefinition, type Step } from "./effective-definition.rules.ts";

const [v1, v2, v3] = [
  "018f0000-0000-7000-8000-000000000001",
  "018f0000-0000-7000-8000-000000000002",
  "018f0000-0000-7000-8000-000000000003",
] as const;

/** In the order of the definitions' names, unless said otherwise. */
function step(fromDefinitionId: string, toDefinitionId: string, consentRequired: boolean, published?: number): Step {
  const reasons = consentRequired ? ["bot added"] : [];
  const publishedAt = new Date(published ?? Number(toDefinitionId.at(-1)));
  return { fromDefinitionId, toDefinitionId, consentRequired, reasons, publishedAt };
}

test("runs the accepted definition while it is the newest", () => {
  expect(effectiveDefinition(v1, [], v1, [])).toEqual({ definitionId: v1, pending: undefined });
});

test("moves on by itself when the change needs no consent", () => {
  expect(effectiveDefinition(v1, [], v2, [step(v1, v2, false)])).toEqual({ definitionId: v2, pending: undefined });
});

test("stays and says why when the change needs consent", () => {
  expect(effectiveDefinition(v1, [], v2, [step(v1, v2, true)])).toEqual({
    definitionId: v1,
    pending: { definitionId: v2, reasons: ["bot added"] },
  });
});

test("runs the newest definition that needs no consent while a newer one waits", () => {
  const steps = [step(v1, v2, false), step(v1, v3, true), step(v2, v3, true)];
  expect(effectiveDefinition(v1, [], v3, steps)).toEqual({
    definitionId: v2,
    pending: { definitionId: v3, reasons: ["bot added"] },
  });
});

test("passes over a definition that needed consent when a later one does not", () => {
  const steps = [step(v1, v2, true), step(v1, v3, false)];
  expect(effectiveDefinition(v1, [], v3, steps)).toEqual({ definitionId: v3, pending: undefined });
});

test("is covered by consent on behalf of the organisation, and by what follows silently from it", () => {
  const steps = [step(v1, v2, true), step(v1, v3, true), step(v2, v3, false)];
  expect(effectiveDefinition(v1, [v2], v3, steps)).toEqual({ definitionId: v3, pending: undefined });
});

test("is not carried on by a step from a definition that nobody here accepted", () => {
  expect(effectiveDefinition(v1, [], v3, [step(v1, v3, true), step(v2, v3, false)]).definitionId).toBe(v1);
});

test("goes by when versions were published, not by when they were submitted", () => {
  // v2 waited for its publication until after v3.
  const steps = [step(v1, v3, false, 1), step(v1, v2, true, 2), step(v3, v2, true, 2)];
  expect(effectiveDefinition(v1, [], v2, steps)).toEqual({
    definitionId: v3,
    pending: { definitionId: v2, reasons: ["bot added"] },
  });
  expect(effectiveDefinition(v1, [], v2, [step(v1, v3, false, 1), step(v1, v2, false, 2)])).toEqual({
    definitionId: v2,
    pending: undefined,
  });
});

test("does not go back to what the organisation agreed to before", () => {
  expect(effectiveDefinition(v2, [v1], v3, [step(v2, v3, true), step(v1, v3, true)]).definitionId).toBe(v2);
});
