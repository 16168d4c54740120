import { z } from "@hono/zod-openapi";
import { pageOf } from "../platform/http/page.ts";
import { named, publishingState } from "./app.schema.ts";

export const submission = z
  .object({
    id: z.uuid(),
    appId: z.uuid(),
    externalId: z.string(),
    displayName: z.string(),
    shortDescription: z.string(),
    publisherName: z.string(),
    icons: z.object({ color: z.string(), outline: z.string() }),
    kind: z.enum(["new", "update"]).openapi({ description: "`update`: a version is published, and runs on" }),
    version: z.string(),
    publishedVersion: z.string().nullable(),
    state: publishingState,
    submittedBy: named,
    submittedAt: z.iso.datetime(),
    decidedBy: named,
    decidedAt: z.iso.datetime().nullable(),
    reason: z.string().openapi({ description: "What the administrator said who rejected it" }),
    supersededBy: z.string().nullable().openapi({ description: "A version that was published while this one waited" }),
  })
  .openapi("Submission");

export const submissions = pageOf(submission).openapi("Submissions");

export const rejection = z
  .object({
    reason: z.string().trim().min(1).max(2_000).openapi({ description: "Shown to whoever submitted" }),
  })
  .openapi("SubmissionRejection");

export const submissionPath = z.object({ submissionId: z.uuid() });
