import { z } from "@hono/zod-openapi";
import { pageOf } from "../platform/http/page.ts";

const app = z.object({ id: z.uuid(), displayName: z.string(), publisherName: z.string(), icon: z.string().nullable() });

export const newRequest = z
  .object({ note: z.string().trim().max(500).default("").openapi({ description: "Why; administrators read it" }) })
  .openapi("NewAppRequest");

export const request = z
  .object({
    id: z.uuid(),
    appId: z.uuid(),
    app: app.nullable().openapi({ description: "Null when the app is gone" }),
    note: z.string(),
    state: z.enum(["open", "allowed", "dismissed"]),
    askedAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
    answer: z.string().openapi({ description: "What the administrator said" }),
  })
  .openapi("AppRequest");

export const asking = z
  .object({
    app,
    mayAsk: z.boolean().openapi({ description: "The organisation takes requests in Parvis, and one has no open one" }),
    message: z.string().openapi({ description: "What the organisation says to whoever asks; may be empty" }),
    link: z.string().nullable().openapi({ description: "Where the organisation takes requests instead" }),
    request: request.nullable().openapi({ description: "One's newest request for this app" }),
  })
  .openapi("AppAsking");

export const requests = pageOf(request).openapi("AppRequests");

export const openRequests = pageOf(
  z.object({
    id: z.uuid(),
    person: z.object({ id: z.uuid(), displayName: z.string() }),
    note: z.string(),
    askedAt: z.iso.datetime(),
  }),
).openapi("OpenAppRequests");

export const waitingApps = pageOf(
  z.object({ appId: z.uuid(), app: app.nullable(), requests: z.number().int(), newest: z.iso.datetime() }),
).openapi("WaitingApps");

export const allowed = z
  .object({
    allowed: z.number().int().openapi({ description: "How many may use it now and were told" }),
    stillOpen: z
      .number()
      .int()
      .openapi({ description: "How many still may not, by their permission policy or a switch" }),
  })
  .openapi("RequestsAllowed");

export const dismissal = z
  .object({ answer: z.string().trim().max(500).default("").openapi({ description: "Told to whoever asked" }) })
  .openapi("RequestDismissal");

export const dismissed = z.object({ dismissed: z.number().int() }).openapi("RequestsDismissed");

export const appPath = z.object({ appId: z.uuid() });
