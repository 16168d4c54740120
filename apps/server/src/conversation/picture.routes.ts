import { createHash } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import { signedIn } from "../platform/http/guards.ts";
import { problems } from "../platform/http/openapi.ts";
import { createRouter } from "../platform/http/router.ts";
import { messagePath } from "./message.schema.ts";
import type { PictureService } from "./picture.service.ts";

const show = createRoute({
  method: "get",
  path: "/channels/{channelId}/messages/{messageId}/picture",
  tags: ["Messages"],
  summary: "A picture of a card, fetched by Parvis and kept",
  description: "Only addresses that the message shows pictures of are fetched, and only public ones.",
  middleware: [signedIn()],
  request: {
    params: messagePath,
    query: z.object({
      url: z.string().max(4_000).openapi({ description: "The picture's address, as the card has it" }),
    }),
  },
  responses: {
    200: { description: "The picture", content: { "image/*": { schema: z.string().openapi({ format: "binary" }) } } },
    304: { description: "The browser has it" },
    ...problems(400, 401, 404, 503),
  },
});

export function pictureRoutes(pictures: PictureService) {
  return createRouter().openapi(show, async (c) => {
    const { channelId, messageId } = c.req.valid("param");
    const { mediaType, bytes } = await pictures.of(c.var.identity, channelId, messageId, c.req.valid("query").url);
    const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
    const headers = {
      ETag: etag,
      "Cache-Control": "private, max-age=86400",
      // A stranger's bytes, from our own address: nothing in them may run, whatever a browser takes them for.
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
    };
    if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
    return c.body(new Uint8Array(bytes), 200, { ...headers, "Content-Type": mediaType });
  });
}
