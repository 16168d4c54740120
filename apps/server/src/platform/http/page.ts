import { z } from "@hono/zod-openapi";
import { ParvisError } from "../errors.ts";

/** Query of every list: keyset pages, so that a page costs the same however deep it lies. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ description: "Items a page, at most 200" }),
  cursor: z.string().max(500).optional().openapi({ description: "`nextCursor` of the page before" }),
});

export interface Page<T> {
  readonly items: T[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** The schema of a page of `item`. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z
      .string()
      .nullable()
      .openapi({ description: "Ask again with this for the next page; null on the last" }),
  });
}

/** Opaque to clients: the sort key of the last item of a page. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/**
 * @returns the sort key, or undefined without a cursor.
 * @throws ParvisError request/invalid when it is not one of ours.
 */
export function decodeCursor(cursor: string | undefined, parts: number): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(key) && key.length === parts && key.every((part) => typeof part === "string")) return key;
  } catch {
    // Falls through to the refusal.
  }
  throw new ParvisError("request/invalid", {
    detail: "cursor: not one that a page before gave. Start again without it.",
  });
}

/**
 * Cuts a page from rows that were read with one more than the limit.
 * @param keyOf the sort key of a row, as the store compares it.
 */
export function cutPage<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly string[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
