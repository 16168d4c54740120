import type { OpenAPIHono } from "@hono/zod-openapi";
import { type ApiDocument, apiPage } from "./api-page.ts";
import type { RequestEnvironment } from "./router.ts";

const head = {
  openapi: "3.1.0",
  info: {
    title: "Parvis API",
    version: "1",
    description:
      "Parvis's own API. Sign in with POST /api/session and send the cookie back. Refusals are application/problem+json with a " +
      "stable code and a requestId. Lists come in pages: ask again with nextCursor.",
  },
  servers: [{ url: "/api" }],
};

/** The OpenAPI document of everything registered so far. */
export function apiDocument(api: OpenAPIHono<RequestEnvironment>): ApiDocument {
  return api.getOpenAPI31Document(head) as unknown as ApiDocument;
}

/** Adds `/openapi.json`, made from the routes themselves, and `/docs`, made from that. Each is made once, when first asked for. */
export function describeApi(api: OpenAPIHono<RequestEnvironment>): void {
  let json: string | undefined;
  let page: string | undefined;
  api.get("/openapi.json", (c) => {
    json ??= JSON.stringify(apiDocument(api));
    return c.body(json, 200, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-cache" });
  });
  api.get("/docs", async (c) => {
    page ??= String(await apiPage(apiDocument(api)));
    return c.html(page, 200, {
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      "Cache-Control": "no-cache",
    });
  });
}
