import type { z } from "@hono/zod-openapi";
import { momentOf } from "../platform/identifiers.ts";
import type { message } from "./message.schema.ts";
import type { KeptMessage } from "./message.store.ts";

export function presentMessage(row: KeptMessage, iconAddress: (sha256: Uint8Array) => string): z.infer<typeof message> {
  return {
    id: row.id,
    channelId: row.channelId,
    createdAt: momentOf(row.id).toISOString(),
    author: {
      name: row.authorName,
      icon: row.authorIcon === null ? null : iconAddress(row.authorIcon),
      configurationId: row.configurationId,
    },
    summary: row.summary,
    body: row.body,
    revision: row.revision,
    statuses: (row.statuses ?? []).map((status) => ({ ...status })),
  };
}
