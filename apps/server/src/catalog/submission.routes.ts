import { createRoute } from "@hono/zod-openapi";
import { ParvisError } from "../platform/errors.ts";
import { readLimited } from "../platform/http/body.ts";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { languageOf } from "../platform/http/language.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor, pageQuery } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { isAdministrator, originOf } from "../platform/identity.ts";
import { iconAddress } from "./app.presenter.ts";
import { appPath, packageBody } from "./app.schema.ts";
import { type CatalogNames, nameIn } from "./names.ts";
import { largestPackage } from "./package-reader.ts";
import * as schema from "./submission.schema.ts";
import type { Submission, SubmissionService } from "./submission.service.ts";

const tags = ["Submissions"];
const people = [signedIn()];
const administrators = [signedIn(), administrator()];

const submit = createRoute({
  method: "post",
  path: "/submissions",
  tags,
  summary: "Submit a new app for approval",
  description: "Open to everybody. The app is blocked until an administrator publishes it.",
  middleware: people,
  request: packageBody,
  responses: { 201: jsonResponse("Submitted", schema.submission), ...problems(401, 403, 409, 413, 422) },
});

const submitUpdate = createRoute({
  method: "post",
  path: "/apps/{appId}/submissions",
  tags,
  summary: "Submit a new version of an app for approval",
  description:
    "What is published runs on. While a submission waits, only whoever made it may submit again, in its place.",
  middleware: people,
  request: { params: appPath, ...packageBody },
  responses: { 201: jsonResponse("Submitted", schema.submission), ...problems(401, 403, 404, 409, 413, 422) },
});

const pending = createRoute({
  method: "get",
  path: "/submissions",
  tags,
  summary: "Submissions that wait for approval, longest first",
  middleware: administrators,
  request: { query: pageQuery },
  responses: { 200: jsonResponse("A page", schema.submissions), ...problems(401, 403) },
});

const mine = createRoute({
  method: "get",
  path: "/submissions/mine",
  tags,
  summary: "What one has submitted, newest first, with what came of it",
  middleware: people,
  request: { query: pageQuery },
  responses: { 200: jsonResponse("A page", schema.submissions), ...problems(401) },
});

const show = createRoute({
  method: "get",
  path: "/submissions/{submissionId}",
  tags,
  summary: "A submission, for administrators and whoever made it",
  middleware: people,
  request: { params: schema.submissionPath },
  responses: { 200: jsonResponse("The submission", schema.submission), ...problems(401, 404) },
});

const publish = createRoute({
  method: "post",
  path: "/submissions/{submissionId}/publish",
  tags,
  summary: "Publish a submission",
  description:
    "A new app is allowed from then on. An update takes the place of what ran; policies, pins, availability, requests and installations stay.",
  middleware: administrators,
  request: { params: schema.submissionPath },
  responses: { 200: jsonResponse("Published", schema.submission), ...problems(401, 403, 404, 409) },
});

const reject = createRoute({
  method: "post",
  path: "/submissions/{submissionId}/reject",
  tags,
  summary: "Reject a submission, with a reason that whoever made it sees",
  middleware: administrators,
  request: { params: schema.submissionPath, ...jsonBody(schema.rejection) },
  responses: { 200: jsonResponse("Rejected", schema.submission), ...problems(400, 401, 403, 404, 409) },
});

const withdraw = createRoute({
  method: "delete",
  path: "/submissions/{submissionId}",
  tags,
  summary: "Take back a submission that nobody has decided about",
  middleware: people,
  request: { params: schema.submissionPath },
  responses: { 204: { description: "Taken back" }, ...problems(401, 404, 409) },
});

export function submissionRoutes(submissions: SubmissionService, names: CatalogNames) {
  async function present(tenantId: string, rows: readonly Submission[]) {
    const known = await names.people(
      tenantId,
      rows.flatMap((row) => [row.submitter, row.decidedBy]),
    );
    return rows.map(({ submitter, colorIcon, outlineIcon, publishedVersion, ...row }) => ({
      ...row,
      icons: { color: iconAddress(colorIcon), outline: iconAddress(outlineIcon) },
      kind: publishedVersion === null ? ("new" as const) : ("update" as const),
      publishedVersion,
      submittedBy: nameIn(known, submitter),
      submittedAt: row.submittedAt.toISOString(),
      decidedBy: nameIn(known, row.decidedBy),
      decidedAt: row.decidedAt?.toISOString() ?? null,
    }));
  }
  async function presentOne(tenantId: string, row: Submission) {
    const [shown] = await present(tenantId, [row]);
    if (shown === undefined) throw new ParvisError("submission/not-found");
    return shown;
  }

  return createRouter()
    .openapi(submit, async (c) => {
      const bytes = await readLimited(c.req, largestPackage, "An app package");
      const made = await submissions.submit(originOf(c.var.identity, c.var.requestId), bytes, languageOf(c.req));
      return c.json(await presentOne(c.var.identity.tenantId, made), 201);
    })
    .openapi(submitUpdate, async (c) => {
      const origin = originOf(c.var.identity, c.var.requestId);
      const bytes = await readLimited(c.req, largestPackage, "An app package");
      const made = await submissions.submitUpdate(origin, c.req.valid("param").appId, bytes, languageOf(c.req));
      return c.json(await presentOne(origin.tenantId, made), 201);
    })
    .openapi(pending, async (c) => {
      const { tenantId } = c.var.identity;
      const { limit, cursor } = c.req.valid("query");
      const rows = await submissions.pending(tenantId, { limit, after: decodeCursor(cursor, 1) });
      const page = cutPage(rows, limit, (row) => [row.id]);
      return c.json({ ...page, items: await present(tenantId, page.items) }, 200);
    })
    .openapi(mine, async (c) => {
      const { tenantId, personId } = c.var.identity;
      const { limit, cursor } = c.req.valid("query");
      const rows = await submissions.of(tenantId, personId, { limit, after: decodeCursor(cursor, 1) });
      const page = cutPage(rows, limit, (row) => [row.id]);
      return c.json({ ...page, items: await present(tenantId, page.items) }, 200);
    })
    .openapi(show, async (c) => {
      const { identity } = c.var;
      const found = await submissions.get(identity.tenantId, c.req.valid("param").submissionId);
      if (!isAdministrator(identity) && found.submitter !== identity.personId)
        throw new ParvisError("submission/not-found");
      return c.json(await presentOne(identity.tenantId, found), 200);
    })
    .openapi(publish, async (c) => {
      const origin = originOf(c.var.identity, c.var.requestId);
      const done = await submissions.publish(origin, c.req.valid("param").submissionId);
      return c.json(await presentOne(origin.tenantId, done), 200);
    })
    .openapi(reject, async (c) => {
      const origin = originOf(c.var.identity, c.var.requestId);
      const done = await submissions.reject(origin, c.req.valid("param").submissionId, c.req.valid("json").reason);
      return c.json(await presentOne(origin.tenantId, done), 200);
    })
    .openapi(withdraw, async (c) => {
      const { identity } = c.var;
      const origin = originOf(identity, c.var.requestId);
      await submissions.withdraw(origin, c.req.valid("param").submissionId, isAdministrator(identity));
      return c.body(null, 204);
    });
}
