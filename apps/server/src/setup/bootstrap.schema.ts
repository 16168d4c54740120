import { z } from "@hono/zod-openapi";
import { clouds, displayName, newAppRegistration, password, role, upn } from "../directory/index.ts";

/** The bootstrap file, as interface.md shows it. Unknown members are refused: a typing error must not be silent. */
export const bootstrapFile = z.strictObject({
  tenant: z.strictObject({
    id: z.uuid(),
    displayName,
    domain: z.string().trim().toLowerCase().min(1).max(253),
    cloud: z.enum(clouds).default("worldwide"),
  }),
  users: z
    .array(z.strictObject({ upn, displayName, password: password.optional(), roles: z.array(role).default([]) }))
    .default([]),
  teams: z
    .array(
      z.strictObject({
        displayName,
        description: z.string().max(1024).default(""),
        owners: z.array(upn).min(1),
        members: z.array(upn).default([]),
        channels: z.array(z.string().trim().min(1).max(50)).default([]),
      }),
    )
    .default([]),
  operators: z.array(upn).default([]),
  settings: z
    .strictObject({
      auditEnabled: z.boolean().optional(),
      allowCustomApps: z.boolean().optional(),
      consentRules: z.enum(["classic", "current"]).optional(),
      connectorsEnabled: z.boolean().optional(),
      connectorsEnabledForTeams: z.boolean().optional(),
      connectorsEnabledForOutlook: z.boolean().optional(),
      connectorsEnabledForSharepoint: z.boolean().optional(),
      connectorsEnabledForYammer: z.boolean().optional(),
      connectorsActionableMessagesEnabled: z.boolean().optional(),
    })
    .prefault({}),
  publishers: z.array(z.unknown()).default([]),
  appRegistrations: z
    .array(
      newAppRegistration
        .extend({ clientId: z.uuid().toLowerCase(), secret: z.string().min(8).max(256).optional() })
        .strict(),
    )
    .default([]),
  policies: z.record(z.string(), z.unknown()).default({}),
});

export type BootstrapFile = z.infer<typeof bootstrapFile>;
