import { z } from "@hono/zod-openapi";

/** The bootstrap file itself. */
export const fileBody = {
  body: {
    required: true,
    description: "A bootstrap file: docs/guides/configuration-as-code.md says what stands in it. 20 MB at most",
    content: { "application/yaml": { schema: z.string() } },
  },
};

const change = z
  .object({
    section: z.string().openapi({ description: "Part of the file, such as `users` or `policies.permission`" }),
    name: z.string(),
    action: z.enum(["create", "change"]),
    fields: z
      .array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() }))
      .openapi({ description: "What of it, from what to what; empty for something new" }),
  })
  .openapi("ConfigurationChange");

export const plan = z
  .object({
    changes: z.array(change),
    tag: z.string().openapi({
      description: "Send it as `If-Match` when you apply: it is refused when the changes would be others by then",
    }),
  })
  .openapi("ConfigurationPlan");

export const applied = z.object({ changes: z.array(change) }).openapi("ConfigurationApplied");

export const ifMatch = z.object({
  "if-match": z.string().optional().openapi({ description: "`tag` of the plan that was looked at" }),
});
