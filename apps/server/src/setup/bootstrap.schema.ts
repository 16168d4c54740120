import { z } from "@hono/zod-openapi";
import {
  clouds,
  displayName,
  groupKind,
  groupName,
  newAppRegistration,
  password,
  role,
  upn,
} from "../directory/index.ts";
import { policiesSection, settingsSection } from "../governance/index.ts";

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
  groups: z
    .array(
      z.strictObject({
        displayName: groupName,
        description: z.string().trim().max(1_024).optional(),
        kind: groupKind.optional(),
        /** Exactly these, when they are said. */
        members: z.array(upn).optional(),
        /** Groups within it, by name, wherever they stand in the file; exactly these, when they are said. */
        groups: z.array(groupName).optional(),
      }),
    )
    .default([]),
  teams: z
    .array(
      z.strictObject({
        /** Tells teams of one name apart. */
        id: z.uuid().optional(),
        displayName,
        description: z.string().max(1024).default(""),
        owners: z.array(upn).min(1),
        members: z.array(upn).default([]),
        channels: z.array(z.string().trim().min(1).max(50)).default([]),
        /** Whether members, who are no owners, upload custom apps for the team. */
        membersMayUpload: z.boolean().optional(),
      }),
    )
    .default([]),
  operators: z.array(upn).default([]),
  settings: settingsSection.prefault({}),
  publishers: z.array(z.unknown()).default([]),
  appRegistrations: z
    .array(
      newAppRegistration
        .extend({ clientId: z.uuid().toLowerCase(), secret: z.string().min(8).max(256).optional() })
        .strict(),
    )
    .default([]),
  policies: policiesSection.prefault({}),
});

export type BootstrapFile = z.infer<typeof bootstrapFile>;
