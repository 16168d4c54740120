import { z } from "@hono/zod-openapi";

export const settings = z
  .object({
    auditEnabled: z.boolean().openapi({ description: "Whether events may be searched" }),
    allowCustomApps: z.boolean().openapi({ description: "Off: nobody uploads or uses custom apps" }),
    consentRules: z
      .enum(["classic", "current"])
      .openapi({ description: "Which changes of an app need a fresh consent" }),
    connectorsEnabled: z.boolean().openapi({ description: "Off: no connector is configured and no webhook posts" }),
    connectorsEnabledForTeams: z.boolean().openapi({ description: "As `connectorsEnabled`, for channels" }),
    connectorsEnabledForOutlook: z.boolean().openapi({ description: "As `connectorsEnabled`, for mail and groups" }),
    connectorsEnabledForSharepoint: z.boolean().openapi({ description: "Kept for scripts: Parvis has no SharePoint" }),
    connectorsEnabledForYammer: z.boolean().openapi({ description: "Kept for scripts: Parvis has no Yammer" }),
    connectorsActionableMessagesEnabled: z
      .boolean()
      .openapi({ description: "Off: buttons of cards that call their sender are disabled" }),
  })
  .openapi("Settings");

export const settingsChange = settings.partial().openapi("SettingsChange");

export const appStatus = z.object({ status: z.enum(["allowed", "blocked"]) }).openapi("AppStatus");

export const access = z
  .object({
    allowed: z.boolean(),
    gates: z.array(
      z.object({
        gate: z.string(),
        passed: z.boolean(),
        setting: z.string(),
        value: z.string(),
        setBy: z.string().nullable().openapi({ description: "Id of the person who set it; null for a default" }),
      }),
    ),
  })
  .openapi("AccessDecision");

export const appPath = z.object({ appId: z.uuid() });
