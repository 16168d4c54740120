import { type Context, Hono } from "hono";
import { z } from "zod";
import { type AuditFeedService, type ContentType, contentTypes } from "../../audit/index.ts";
import type { Directory } from "../../directory/index.ts";
import { bearer } from "../../platform/http/bearer.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import { isId } from "../../platform/identifiers.ts";
import type { Platform } from "../../platform/platform.ts";
import { contentOf, presentSubscription } from "./activity-feed.presenter.ts";
import { answerFeedError, FeedError } from "./feed-errors.ts";

type C = Context<RequestEnvironment>;

const permission = ["ActivityFeed.Read"];
const guard = bearer({
  audience: "https://manage.office.com",
  application: permission,
  delegated: permission,
  administrator: true,
});
const pageSize = 200;
const dayMilliseconds = 86_400_000;
const farthestBackDays = 7;

const webhookBody = z.object({
  webhook: z
    .object({
      address: z.url({ protocol: /^https?$/ }),
      authId: z.string().max(200).nullish(),
      expiration: z.string().max(40).nullish(),
    })
    .nullish(),
});

function contentType(c: C): ContentType {
  const given = c.req.query("contentType");
  if (given === undefined) throw new FeedError("AF20001", 400, "Missing parameter: contentType.");
  const known = contentTypes.find((name) => name.toLowerCase() === given.toLowerCase());
  if (known === undefined)
    throw new FeedError(
      "AF20020",
      400,
      `The specified content type is not valid: ${given}. Expected one of ${contentTypes.join(", ")}.`,
    );
  return known;
}

/** A moment as the API takes it: with or without seconds, UTC. */
function moment(text: string, name: string): Date {
  const read = new Date(/Z|[+-]\d\d:?\d\d$/.test(text) || !text.includes("T") ? text : `${text}Z`);
  if (Number.isNaN(read.getTime()))
    throw new FeedError("AF20002", 400, `Invalid parameter type: ${name}. Expected a date and time.`);
  return read;
}

/** Both ends or neither, at most a day apart, at most a week back (contracts.md C.4). */
function span(c: C, now: Date): { from: Date; to: Date } {
  const [start, end] = [c.req.query("startTime"), c.req.query("endTime")];
  // Content that is made by this very request is in it.
  if (start === undefined && end === undefined)
    return { from: new Date(now.getTime() - dayMilliseconds), to: new Date(now.getTime() + dayMilliseconds) };
  const wrong =
    "Start time and end time must both be specified (or both omitted) and must be less than or equal to 24 hours apart, with the start time no more than 7 days in the past.";
  if (start === undefined || end === undefined) throw new FeedError("AF20030", 400, wrong);
  const [from, to] = [moment(start, "startTime"), moment(end, "endTime")];
  const length = to.getTime() - from.getTime();
  const age = now.getTime() - from.getTime();
  // A minute of grace: clocks differ.
  if (length < 0 || length > dayMilliseconds || age > farthestBackDays * dayMilliseconds + 60_000)
    throw new FeedError("AF20030", 400, wrong);
  return { from, to };
}

/** An address without TLS is taken for this very machine only; whether that may be reached the operator says. */
function assertSafe(address: string): void {
  const { protocol, hostname } = new URL(address);
  if (protocol !== "https:" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname))
    throw new FeedError("AF20002", 400, "The webhook's address must begin with https.");
}

/** The Office 365 Management Activity API (contracts.md C.4) over the audit log. */
export function activityFeedRoutes(
  { log, now, publicUrl }: Pick<Platform, "log" | "now" | "publicUrl">,
  tenants: Directory["tenants"],
  feed: AuditFeedService,
): Hono<RequestEnvironment> {
  const routes = new Hono<RequestEnvironment>();
  routes.onError((error, c) => answerFeedError(c, error, log));
  routes.use("/:tenant/activity/feed/*", guard, async (c, next) => {
    const given = c.req.param("tenant") ?? "";
    const tenant = await tenants.resolve(given);
    if (tenant === undefined && !isId(given))
      throw new FeedError("AF20013", 400, `The tenant ID passed in the URL (${given}) is not a valid GUID.`);
    if (tenant === undefined)
      throw new FeedError("AF20011", 404, `Specified tenant ID (${given}) does not exist in the system.`);
    if (tenant.id !== c.var.bearer.tenantId)
      throw new FeedError(
        "AF20010",
        403,
        `The tenant ID passed in the URL (${given}) does not match the tenant ID passed in the access token (${c.var.bearer.tenantId}).`,
      );
    await next();
    c.header("Cache-Control", "no-store");
  });
  const who = (c: C) => [c.var.bearer.tenantId, c.var.bearer.application.clientId] as const;

  const listed = async (c: C) => {
    const [tenantId, clientId] = who(c);
    const after = c.req.query("nextPage");
    if (after !== undefined && !isId(after)) throw new FeedError("AF20031", 400, `Invalid nextPage input: ${after}.`);
    const rows = await feed.content(
      tenantId,
      { clientId, contentType: contentType(c), ...span(c, now()) },
      { limit: pageSize, after },
    );
    const page = rows.slice(0, pageSize);
    if (rows.length > pageSize) {
      const next = new URL(c.req.url);
      next.searchParams.set("nextPage", page.at(-1)?.id ?? "");
      c.header("NextPageUri", publicUrl() + next.pathname + next.search);
    }
    return page;
  };

  routes
    .post("/:tenant/activity/feed/subscriptions/start", async (c) => {
      const type = contentType(c);
      const text = await c.req.text();
      const body = webhookBody.safeParse(text.trim() === "" ? {} : safeJson(text));
      if (!body.success)
        throw new FeedError("AF20002", 400, `Invalid parameter type: webhook. ${z.prettifyError(body.error)}`);
      const { webhook } = body.data;
      const expiration = webhook?.expiration ? moment(webhook.expiration, "expiration") : undefined;
      if (expiration !== undefined && expiration < now())
        throw new FeedError("AF20003", 400, `Expiration ${webhook?.expiration} provided is set to past date and time.`);
      if (webhook) assertSafe(webhook.address);
      const wanted = webhook
        ? { address: webhook.address, authId: webhook.authId ?? null, expiration: expiration?.toISOString() ?? null }
        : null;
      return c.json(presentSubscription(await feed.start(...who(c), type, wanted)));
    })
    .post("/:tenant/activity/feed/subscriptions/stop", async (c) => {
      await feed.stop(...who(c), contentType(c));
      return c.body(null, 200);
    })
    .get("/:tenant/activity/feed/subscriptions/list", async (c) => {
      return c.json((await feed.subscriptions(...who(c))).map(presentSubscription));
    })
    .get("/:tenant/activity/feed/subscriptions/content", async (c) => {
      const page = await listed(c);
      return c.json(page.map((content) => contentOf(publicUrl(), c.var.bearer.tenantId, content)));
    })
    .get("/:tenant/activity/feed/subscriptions/notifications", async (c) => {
      const page = await listed(c);
      const told = page.filter(({ notifiedAt }) => notifiedAt !== null);
      return c.json(
        told.map((content) => ({
          ...contentOf(publicUrl(), c.var.bearer.tenantId, content),
          notificationSent: content.notifiedAt?.toISOString(),
          notificationStatus: content.notificationStatus,
        })),
      );
    })
    .get("/:tenant/activity/feed/audit/:contentId", async (c) => {
      const id = c.req.param("contentId");
      if (!isId(id)) throw new FeedError("AF20050", 404, `The specified content (${id}) does not exist.`);
      const records = await feed.records(...who(c), id);
      return c.body(`[${records.join(",")}]`, 200, { "Content-Type": "application/json; charset=utf-8" });
    })
    .get("/:tenant/activity/feed/resources/dlpSensitiveTypes", (c) => c.json([]));
  return new Hono<RequestEnvironment>().route("/api/v1.0", routes);
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
