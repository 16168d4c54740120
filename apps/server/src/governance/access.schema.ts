import { z } from "@hono/zod-openapi";
import { effect } from "./governance.schema.ts";

const person = z.object({ id: z.uuid(), upn: z.string(), displayName: z.string() });

const way = z.array(z.object({ id: z.uuid(), displayName: z.string() })).openapi({
  description:
    "From the group they are in themselves up to this one, both included: one entry when they are in it themselves",
});

export const assignment = z
  .object({
    how: z.enum(["direct", "group", "global"]).openapi({ description: "Direct wins, then the group of the best rank" }),
    group: z.object({ id: z.uuid(), displayName: z.string(), way }).nullable(),
    rank: z.number().int().nullable(),
    setBy: z.string().nullable(),
    setByName: z.string().nullable(),
    since: z.iso.datetime().nullable(),
  })
  .openapi("PolicyAssignmentReason");

const gate = z
  .object({
    gate: z.string().openapi({
      description:
        "`sideloaded-for`, `organisation-setting`, `app-status`, `availability` or `permission-policy`; for uploads also `cloud`, `setup-policy` and `team-setting`",
    }),
    passed: z.boolean(),
    setting: z.string().openapi({ description: "Name of the setting that answered" }),
    value: z.string(),
    setBy: z.string().nullable().openapi({ description: "Id of the person who set it; null for a default" }),
    setByName: z.string().nullable(),
    since: z.iso.datetime().nullable().openapi({ description: "Since when it holds; null for a default" }),
    policy: z
      .object({ id: z.uuid(), name: z.string(), assignment })
      .nullable()
      .openapi({ description: "The policy that answered, and why it is this person's" }),
    through: z
      .object({ kind: z.enum(["person", "group"]), id: z.uuid(), displayName: z.string(), way })
      .nullable()
      .openapi({ description: "The person or group that the app is available to" }),
  })
  .openapi("AccessGate");

export const access = z
  .object({
    allowed: z.boolean(),
    person: person.openapi({ description: "Whom the answer is about" }),
    app: z.object({ id: z.uuid(), displayName: z.string() }),
    gates: z.array(gate).openapi({
      description: "In order; the last one is the verdict: the first that refused, or the last that let through",
    }),
    further: z.array(gate).openapi({ description: "After a refusal: the gates behind it, asked all the same" }),
    decidedBy: effect,
  })
  .openapi("AccessDecision");

export const upload = z
  .object({ allowed: z.boolean(), person, gates: z.array(gate) })
  .openapi("UploadDecision", { description: "Whether somebody may upload custom apps, for themselves or a team" });

export const personQuery = z.object({
  person: z.string().trim().min(1).max(320).optional().openapi({
    description: "Id or sign-in name; left out, oneself. Asking about others is for administrators",
  }),
});

export const uploadQuery = personQuery.extend({
  team: z.uuid().optional().openapi({ description: "For this team; left out, for oneself. Members of the team alone" }),
});

export const accessQuery = personQuery.extend({
  app: z.string().trim().min(1).max(256).openapi({ description: "An app's id in the catalogue or its manifest's id" }),
});

const policyApp = z
  .object({
    ref: z.string().openapi({ description: "As the policy names it: an id in the catalogue or a manifest's id" }),
    known: z.boolean().openapi({ description: "False: there is no such app here (any more)" }),
    id: z.uuid().nullable(),
    displayName: z.string().nullable(),
    publisherName: z.string().nullable(),
    icon: z.string().nullable(),
  })
  .openapi("PolicyApp");

export { policyApp };

const effective = z.object({ id: z.uuid(), name: z.string(), assignment });

export const personPolicies = z
  .object({
    person,
    permission: effective,
    setup: effective.extend({
      allowSideLoading: z.boolean(),
      allowUserPinning: z.boolean(),
      pinnedAppBarApps: z.array(policyApp).openapi({ description: "In order; only those the person may use" }),
      pinnedMessageBarApps: z.array(policyApp),
      installedApps: z
        .array(policyApp)
        .openapi({ description: "Installed by the policy; only those the person may use" }),
    }),
  })
  .openapi("PersonPolicies");
