import type { OpenAPIHono } from "@hono/zod-openapi";
import type { RequestEnvironment } from "./router.ts";

const document = {
  openapi: "3.1.0",
  info: {
    title: "Parvis API",
    version: "1",
    description:
      "Parvis's own API. Sign in with `POST /api/session` and send the cookie back. Refusals are `application/problem+json` " +
      "with a stable `code` and a `requestId`. Lists come in pages: ask again with `nextCursor`.",
  },
  servers: [{ url: "/api" }],
};

/** Adds `/openapi.json`, made from the routes themselves. */
export function describeApi(api: OpenAPIHono<RequestEnvironment>): void {
  let text: string | undefined;
  api.get("/openapi.json", (c) => {
    // Some twenty milliseconds to make, and always the same.
    text ??= JSON.stringify(api.getOpenAPI31Document(document));
    return c.body(text, 200, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-cache" });
  });
}
