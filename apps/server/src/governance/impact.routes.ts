import { createRoute, type z } from "@hono/zod-openapi";
import { readLimited } from "../platform/http/body.ts";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import type { AssignmentFileService } from "./assignment-file.service.ts";
import * as schema from "./impact.schema.ts";
import type { Impact, ImpactService } from "./impact.service.ts";
import { kindPath } from "./policy.schema.ts";

const guards = [signedIn(), administrator()];
const largestFile = 10 * 1_048_576;

const consider = createRoute({
  method: "post",
  path: "/policies/what-if",
  tags: ["Policies"],
  summary: "What if? How many people would gain or lose which apps by a change",
  description: "Makes the change as saving it would, counts, and takes it back. Nobody hears of it.",
  middleware: guards,
  request: jsonBody(schema.consideredChange),
  responses: { 200: jsonResponse("What would happen", schema.impact), ...problems(400, 401, 403, 404, 409, 412) },
});

const importFile = createRoute({
  method: "post",
  path: "/policies/{kind}/assignments/file",
  tags: ["Policies"],
  summary: "Assign policies from a table, after a look at what it would do",
  description: "Every wrong line is listed; with any of them nothing is applied.",
  middleware: guards,
  request: { params: kindPath, query: schema.fileQuery, ...schema.fileBody },
  responses: {
    200: jsonResponse("What it did, or would do", schema.fileOutcome),
    ...problems(400, 401, 403, 413, 422),
  },
});

function present({ apps, appsGained, appsLost }: Impact): z.infer<typeof schema.impact> {
  return {
    appsGained,
    appsLost,
    apps: apps.map(({ app: { id, displayName, publisherName, icon }, gain, lose }) => ({
      app: { id, displayName, publisherName, icon },
      gain,
      lose,
    })),
  };
}

export function impactRoutes(impact: ImpactService, files: AssignmentFileService) {
  return createRouter()
    .openapi(consider, async (c) => {
      const origin = originOf(c.var.identity, c.var.requestId);
      return c.json(present(await impact.consider(origin, c.req.valid("json"))), 200);
    })
    .openapi(importFile, async (c) => {
      const { kind } = c.req.valid("param");
      const csv = new TextDecoder().decode(await readLimited(c.req, largestFile, "A table of assignments"));
      const origin = originOf(c.var.identity, c.var.requestId);
      if (c.req.valid("query").apply === "true") {
        const { wrong, ...done } = await files.apply(origin, kind, csv);
        return c.json({ ...done, wrong: [...wrong], impact: null }, 200);
      }
      const { wrong, ...would } = await files.preview(origin.tenantId, kind, csv);
      const considered =
        wrong.length > 0
          ? undefined
          : await impact.whatIf(origin, async (parts) => await parts.files.apply(origin, kind, csv));
      return c.json(
        { ...would, wrong: [...wrong], impact: considered === undefined ? null : present(considered) },
        200,
      );
    });
}
