import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";
import { policyApp } from "./access.schema.ts";
import { listTypes, policyKinds } from "./policy.rules.ts";

const mostApps = 5_000;

export const kind = z.enum(policyKinds).openapi({ description: "Permission policies or setup policies" });

const appRef = z.string().trim().min(1).max(256).openapi({
  description: "An app's id in the catalogue or its manifest's id. One that is not there is kept",
});

/** Shown in the refusal when somebody gives the other kind's content: strict, so that nothing is dropped silently. */
const rule = z
  .strictObject({
    type: z.enum(listTypes).openapi({
      description:
        "`BlockedAppList` with no apps allows all, with apps blocks these; `AllowedAppList` with no apps blocks all, with apps allows these",
    }),
    apps: z.array(appRef).max(mostApps).default([]),
  })
  .openapi("CatalogRule");

export const permissionContent = z
  .strictObject({
    microsoft: rule.openapi({ description: "DefaultCatalogApps" }),
    thirdParty: rule.openapi({ description: "GlobalCatalogApps" }),
    custom: rule.openapi({ description: "PrivateCatalogApps" }),
  })
  .openapi("PermissionPolicyContent");

const refs = z.array(appRef).max(mostApps);
export const setupContent = z
  .strictObject({
    allowSideLoading: z.boolean().openapi({ description: "Whether people may upload custom apps" }),
    allowUserPinning: z.boolean(),
    pinnedAppBarApps: refs.openapi({ description: "In order" }),
    pinnedMessageBarApps: refs.openapi({ description: "In order" }),
    appPresetList: refs.openapi({ description: "Installed for everybody the policy covers" }),
  })
  .openapi("SetupPolicyContent");

export const content = z.union([permissionContent, setupContent]);

export const policyName = z.string().trim().min(1).max(128);
const description = z.string().trim().max(1_024);

const assigned = z.object({ people: z.number().int(), groups: z.number().int() });

export const policySummary = z
  .object({
    id: z.uuid(),
    kind,
    name: policyName,
    description,
    builtIn: z.boolean().openapi({ description: "Global and FirstlineWorker: never deleted" }),
    editable: z.boolean(),
    content,
    assigned: assigned.openapi({ description: "To how many people directly, and to how many groups" }),
    changedBy: z.string().nullable(),
    changedByName: z.string().nullable(),
    effectiveSince: z.iso.datetime().nullable().openapi({ description: "Null while as built in" }),
    etag: z.string(),
  })
  .openapi("PolicySummary");

export const policy = policySummary
  .extend({
    apps: z.array(policyApp).openapi({ description: "Every app the content names, with what the catalogue knows" }),
  })
  .openapi("Policy");

export const policies = pageOf(policySummary).openapi("Policies");

export const policiesQuery = pageQuery.extend({
  search: z.string().trim().max(200).optional().openapi({ description: "Part of the policy's name" }),
});

export const newPolicy = z
  .object({
    name: policyName,
    description: description.default(""),
    content: content.optional().openapi({ description: "Left out: as in Global" }),
  })
  .openapi("NewPolicy");

export const policyChange = z
  .object({ name: policyName.optional(), description: description.optional(), content: content.optional() })
  .openapi("PolicyChange");

export const kindPath = z.object({ kind });
export const policyPath = kindPath.extend({ policyId: z.uuid() });
export const groupPath = kindPath.extend({
  group: z.string().trim().min(1).max(256).openapi({ description: "A group's id or name" }),
});

export const personAssignments = pageOf(
  z.object({
    person: z.object({ id: z.uuid(), displayName: z.string() }),
    policy: z.object({ id: z.uuid(), name: z.string() }),
    setBy: z.string().nullable(),
    setByName: z.string().nullable(),
    since: z.iso.datetime(),
  }),
).openapi("PersonAssignments");

export const personAssignmentsQuery = pageQuery.extend({
  policyId: z.uuid().optional().openapi({ description: "Only people with this policy" }),
});

export const groupAssignments = z
  .object({
    items: z.array(
      z.object({
        group: z.object({ id: z.uuid(), displayName: z.string() }),
        policy: z.object({ id: z.uuid(), name: z.string() }),
        rank: z.number().int().openapi({ description: "1 is the best" }),
        setBy: z.string().nullable(),
        setByName: z.string().nullable(),
        since: z.iso.datetime(),
      }),
    ),
  })
  .openapi("GroupAssignments");

const personRef = z.string().trim().min(1).max(320).openapi({ description: "Id or sign-in name" });

export const assignPeople = z
  .object({
    people: z.array(personRef).min(1).max(1_000),
    policyId: z.uuid().nullable().openapi({ description: "Null takes their own policy away" }),
  })
  .openapi("AssignPeople");

export const giveEveryone = z.object({ policyId: z.uuid() }).openapi("GiveEveryone");

export const assignGroup = z
  .object({
    policyId: z.uuid(),
    rank: z.number().int().min(1).max(1_000_000).optional().openapi({ description: "Left out: behind all others" }),
  })
  .openapi("AssignGroup");

export const groupOrder = z
  .object({ groups: z.array(z.uuid()).max(10_000) })
  .openapi("GroupOrder", { description: "Every group that has a policy of this kind; the first gets rank 1" });
