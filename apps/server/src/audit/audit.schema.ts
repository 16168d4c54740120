import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";

const several = z.union([z.string(), z.array(z.string())]).transform((given) => [given].flat());

export const auditFilter = z.object({
  from: z.iso.datetime({ offset: true }).optional().openapi({ description: "From this moment on" }),
  to: z.iso.datetime({ offset: true }).optional().openapi({ description: "Before this moment" }),
  operation: several.optional().openapi({ description: "Operations, by their exact names; any of them" }),
  person: z
    .string()
    .max(320)
    .optional()
    .openapi({ description: "Who did it: id or sign-in name; somebody unknown finds nothing" }),
  team: z.uuid().optional(),
  app: z.uuid().optional(),
  text: z
    .string()
    .max(500)
    .optional()
    .openapi({ description: "Words that must all occur, each by its beginning, whatever their case and accents" }),
});

export const searchQuery = pageQuery.extend(auditFilter.shape);
export const exportQuery = auditFilter.extend({ format: z.enum(["csv", "json"]).default("json") });

export const auditRecord = z
  .object({
    sequence: z.number().int().openapi({ description: "Its number in the organisation's log, from 1 without gaps" }),
    occurredAt: z.string().openapi({ description: "To the microsecond" }),
    record: z.looseObject({
      Id: z.string(),
      RecordType: z.number().int(),
      CreationTime: z.string(),
      Operation: z.string(),
      UserType: z.number().int(),
      UserKey: z.string(),
      UserId: z.string(),
      ClientIP: z.string().optional(),
      ObjectId: z.string().optional(),
      TeamGuid: z.string().optional(),
      TeamName: z.string().optional(),
      ChannelName: z.string().optional(),
      AddOnGuid: z.string().optional(),
      AddOnName: z.string().optional(),
      Name: z.string().optional(),
      OldValue: z.string().optional(),
      NewValue: z.string().optional(),
      ExtraProperties: z.array(z.object({ Key: z.string(), Value: z.string() })).optional(),
    }),
  })
  .openapi("AuditRecord", {
    description: "`record` is in the schema of the Office 365 Management Activity API",
  });

export const auditPage = pageOf(auditRecord).openapi("AuditPage");

export const auditCount = z
  .object({
    count: z.number().int(),
    more: z.boolean().openapi({ description: "True when counting stopped before the end" }),
  })
  .openapi("AuditCount");

export const auditDays = pageOf(
  z.object({
    day: z.string(),
    records: z.number().int(),
    lastSequence: z.number().int(),
    hash: z.string().openapi({ description: "Hash of the day's last record; keep it elsewhere to compare later" }),
  }),
).openapi("AuditDays");

export const savedSearch = z
  .object({ id: z.uuid(), name: z.string(), filter: z.record(z.string(), z.unknown()) })
  .openapi("SavedAuditSearch");

export const savedSearches = z.object({ items: z.array(savedSearch) }).openapi("SavedAuditSearches");

export const newSavedSearch = z
  .object({
    name: z.string().trim().min(1).max(100),
    filter: z
      .record(z.string().max(40), z.union([z.string().max(500), z.array(z.string().max(100)).max(50)]))
      .openapi({ description: "As the search page's address has it" }),
  })
  .openapi("NewSavedAuditSearch");

export const savedSearchPath = z.object({ searchId: z.uuid() });
