import { createRoute, z } from "@hono/zod-openapi";
import { signedIn } from "../platform/http/guards.ts";
import { problems } from "../platform/http/openapi.ts";
import { createRouter } from "../platform/http/router.ts";
import type { LiveService } from "./live.service.ts";

const listen = createRoute({
  method: "get",
  path: "/live",
  tags: ["Live"],
  summary: "What happens, as Server-Sent Events",
  description:
    "`message`: a card was posted (a Message, with `teamId`). `revision`: one changed, the same way. `change`: something else happened; `operation` names it. " +
    "`hello` begins a fresh stream, `resumed` one that goes on after `Last-Event-ID`; a `hello` in answer to one means: fetch anew.",
  middleware: [signedIn()],
  request: { headers: z.object({ "last-event-id": z.coerce.number().int().nonnegative().optional() }) },
  responses: {
    200: { description: "The stream", content: { "text/event-stream": { schema: z.string() } } },
    ...problems(401),
  },
});

export function liveRoutes(live: LiveService, stillSignedIn: (cookie: string | undefined) => Promise<boolean>) {
  return createRouter().openapi(listen, (c) => {
    const cookie = c.req.header("cookie");
    const gone = new AbortController();
    const frames = live.read(
      c.var.identity,
      c.req.valid("header")["last-event-id"],
      async () => await stillSignedIn(cookie),
      gone.signal,
    );
    const body = new ReadableStream<Uint8Array>(
      {
        // Pulled when the socket has room: what a slow browser has not taken is not kept for it.
        pull: async (controller) => {
          const next = await frames.next();
          if (next.done === true) controller.close();
          else controller.enqueue(next.value);
        },
        cancel: () => gone.abort(),
      },
      { highWaterMark: 1 },
    );
    return c.body(body, 200, {
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-store",
      "X-Accel-Buffering": "no",
    });
  });
}
