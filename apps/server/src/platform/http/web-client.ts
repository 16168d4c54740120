import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { ParvisError } from "../errors.ts";
import type { RequestEnvironment } from "./router.ts";

/** The client's own document frames only Parvis; what apps may be framed is decided one document deeper. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // Fluent UI's styles are inserted at run time.
  "style-src 'self' 'unsafe-inline'",
  // Pictures of cards come through Parvis, so that no sender learns who reads them.
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

/** The built web client. @param folder what `npm run build` of apps/web writes. */
export interface WebClient {
  readonly routes: Hono<RequestEnvironment>;
  /** The document that hosts an embedded page. */
  hostDocument(): Promise<string>;
}

export function webClient(folder: string): WebClient {
  const read = (name: string) => readFile(join(folder, name), "utf8");
  const routes = new Hono<RequestEnvironment>();
  // Names of assets hold a hash of what is in them.
  routes.use(
    "/assets/*",
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (_, c) => c.header("Cache-Control", "public, max-age=31536000, immutable"),
    }),
  );
  routes.get("/assets/*", () => {
    throw new ParvisError("request/not-found", {
      detail: "The page you have open is older than this Parvis. Reload it.",
    });
  });
  routes.use("/favicon.svg", serveStatic({ root: folder }));
  // Every other address belongs to the client's router.
  routes.get("*", async (c) => {
    const page = await read("index.html").catch(() => {
      throw new ParvisError("request/not-found", {
        detail: "The web client is not built. Run `npm run build`, or start with `npm start`.",
      });
    });
    return c.html(page, 200, {
      "Content-Security-Policy": policy,
      "Cache-Control": "no-cache",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
      // Sites may open this one page in a popup, and hear from it once it has gone back to them.
      "Cross-Origin-Opener-Policy": c.req.path === "/connect" ? "unsafe-none" : "same-origin-allow-popups",
    });
  });
  return { routes, hostDocument: async () => await read("embed.html") };
}
