import { z } from "@hono/zod-openapi";

const reason = z.object({
  trigger: z.string().openapi({ description: "Which rule asks for a fresh consent", example: "bot-added" }),
  pointer: z.string().openapi({ description: "JSON pointer into the manifest" }),
  message: z.string(),
});

const change = z.object({
  class: z.enum(["metadata", "capability", "permission"]),
  pointer: z.string(),
  kind: z.enum(["added", "removed", "changed"]),
  before: z.unknown().openapi({ description: "Null when it was not there" }),
  after: z.unknown().openapi({ description: "Null when it is gone" }),
});

export const updateImpact = z
  .object({
    appId: z.uuid(),
    from: z.string().openapi({ description: "The version that is published now" }),
    version: z.string().openapi({ description: "The version this is about" }),
    ruleSet: z.enum(["classic", "current"]),
    installations: z.number().int(),
    silent: z.number().int().openapi({ description: "How many run the new version from the moment it is published" }),
    mustAccept: z.number().int().openapi({ description: "How many keep what they run until somebody accepts" }),
    byVersion: z.array(
      z.object({
        version: z.string().openapi({ description: "The version that was accepted last" }),
        installations: z.number().int(),
        mustAccept: z.boolean(),
        covered: z.boolean().openapi({ description: "The organisation's consent leads on without a new one" }),
        reasons: z.array(reason),
      }),
    ),
    changes: z.array(change),
  })
  .openapi("UpdateImpact");

export const updateChanges = z
  .object({
    from: z.string(),
    to: z.string(),
    ruleSet: z.enum(["classic", "current"]),
    consentRequired: z.boolean(),
    reasons: z.array(reason),
    changes: z.array(change),
  })
  .openapi("UpdateChanges");

export const appPath = z.object({ appId: z.uuid() });
export const definitionPath = appPath.extend({ definitionId: z.uuid() });
export const changesQuery = z.object({ from: z.uuid().openapi({ description: "The `definitionId` that runs" }) });
export const packageBody = {
  body: {
    required: true,
    description: "The app package, 30 MB at most",
    content: { "application/zip": { schema: z.string().openapi({ format: "binary" }) } },
  },
};
