import { serve } from "@hono/node-server";
import { createTodoConnector } from "./server.ts";

const port = Number(process.env.PORT ?? 4710);
const parvisUrl = process.env.PARVIS_URL ?? "http://localhost:4700";
serve({ fetch: createTodoConnector({ parvisUrl }).fetch, port, hostname: "127.0.0.1" }, () => {
  console.log(`The todo connector is at http://localhost:${port}, and posts to webhooks of ${parvisUrl}.`);
});
