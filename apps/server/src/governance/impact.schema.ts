import { z } from "@hono/zod-openapi";
import { type LineProblem, lineProblems } from "./assignment-file.rules.ts";
import { availabilityChange, settingsChange } from "./governance.schema.ts";
import { assignGroup, assignPeople, content, groupOrder, kind } from "./policy.schema.ts";

const lineCodes = Object.keys(lineProblems) as [LineProblem, ...LineProblem[]];

const ref = z.string().trim().min(1).max(256);
const groupRef = ref.openapi({ description: "A group's id or name" });

/** Who would come into a group, or leave it. */
const members = z.object({
  group: groupRef,
  people: z
    .array(ref.openapi({ description: "An id or sign-in name" }))
    .max(1_000)
    .default([]),
  groups: z.array(groupRef).max(100).default([]),
});

export const consideredChange = z
  .discriminatedUnion("change", [
    z.object({ change: z.literal("settings"), settings: settingsChange }),
    z.object({ change: z.literal("policy"), kind, policyId: z.uuid(), content }),
    assignPeople.extend({ change: z.literal("assignPeople"), kind }),
    z.object({
      change: z.literal("assignGroup"),
      kind,
      group: groupRef,
      policyId: z.uuid().nullable().openapi({ description: "Null takes the group's policy away" }),
      rank: assignGroup.shape.rank,
    }),
    groupOrder.extend({ change: z.literal("orderGroups"), kind }),
    z.object({
      change: z.literal("status"),
      apps: z.array(z.uuid()).min(1).max(500),
      status: z.enum(["allowed", "blocked"]),
    }),
    availabilityChange.extend({ change: z.literal("availability"), appId: z.uuid() }),
    members.extend({ change: z.literal("joinGroup") }),
    members.extend({ change: z.literal("leaveGroup"), people: members.shape.people.unwrap().max(100).default([]) }),
    z.object({ change: z.literal("deleteGroup"), group: groupRef }),
  ])
  .openapi("ConsideredChange");

export const impact = z
  .object({
    appsGained: z.number().int().openapi({ description: "How many apps somebody gains" }),
    appsLost: z.number().int().openapi({ description: "How many apps somebody loses" }),
    apps: z
      .array(
        z.object({
          app: z.object({ id: z.uuid(), displayName: z.string(), publisherName: z.string(), icon: z.string() }),
          gain: z.number().int().openapi({ description: "How many people may use it then and may not now" }),
          lose: z.number().int().openapi({ description: "How many people may use it now and may not then" }),
        }),
      )
      .openapi({ description: "Those with the most people first, at most a hundred" }),
  })
  .openapi("Impact");

export const fileOutcome = z
  .object({
    lines: z.number().int(),
    given: z.number().int().openapi({ description: "Who had no policy of their own and gets one" }),
    changed: z.number().int(),
    taken: z.number().int().openapi({ description: "Whose own policy is taken away" }),
    unchanged: z.number().int(),
    wrong: z
      .array(
        z.object({
          line: z.number().int(),
          code: z.enum(lineCodes).openapi({ description: "What is wrong with it, for other languages than English" }),
          values: z.record(z.string(), z.union([z.string(), z.number()])),
          problem: z.string().openapi({ description: "The same in English" }),
        }),
      )
      .openapi({ description: "Every line that must be mended; with any of them, nothing is applied" }),
    impact: impact.nullable().openapi({ description: "Only in a preview without wrong lines" }),
  })
  .openapi("AssignmentFileOutcome");

export const fileQuery = z.object({
  apply: z
    .enum(["true", "false"])
    .default("false")
    .openapi({ description: "`false`: only say what the file would do" }),
});

/** The table itself. */
export const fileBody = {
  body: {
    required: true,
    description:
      "A table with a heading: `person` (a sign-in name) or `group` (a name) with `rank`, and `policy` (a name; empty takes the assignment away). Commas, semicolons or tabs; 100 000 lines and 10 MB at most",
    content: { "text/csv": { schema: z.string() } },
  },
};
