import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";
import { update, waiting } from "./installation.schema.ts";

export const personalApp = z
  .object({
    app: z.object({
      id: z.uuid(),
      externalId: z.string(),
      displayName: z.string(),
      shortDescription: z.string(),
      publisherName: z.string(),
      accentColor: z.string(),
      icons: z.object({ color: z.string(), outline: z.string() }),
    }),
    installationId: z
      .uuid()
      .nullable()
      .openapi({ description: "Null while a policy gives the app and it was not used yet" }),
    definitionId: z.uuid().openapi({ description: "Of the version that runs" }),
    version: z.string().openapi({ description: "The version that runs" }),
    newestVersion: z.string(),
    update,
    why: z.array(z.enum(["person", "policyInstalled", "policyPinned"])).openapi({
      description: "Added by the person, installed by their setup policy, or pinned by it, which installs too",
    }),
    policy: z
      .object({ id: z.uuid(), name: z.string() })
      .nullable()
      .openapi({ description: "The setup policy that installs the app" }),
    mayRemove: z.boolean(),
    consentWithdrawn: z.boolean().openapi({ description: "The app waits until the person agrees anew" }),
    tabs: z
      .array(
        z.object({ entityId: z.string(), name: z.string(), contentUrl: z.string(), websiteUrl: z.string().nullable() }),
      )
      .openapi({ description: "Its personal pages, in order" }),
    hasBot: z.boolean(),
    mayPin: z.boolean().openapi({ description: "Whether it can stand in the app bar" }),
    installedAt: z.iso.datetime().nullable(),
  })
  .openapi("PersonalApp");

export const personalApps = pageOf(personalApp).openapi("PersonalApps");

export const personalAppsQuery = pageQuery.extend({
  search: z.string().trim().max(200).optional().openapi({ description: "Part of the app's or publisher's name" }),
  waiting: waiting.openapi({ description: "Only what waits for the person's consent" }),
});

export const appBar = z
  .object({
    allowUserPinning: z.boolean(),
    policy: z.object({ id: z.uuid(), name: z.string() }).openapi({ description: "The setup policy that decides" }),
    items: z.array(
      personalApp.extend({ pinnedBy: z.enum(["policy", "person"]), mayUnpin: z.boolean() }).openapi("PinnedApp"),
    ),
    unpinned: z
      .array(z.object({ id: z.uuid(), displayName: z.string(), icon: z.string() }))
      .openapi({ description: "The administrator's pins that the person took off" }),
  })
  .openapi("AppBar");

const ids = z.array(z.uuid()).max(100);
export const appBarChange = z
  .object({
    pinned: ids.openapi({ description: "Own pins, in order; the administrator's stand before them" }),
    unpinned: ids.default([]).openapi({ description: "The administrator's pins to leave out" }),
  })
  .openapi("AppBarChange");

export const appPath = z.object({ appId: z.uuid() });
