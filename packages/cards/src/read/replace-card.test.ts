import { expect, test } from "vitest";
import type { AcceptedPayload } from "../payload.ts";
import { readStoredPayload } from "./read-stored-payload.ts";
import { readWebhookPayload } from "./read-webhook-payload.ts";
import { replaceCard } from "./replace-card.ts";

function read(value: unknown, purpose: "post" | "update" = "post"): AcceptedPayload {
  const payload = readWebhookPayload(JSON.stringify(value), { purpose });
  if (!payload.accepted) throw new Error(payload.explanation);
  return payload;
}
const adaptive = (text: string) => ({
  contentType: "application/vnd.microsoft.card.adaptive",
  content: { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text }] },
});

test("the only card gives way as it is, without a summary of its own too", () => {
  const update = read({ "@type": "MessageCard", title: "Done" }, "update");
  const { summary, canonical } = replaceCard(read({ text: "Do it?" }).canonical, 0, update);
  expect(summary).toBe("Done");
  expect(readStoredPayload(canonical).cards).toEqual(update.cards);
});

test("one of several gives way, and the others stay", () => {
  const before = read({ type: "message", text: "Two", attachments: [adaptive("one"), adaptive("two")] });
  const { canonical, summary } = replaceCard(
    before.canonical,
    1,
    read({ "@type": "MessageCard", text: "New" }, "update"),
  );
  const { cards } = readStoredPayload(canonical);
  expect(cards.map(({ kind }) => kind)).toEqual(["messageCard", "messageCard", "adaptive"]);
  expect(cards[0]?.card).toEqual({ text: "Two" });
  expect(cards[1]?.card).toEqual({ "@type": "MessageCard", text: "New" });
  expect(cards[2]?.card).toEqual(before.cards[2]?.card);
  expect(summary).toBe("Two");
});
