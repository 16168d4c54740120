import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";

export const consent = z
  .object({
    id: z.uuid(),
    app: z
      .object({ id: z.uuid(), displayName: z.string(), publisherName: z.string(), icon: z.string() })
      .nullable()
      .openapi({ description: "Null when the app is gone" }),
    appId: z.uuid(),
    version: z.string().nullable().openapi({ description: "The version that was agreed to" }),
    scope: z.enum(["personal", "team", "chat", "organization"]),
    target: z
      .object({ id: z.uuid(), displayName: z.string() })
      .nullable()
      .openapi({ description: "The team or chat; null for oneself and for the organisation" }),
    permissions: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        kind: z.string(),
        source: z.string(),
        type: z.string().optional(),
      }),
    ),
    grantedBy: z.string().nullable(),
    grantedAt: z.iso.datetime(),
  })
  .openapi("Consent");

export const consents = pageOf(consent).openapi("Consents");
export const organisationConsentsQuery = pageQuery.extend({ appId: z.uuid().optional() });
export const consentPath = z.object({ consentId: z.uuid() });
export const appPath = z.object({ appId: z.uuid() });
export const organisationConsent = z
  .object({ definitionId: z.uuid().openapi({ description: "The version that was read; the newest" }) })
  .openapi("OrganisationConsent");
