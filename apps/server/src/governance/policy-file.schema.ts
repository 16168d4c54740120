import { z } from "@hono/zod-openapi";
import { availabilities } from "./access.rules.ts";
import { settings } from "./governance.schema.ts";
import { permissionContent, policyName, setupContent } from "./policy.schema.ts";

/** `settings` of a bootstrap file: what is left out stays as it is. */
export const settingsSection = settings.partial().strict();

const name = z.string().trim().min(1).max(320);

const assignedTo = z.strictObject({
  people: z.array(name).optional(),
  groups: z.array(z.strictObject({ group: name, rank: z.number().int().min(1).max(1_000_000) })).optional(),
});

const common = {
  name: policyName,
  description: z.string().trim().max(1_024).optional(),
  assignedTo: assignedTo.optional(),
};

/** `policies` of a bootstrap file. A policy or app that is left out stays; of one that stands there, what is left out stays. */
export const policiesSection = z.strictObject({
  permission: z.array(z.strictObject({ ...permissionContent.partial().shape, ...common })).default([]),
  setup: z.array(z.strictObject({ ...setupContent.partial().shape, ...common })).default([]),
  apps: z
    .array(
      z.strictObject({
        app: z.string().trim().min(1).max(256),
        status: z.enum(["allowed", "blocked"]).optional(),
        availability: z.enum([...availabilities, "default"]).optional(),
        people: z.array(name).optional(),
        groups: z.array(name).optional(),
      }),
    )
    .default([]),
});

export type PoliciesSection = z.infer<typeof policiesSection>;
export type SettingsSection = z.infer<typeof settingsSection>;
