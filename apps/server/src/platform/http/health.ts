import { Hono } from "hono";
import { sql as text } from "kysely";
import type { Platform } from "../platform.ts";
import type { RequestEnvironment } from "./router.ts";

/** `/healthz`: the process lives. `/readyz`: it can do its work. `/metrics`: Prometheus. */
export function healthRoutes({ database, feed, metrics }: Platform): Hono<RequestEnvironment> {
  const routes = new Hono<RequestEnvironment>();
  routes.get("/healthz", (c) => c.json({ status: "ok" }));
  routes.get("/readyz", async (c) => {
    const reached = await text`select 1`.execute(database.sql).then(
      () => true,
      () => false,
    );
    const ready = reached && feed.listening;
    const checks = { database: reached ? "ok" : "away", bus: feed.listening ? "ok" : "away" };
    return c.json({ status: ready ? "ok" : "not ready", checks }, ready ? 200 : 503);
  });
  routes.get("/metrics", async (c) =>
    c.text(await metrics.registry.metrics(), 200, { "Content-Type": metrics.registry.contentType }),
  );
  return routes;
}
