import { z } from "@hono/zod-openapi";
import { availabilities } from "./access.rules.ts";

const requestLink = z
  .string()
  .trim()
  .max(2_048)
  .refine((link) => link === "" || (URL.canParse(link) && new URL(link).protocol === "https:"), "Expected https://…");

export const settings = z
  .object({
    auditEnabled: z.boolean().openapi({ description: "Whether events may be searched" }),
    allowCustomApps: z.boolean().openapi({ description: "Off: nobody uploads or uses custom apps" }),
    allowThirdPartyApps: z.boolean().openapi({ description: "Off: nobody uses third-party apps of the store" }),
    allowNewThirdPartyApps: z.boolean().openapi({
      description:
        "Off: third-party apps that come to the store from then on are blocked until allowed. Settable only while allowThirdPartyApps is on",
    }),
    microsoftAppsAvailable: z.boolean().openapi({
      description: "Whether Microsoft apps that no administrator has edited are available to everyone, or to no one",
    }),
    thirdPartyAppsAvailable: z.boolean().openapi({ description: "The same for third-party apps" }),
    customAppsAvailable: z.boolean().openapi({ description: "The same for custom apps" }),
    policiesReachNestedGroups: z.boolean().openapi({
      description:
        "Whether a group's policy also holds for who is in it by a group within it. Off: only for who is in it themselves, as Teams has it",
    }),
    allowUserRequests: z.boolean().openapi({ description: "Whether people may ask for apps they cannot use" }),
    requestMessage: z.string().trim().max(1_000).openapi({ description: "Shown to whoever asks; empty for none" }),
    requestLink: requestLink.openapi({ description: "Where people ask instead, an https address; empty for here" }),
    consentRules: z
      .enum(["classic", "current"])
      .openapi({ description: "Which changes of an app need a fresh consent" }),
    personalResourceConsent: z.boolean().openapi({
      description: "Off: nobody installs an app for themselves that asks for resource-specific permissions",
    }),
    chatResourceConsent: z.boolean().openapi({ description: "The same for chats" }),
    teamResourceConsent: z
      .enum(["managedByMicrosoft", "enabledForAllApps", "enabledForPreApprovedAppsOnly", "disabledForAllApps"])
      .openapi({
        description:
          "How owners may agree to resource-specific permissions on their team; `enabledForPreApprovedAppsOnly` means apps agreed to on behalf of the organisation. What was granted before stays",
      }),
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

export const settingsInForce = z
  .record(
    z.string(),
    z.object({
      value: z.unknown(),
      setBy: z.string().nullable().openapi({ description: "Id of the person; null for a default" }),
      setByName: z.string().nullable(),
      since: z.iso.datetime().nullable(),
    }),
  )
  .openapi("SettingsInForce", { description: "Each setting by name, with who set it and when" });

export const ifMatch = z.object({
  "if-match": z.string().optional().openapi({
    description:
      "The `ETag` you read. With it a change that somebody else made meanwhile answers 412 with what differs",
  }),
});

export const effect = z
  .object({
    version: z.number().int().openapi({ description: "Grows with every change of the organisation's policies" }),
    effectiveSince: z.iso.datetime().nullable().openapi({ description: "From when on every node decides by it" }),
  })
  .openapi("PolicyVersion");

const status = z.enum(["allowed", "blocked"]);
export const appStatus = z.object({ status }).openapi("AppStatus");
export const appStatuses = z
  .object({ status, apps: z.array(z.uuid()).min(1).max(500) })
  .openapi("AppStatuses", { description: "All of these apps or, when one is not there, none" });

const availability = z.enum(availabilities);
const named = z.array(z.string().trim().min(1).max(320)).max(1_000);

export const availabilityInForce = z
  .object({
    availability,
    touched: z.boolean().openapi({
      description: "An administrator has edited it, so the organisation's default does not reach it",
    }),
    setBy: z.string().nullable(),
    setByName: z.string().nullable(),
    since: z.iso.datetime().nullable(),
    people: z.number().int().openapi({ description: "How many people it is for by name" }),
    groups: z.number().int().openapi({ description: "How many groups it is for" }),
    etag: z.string(),
  })
  .openapi("Availability");

export const availabilityChange = z
  .object({
    availability: z
      .enum([...availabilities, "default"])
      .openapi({ description: "`default` gives the app back to the organisation's default" }),
    people: named.optional().openapi({ description: "Ids or sign-in names; left out, those it has stay" }),
    groups: named.optional().openapi({ description: "Ids or names; left out, those it has stay" }),
  })
  .openapi("AvailabilityChange");

const subjects = z.object({ people: named.default([]), groups: named.default([]) });
export const availableToChange = z
  .object({ add: subjects.prefault({}), remove: subjects.prefault({}) })
  .openapi("AvailableToChange");

export const availableTo = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(["person", "group"]),
        id: z.uuid(),
        displayName: z.string(),
        setBy: z.string().nullable(),
        since: z.iso.datetime(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi("AvailableTo");

export const appPath = z.object({ appId: z.uuid() });
