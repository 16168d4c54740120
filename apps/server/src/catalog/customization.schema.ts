import { z } from "@hono/zod-openapi";
import { named } from "./app.schema.ts";

const link = z
  .url({ protocol: /^https$/ })
  .max(2_048)
  .nullable()
  .optional();
const words = (most: number) => z.string().trim().min(1).max(most).nullable().optional();
/** A PNG as base64; 192 KB of base64 hold more than any icon of these sizes needs. */
const icon = (side: number) =>
  z
    .base64()
    .max(196_608)
    .nullable()
    .optional()
    .openapi({ description: `A PNG of ${side} × ${side} pixels, as base64; null for the publisher's` });

export const customizationChange = z
  .object({
    texts: z
      .object({
        shortName: words(30),
        shortDescription: words(80),
        fullDescription: words(4_000),
        websiteUrl: link,
        privacyUrl: link,
        termsOfUseUrl: link,
        accentColor: z
          .string()
          .regex(/^#[0-9a-f]{6}$/i)
          .nullable()
          .optional(),
      })
      .strict()
      .optional()
      .openapi({ description: "Left out: as it is. Null: the publisher's" }),
    colorIcon: icon(192),
    outlineIcon: icon(32),
  })
  .strict()
  .openapi("AppCustomizationChange");

const texts = z.object({
  shortName: z.string(),
  shortDescription: z.string(),
  fullDescription: z.string(),
  websiteUrl: z.string(),
  privacyUrl: z.string(),
  termsOfUseUrl: z.string(),
  accentColor: z.string(),
});

export const customization = z
  .object({
    customizable: z
      .array(z.string())
      .openapi({ description: "What may be overridden: names of `publisher`, `colorIcon`, `outlineIcon`" }),
    publisher: texts.openapi({ description: "What the publisher says" }),
    overrides: texts.partial(),
    icons: z.object({ color: z.string(), outline: z.string() }).openapi({ description: "As everybody sees them" }),
    publisherIcons: z.object({ color: z.string(), outline: z.string() }).openapi({ description: "The package's own" }),
    overriddenIcons: z.array(z.enum(["colorIcon", "outlineIcon"])),
    changedBy: named,
    changedAt: z.iso.datetime().nullable(),
    etag: z.string(),
  })
  .openapi("AppCustomization");

export const ifMatch = z.object({ "if-match": z.string().optional() });
