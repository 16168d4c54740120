import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";
import { app, named, publishingState } from "./app.schema.ts";
import { publishingStatuses } from "./definition.rules.ts";
import { readSort, sortNames } from "./managed-app.rules.ts";

const statuses = ["allowed", "blocked", "blockedByPublisher", "blockedOrgWide"] as const;
const availabilities = ["everyone", "usersAndGroups", "noone"] as const;
const kinds = ["microsoft", "thirdParty", "custom"] as const;

/** One value, or several with commas between them. */
function listOf<Value extends string>(values: readonly [Value, ...Value[]]) {
  return z
    .string()
    .transform((given) => given.split(",").map((each) => each.trim()))
    .pipe(z.array(z.enum(values)))
    .optional()
    .openapi({ type: "string", description: `Any of these, with commas between them: ${values.join(", ")}` });
}

export const managedQuery = pageQuery.extend({
  search: z.string().trim().max(200).optional().openapi({
    description: "Part of the app's name, customised or not, of the publisher's name or the manifest's id",
  }),
  status: listOf(statuses),
  publishingStatus: listOf(publishingStatuses),
  availability: listOf(availabilities),
  kind: listOf(kinds),
  scope: z
    .enum(["personal", "team", "groupChat"])
    .optional()
    .openapi({ description: "Only apps that can be added there" }),
  customizable: z.stringbool().optional(),
  customized: z.stringbool().optional(),
  asksPermissions: z.stringbool().optional(),
  requested: z.stringbool().optional().openapi({ description: "Only apps that people wait for" }),
  sort: z
    .string()
    .max(200)
    .default("name")
    .transform((given, context) => {
      const sort = readSort(given);
      if (sort !== undefined) return sort;
      context.addIssue(
        `Expected up to four of ${sortNames.join(", ")}, each once, with :desc behind it for the other way.`,
      );
      return z.NEVER;
    })
    .openapi({
      type: "string",
      example: "requests:desc,name",
      description: `Columns in order: ${sortNames.join(", ")}`,
    }),
});

export const managedApp = app
  .extend({
    publishingStatus: z.enum(publishingStatuses).openapi({
      description: "`updateSubmitted`: a version is published and a higher one waits for approval",
    }),
    certification: z
      .enum(["microsoft365Certified", "publisherAttestation"])
      .nullable()
      .openapi({ description: "Of the store's compliance programme; null for none" }),
    licenses: z.enum(["purchase", "purchased"]).nullable(),
    customApp: z.boolean(),
    asksPermissions: z.boolean(),
    categories: z.array(z.string()),
    scopes: z.array(z.string()).openapi({ description: "Where it can be added: personal, team, groupChat" }),
    installableInMeetings: z.boolean(),
    externalAppId: z.string().nullable().openapi({ description: "The manifest's id; custom apps only" }),
    requests: z.number().int().openapi({ description: "How many people wait for it" }),
    customizable: z.boolean(),
    configurableProperties: z
      .array(z.string())
      .openapi({ description: "What may be overridden, as the manifest names it" }),
    customized: z.boolean(),
    publisherAppName: z
      .string()
      .openapi({ description: "Short name from the publisher; `displayName` is what people see" }),
    availability: z.enum(availabilities),
    availabilityTouched: z.boolean(),
    pending: z
      .object({ submissionId: z.uuid(), version: z.string(), submittedAt: z.iso.datetime() })
      .nullable()
      .openapi({ description: "What waits for approval" }),
  })
  .openapi("ManagedApp");

export const managedApps = pageOf(managedApp).openapi("ManagedApps");

export const managedCounts = z
  .object({
    all: z.number().int(),
    allowed: z.number().int(),
    blocked: z.number().int(),
    pending: z.number().int().openapi({ description: "Submissions that wait for approval" }),
    requested: z.number().int().openapi({ description: "Apps that people wait for" }),
  })
  .openapi("ManagedAppCounts");

export const version = z
  .object({
    id: z.uuid(),
    version: z.string(),
    state: publishingState,
    current: z.boolean().openapi({ description: "The version that people see and run" }),
    displayName: z.string(),
    icon: z.string(),
    submitted: z.boolean().openapi({ description: "Somebody submitted it; false: an administrator uploaded it" }),
    createdBy: named,
    createdAt: z.iso.datetime(),
    publishedAt: z.iso.datetime().nullable(),
    decidedBy: named,
    decidedAt: z.iso.datetime().nullable(),
    reason: z.string(),
    supersededBy: z.string().nullable().openapi({ description: "A version that was published while this one waited" }),
  })
  .openapi("AppVersion");
export const versions = pageOf(version).openapi("AppVersions");

export const comparisonQuery = z.object({ from: z.uuid(), to: z.uuid() });
const verdict = z.object({
  required: z.boolean(),
  reasons: z.array(z.object({ trigger: z.string(), pointer: z.string(), message: z.string() })),
});
export const comparison = z
  .object({
    from: z.string().nullable(),
    to: z.string().nullable(),
    versionOk: z.boolean(),
    changes: z.array(
      z.object({
        class: z.enum(["metadata", "capability", "permission"]),
        pointer: z.string(),
        kind: z.enum(["added", "removed", "changed"]),
        before: z.any().optional().openapi({ description: "Any JSON; left out when it was added" }),
        after: z.any().optional().openapi({ description: "Any JSON; left out when it was removed" }),
      }),
    ),
    consent: z.object({ classic: verdict, current: verdict }),
  })
  .openapi("AppComparison");

export const appEvent = z
  .object({
    position: z.number().int(),
    occurredAt: z.iso.datetime(),
    operation: z.string().openapi({ description: "As the audit log names it" }),
    actor: z.object({ kind: z.string(), id: z.string().nullable(), displayName: z.string().nullable() }),
    team: named,
    detail: z.record(z.string(), z.unknown()),
  })
  .openapi("AppEvent");
export const appHistory = pageOf(appEvent).openapi("AppHistory");

export const appPath = z.object({ appId: z.uuid() });
export const definitionPath = appPath.extend({ definitionId: z.uuid() });
