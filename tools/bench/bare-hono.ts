import { serve } from "@hono/node-server";
import { Hono } from "hono";

/** The least an HTTP server of this kind can do with a card: parse it, store nothing, answer as a webhook does. */
const app = new Hono();
app.post("/", async (c) => {
  await c.req.json();
  return c.body("1", 200, { "Content-Type": "text/plain; charset=utf-8" });
});
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => console.log(port));
