import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";
import { appFeatures } from "./app-search.rules.ts";

const iconAddress = z.string().openapi({ description: "Address of a PNG; changes when the picture does" });

export const app = z
  .object({
    id: z.uuid().openapi({ description: "Id in this catalogue; the manifest's id is `externalId`" }),
    externalId: z.string(),
    displayName: z.string(),
    shortDescription: z.string(),
    publisherName: z.string(),
    version: z.string(),
    distribution: z.enum(["store", "organization", "sideloaded"]),
    publishingState: z.enum(["submitted", "published", "rejected"]).openapi({ description: "Of `version`" }),
    kind: z
      .enum(["microsoft", "thirdParty", "custom"])
      .openapi({ description: "Which switch, default and list of a policy are about it" }),
    status: z.enum(["allowed", "blocked", "blockedByPublisher", "blockedOrgWide"]).openapi({
      description: "`blockedOrgWide`: the organisation's switch for its kind is off, whatever an administrator set",
    }),
    accentColor: z.string(),
    icons: z.object({ color: iconAddress, outline: iconAddress }),
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime().openapi({ description: "When the current version was published" }),
  })
  .openapi("App");

/** A person or program by name; null: Parvis itself, or nobody any more. */
export const named = z.object({ id: z.string(), displayName: z.string() }).nullable();
export const publishingState = z.enum(["submitted", "published", "rejected"]);

export const apps = pageOf(app)
  .extend({
    approximate: z
      .boolean()
      .openapi({ description: "Nothing is called what was looked for: these differ by a letter a word" }),
  })
  .openapi("Apps");

export const appDetails = app
  .extend({
    fullDescription: z.string(),
    publisherAppName: z
      .string()
      .openapi({ description: "Short name from the publisher; `displayName` may be the organisation's own" }),
    customized: z.boolean(),
    developer: z.object({ websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }),
    capabilities: z.object({
      connectors: z.array(z.object({ connectorId: z.string(), configurationUrl: z.string() })),
      bots: z.number().int(),
      staticTabs: z.number().int(),
      configurableTabs: z.number().int(),
      composeExtensions: z.number().int(),
    }),
    manifestVersion: z.string(),
    versions: z.array(
      z.object({ version: z.string(), publishedAt: z.iso.datetime(), publishedBy: z.string().nullable() }),
    ),
  })
  .openapi("AppDetails");

export const appsQuery = pageQuery.extend({
  search: z.string().trim().max(200).optional().openapi({ description: "Part of the app's or publisher's name" }),
  kind: z.enum(["microsoft", "thirdParty", "custom"]).optional(),
  feature: z.enum(appFeatures).optional().openapi({ description: "Only apps that work there, or have such a part" }),
  view: z.enum(["catalog", "manage"]).default("catalog").openapi({
    description: "`catalog`: apps people may use. `manage`: all of them, blocked ones too; administrators only",
  }),
});

export const appPath = z.object({ appId: z.uuid() });
export const iconPath = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** The package itself, as Graph takes it (contracts.md A.3). */
export const packageBody = {
  body: {
    required: true,
    description: "The app package, 30 MB at most",
    content: { "application/zip": { schema: z.string().openapi({ format: "binary" }) } },
  },
};
