import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";

export const consentDescription = z
  .object({
    appId: z.uuid(),
    definitionId: z.uuid().openapi({ description: "Send it back as the consent: it names the version that was read" }),
    displayName: z.string(),
    publisherName: z.string(),
    version: z.string(),
    icon: z.string(),
    places: z.array(z.enum(["personal", "team", "chat"])).openapi({ description: "Where the app can be added" }),
    adds: z
      .array(
        z.object({ kind: z.string(), title: z.string(), details: z.array(z.string()), scopes: z.array(z.string()) }),
      )
      .openapi({ description: "What the app adds" }),
    permissions: z
      .array(z.object({ id: z.string(), title: z.string(), kind: z.enum(["reads", "writes", "acts"]) }))
      .openapi({ description: "What it may read, write, and do on the person's behalf" }),
    organisationConsent: z
      .object({ grantedBy: z.string().nullable(), grantedAt: z.iso.datetime() })
      .nullable()
      .openapi({ description: "Set when an administrator has agreed to this version for everybody" }),
    mayConsentForOrganisation: z.boolean(),
  })
  .openapi("ConsentDescription");

const consent = z.object({
  definitionId: z.uuid().optional().openapi({ description: "The `definitionId` that was read and agreed to" }),
  onBehalfOfOrganisation: z
    .boolean()
    .default(false)
    .openapi({ description: "Agree for everybody; administrators only" }),
});

export const newInstallation = z.object({ appId: z.uuid(), consent: consent.prefault({}) }).openapi("NewInstallation");

export const acceptance = z.object({ consent: consent.prefault({}) }).openapi("Acceptance");

/** Of a team's, a chat's and a person's apps. */
export const update = z
  .object({
    definitionId: z.uuid().openapi({ description: "Send it back as the consent, after reading what it asks for" }),
    version: z.string(),
    reasons: z
      .array(z.object({ trigger: z.string(), pointer: z.string(), message: z.string() }))
      .openapi({ description: "Why it needs a fresh consent, in the language asked for" }),
  })
  .nullable()
  .openapi({ description: "A newer version that waits for a fresh consent" });

/** Of lists that can show only what waits. */
export const waiting = z
  .enum(["true", "false"])
  .default("false")
  .transform((value) => value === "true");

export const installation = z
  .object({
    id: z.uuid(),
    teamId: z.uuid().nullable().openapi({ description: "Null in a chat" }),
    chatId: z.uuid().nullable(),
    app: z.object({ id: z.uuid(), displayName: z.string(), publisherName: z.string(), icon: z.string() }),
    definitionId: z.uuid().openapi({ description: "Of the version that runs" }),
    version: z.string().openapi({ description: "The version that runs" }),
    update,
    consentWithdrawn: z.boolean().openapi({ description: "The app waits until somebody agrees anew" }),
    installedBy: z.string().nullable(),
    installedAt: z.iso.datetime(),
    mayManage: z.boolean().openapi({ description: "Whether the asking person may update and remove it here" }),
  })
  .openapi("Installation");

export const installations = pageOf(installation).openapi("Installations");

export const teamApp = installation
  .extend({ team: z.object({ id: z.uuid(), displayName: z.string() }) })
  .openapi("TeamApp");
export const teamAppsQuery = pageQuery.extend({
  waiting: waiting.openapi({ description: "Only what waits for a consent that the asking person may give" }),
});
export const teamApps = pageOf(teamApp).openapi("TeamApps");

export const appPath = z.object({ appId: z.uuid() });
export const teamPath = z.object({ teamId: z.uuid() });
export const installationPath = teamPath.extend({ installationId: z.uuid() });
