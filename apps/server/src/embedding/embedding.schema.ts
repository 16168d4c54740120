import { z } from "@hono/zod-openapi";

const mode = z
  .enum(["direct", "legacy"])
  .openapi({ description: "`legacy`: through Parvis, for pages that accept no host but Microsoft's" });

export const embeddingChange = z.object({ mode }).openapi("AppEmbeddingChange");

export const embedding = z
  .object({
    mode,
    setBy: z.string().nullable().openapi({ description: "Id of the person who set it; null for the default" }),
    available: z.boolean().openapi({ description: "False where apps cannot have host names of their own" }),
  })
  .openapi("AppEmbedding");

export const appPath = z.object({ appId: z.uuid() });

export const openedPage = z
  .object({
    address: z.string().openapi({ description: "For the frame, once, within a minute" }),
    origin: z.string().openapi({ description: "What the page sees as its own origin" }),
    upstream: z.string().openapi({ description: "Origin of the page's own server" }),
  })
  .openapi("OpenedPage");

export const pageToOpen = z.object({ url: z.string().max(8_192) }).openapi("PageToOpen");
