import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";
import { app, named } from "./app.schema.ts";

export const uploadedApp = app
  .extend({
    uploadedBy: named,
    installed: z.boolean().openapi({ description: "Whether it was added where it was uploaded for" }),
    mayUpdate: z.boolean().openapi({ description: "Whoever uploaded it may" }),
    mayRemove: z.boolean().openapi({ description: "Whoever uploaded it may, and the team's owners" }),
  })
  .openapi("UploadedApp");

export const uploadedApps = pageOf(uploadedApp).openapi("UploadedApps");

export const uploadsQuery = pageQuery.extend({
  team: z.uuid().optional().openapi({ description: "What was uploaded for this team; left out, for oneself" }),
});

export const teamPath = z.object({ teamId: z.uuid() });
