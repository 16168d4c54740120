import { z } from "@hono/zod-openapi";
import { clouds, displayName, password, upn } from "../directory/index.ts";

export const state = z
  .object({
    needed: z.boolean().openapi({ description: "True until the first organisation exists" }),
    linkValid: z.boolean().openapi({ description: "Whether the `token` asked about opens the setup" }),
  })
  .openapi("SetupState");

export const stateQuery = z.object({ token: z.string().max(100).optional() });

export const setup = z
  .object({
    token: z.string().min(1).max(100).openapi({ description: "From the link that the server printed" }),
    organisation: z.object({
      displayName: displayName.openapi({ example: "Contoso" }),
      domain: z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z0-9.-]+$/)
        .optional()
        .openapi({ description: "Unset: that of the administrator's sign-in name", example: "contoso.test" }),
      cloud: z.enum(clouds).default("worldwide"),
    }),
    administrator: z.object({ upn, displayName, password }),
    demo: z.boolean().default(false).openapi({ description: "Fill with people, teams and example apps" }),
  })
  .openapi("Setup");
