import { type Context, Hono } from "hono";
import { parse as parseCookies } from "hono/utils/cookie";
import { asParvisError } from "../platform/errors.ts";
import { languageOf } from "../platform/http/language.ts";
import type { Platform } from "../platform/platform.ts";
import { appOf } from "./app-origin.rules.ts";
import type { EmbeddingService, EmbeddingSession } from "./embedding.service.ts";
import { openPageCookies } from "./page-cookies.ts";
import { proxyRequest } from "./page-proxy.ts";
import { mayAsk, opening } from "./proxied-headers.rules.ts";
import { noticePage, shimPage, shimScript } from "./shim-page.ts";

const cookieName = "parvis_app";
const sessionSeconds = 12 * 3_600;

const noStore = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };

/** Where a page's request came in. */
interface Place {
  readonly Bindings: object;
  readonly Variables: { label: string; origin: string };
}

/** Attributes of cookies on an app's origin: they must reach a frame, and only the one in the client it was opened in. */
function cookieAttributes(publicUrl: string): string {
  const { protocol, hostname } = new URL(publicUrl);
  const trusted = protocol === "https:" || /(^|\.)localhost$|^127\./.test(hostname);
  return trusted ? "Secure; SameSite=None; Partitioned" : "SameSite=Lax";
}

/**
 * Everything on the origins of apps, and nothing else is there: neither the client nor the API. A page of an app may do there
 * whatever it likes, so nothing but its own is within its reach.
 */
export function appOriginApplication(
  { database, outbound, publicUrl, log }: Pick<Platform, "database" | "outbound" | "publicUrl" | "log">,
  embedding: EmbeddingService,
): Hono<Place> {
  const application = new Hono<Place>();
  // The prefix makes browsers refuse such a cookie from anybody but this very host; it needs https.
  const name = () => (publicUrl().startsWith("https:") ? `__Host-${cookieName}` : cookieName);

  /** On its own origin a page could frame notices of ours; nobody else can. */
  const notice = async (c: Context<Place>, status: 401 | 403 | 502, what: "over" | "failed", detail?: string) =>
    c.html(await noticePage(what, languageOf(c.req), detail), status, {
      ...noStore,
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    });

  application.onError(async (error, c) => {
    const { code, parts, status } = asParvisError(error);
    if (status >= 500 && code !== "outbound/failed") log.error({ err: error }, "A page of an app could not be shown");
    if (code.startsWith("outbound/")) return await notice(c, 502, "failed", parts.detail);
    return c.text(parts.detail ?? code, status as 400);
  });

  application.use(async (c, next) => {
    const label = embedding.names()?.label(c.req.header("host"));
    if (label === undefined) return c.notFound();
    c.set("label", label);
    c.set("origin", embedding.names()?.origin(label) ?? "");
    // A worker would stay, between every later page and us.
    if (c.req.header("service-worker") !== undefined)
      return c.text("Pages shown through Parvis have no service workers.", 403);
    if (!mayAsk(c.req.method, c.req.raw.headers, c.var.origin))
      return c.text("Only the page itself may ask for this.", 403);
    await next();
  });

  const ours = new Hono<Place>();

  ours.get("/enter", async (c) => {
    const { label, origin } = c.var;
    const entered = await embedding.enter(label, c.req.query("ticket") ?? "");
    if (entered === undefined) return await notice(c, 401, "over");
    const attributes = `HttpOnly; Path=/; Max-Age=${sessionSeconds}; ${cookieAttributes(publicUrl())}`;
    const framed = opening(c.req.raw.headers) !== "window";
    return c.body(null, 302, {
      ...noStore,
      "Set-Cookie": `${name()}=${entered.cookie}; ${attributes}`,
      // A fragment reaches no server, so that a page's address stays between the browser and us.
      Location: framed ? `${origin}/.parvis/shim#${encodeURIComponent(entered.page)}` : entered.page,
    });
  });

  ours.get("/shim.js", (c) =>
    c.body(shimScript(), 200, { ...noStore, "Content-Type": "text/javascript; charset=utf-8" }),
  );

  ours.get("/shim", async (c) => {
    const found = await embedding.sessionOf(c.var.label, cookieOf(c));
    const parent = found?.session.ancestors.at(-1);
    if (found === undefined || parent === undefined) return await notice(c, 401, "over");
    const pages = embedding.names()?.pattern(appOf(c.var.label)) ?? [];
    const policy = [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'unsafe-inline'",
      // The app's own origins; another app's pages do not let themselves be framed here (see ancestors).
      `frame-src 'self' ${pages[0]?.replace(appOf(c.var.label), "*")}`,
      `frame-ancestors ${found.session.ancestors.join(" ")}`,
      "base-uri 'none'",
      "form-action 'none'",
    ];
    return c.html(await shimPage(parent, pages, "Parvis"), 200, {
      ...noStore,
      "Content-Security-Policy": policy.join("; "),
    });
  });

  ours.all("*", (c) => c.text("There is nothing at this address.", 404));
  application.route("/.parvis", ours);

  application.all("*", async (c) => {
    const { label, origin } = c.var;
    const found = await embedding.sessionOf(label, cookieOf(c));
    if (found === undefined) return await stranger(c);
    const { tenantId, session } = found;
    const owner = { tenantId, personId: session.personId, appId: session.appId };
    return await proxyRequest(outbound, c.req.raw, {
      session,
      origin,
      cookies: await openPageCookies(database.sql, owner, cookieAttributes(publicUrl())),
      follow: async (address) => await follow(tenantId, session, address, opening(c.req.raw.headers) === "frame"),
    });
  });

  async function follow(tenantId: string, session: EmbeddingSession, address: string, framed: boolean) {
    return (await embedding.follow(tenantId, session, address, framed))?.address;
  }

  function cookieOf(c: Context<Place>): string | undefined {
    return parseCookies(c.req.header("cookie") ?? "", name())[name()];
  }

  /** A window that a page opened has cookies of its own: the client's session opens it. */
  async function stranger(c: Context<Place>): Promise<Response> {
    const { pathname, search } = new URL(c.req.url);
    if (c.req.method !== "GET" || opening(c.req.raw.headers) !== "window") return await notice(c, 401, "over");
    const to = encodeURIComponent(pathname + search);
    return c.redirect(`${publicUrl()}/embed/apps/${c.var.label}?to=${to}`, 302);
  }

  return application;
}
