import type { z } from "@hono/zod-openapi";
import { readWebhookPayload } from "@parvis/cards";
import { momentOf } from "../platform/identifiers.ts";
import type * as schema from "./delivery.schema.ts";
import type { Delivery, DeliveryWithBody } from "./delivery.store.ts";
import { answerTo, explain, isTurnedAway, type PostAnswer } from "./post-answer.ts";

/** The answer is not stored: it follows from verdict, mode and id. Where a window stood then is not known any more. */
function answerOf({ id, reason, mode }: Delivery): PostAnswer {
  return answerTo({ turnedAway: reason !== null && isTurnedAway(reason) ? reason : null }, mode, id);
}

/** What is shown of a post: also of one that was only turned away, and as it was before a button replaced it. */
function cardOf({ verdict, stored, sent, replaced, contentType }: DeliveryWithBody): string | null {
  if (verdict === "accepted" && !replaced) return stored;
  const payload =
    verdict !== "refused" && sent !== null ? readWebhookPayload(sent, { contentType: contentType ?? "" }) : undefined;
  return payload?.accepted === true ? payload.canonical : null;
}

/** @param mayRead whether the asking person reads the channel; who only manages it sees no content. */
export function presentDelivery(
  row: Delivery,
  names: ReadonlyMap<string, string>,
  mayRead: boolean,
): z.infer<typeof schema.delivery> {
  const { id, verdict, reason, contentType, userAgent, size, againOf, sentBy, summary } = row;
  return {
    id,
    createdAt: momentOf(id).toISOString(),
    verdict,
    reason,
    summary: mayRead ? summary : null,
    status: answerOf(row).status,
    contentType,
    userAgent,
    size,
    againOf,
    sentBy: sentBy === null ? null : (names.get(sentBy) ?? null),
  };
}

export function presentDeliveryDetails(
  row: DeliveryWithBody,
  names: ReadonlyMap<string, string>,
  mayRead: boolean,
): z.infer<typeof schema.deliveryDetails> {
  const { contentType, text } = answerOf(row);
  const body = row.sent ?? row.stored;
  return {
    ...presentDelivery(row, names, mayRead),
    explanation: row.reason !== null && isTurnedAway(row.reason) ? explain(row.reason) : null,
    answer: { contentType, text },
    body: mayRead ? body : null,
    card: mayRead ? cardOf(row) : null,
    maySendAgain: body !== null,
  };
}
