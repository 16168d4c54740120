import { serve } from "@hono/node-server";
import { createTodoConnector } from "./server.ts";

const port = Number(process.env.PORT ?? 4710);
const parvisUrl = process.env.PARVIS_URL ?? "http://localhost:4700";
const server = serve({ fetch: createTodoConnector({ parvisUrl }).fetch, port, hostname: "127.0.0.1" }, () => {
  console.log(`The todo connector is at http://localhost:${port}, and posts to webhooks of ${parvisUrl}.`);
});
server.on("error", (error: NodeJS.ErrnoException) => {
  const taken = error.code === "EADDRINUSE";
  console.error(taken ? `The todo connector does not run: something else listens on port ${port}.` : error);
  process.exitCode = 1;
});
