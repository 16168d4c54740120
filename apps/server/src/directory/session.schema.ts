import { z } from "@hono/zod-openapi";
import { displayName, role, upn } from "./person.schema.ts";

export const credentials = z
  .object({ upn, password: z.string().max(256).openapi({ format: "password" }) })
  .openapi("Credentials");

export const session = z
  .object({
    person: z.object({ id: z.uuid(), upn, displayName, roles: z.array(role) }),
    organisation: z.object({ id: z.uuid(), displayName: z.string(), domain: z.string(), cloud: z.string() }),
    administrator: z.boolean().openapi({ description: "Whether the person may open the admin centre" }),
  })
  .openapi("Session");
