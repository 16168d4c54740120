import type { RefusedPayload } from "./payload.ts";

export type RefusalReason =
  | "empty"
  | "unparseable"
  | "unknown-shape"
  | "unknown-attachment"
  | "adaptive-not-a-card"
  | "too-deep"
  | "no-text-or-summary"
  | "too-large";

// The three texts are contracts.md D.2, to the letter: senders match on them.
const badPayload = "Bad payload received by generic incoming webhook.";
const textRequired = "Summary or Text is required.";
const tooLarge =
  "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 413 with ContextId tcid=0";

const explanations: Record<RefusalReason, string> = {
  empty: "The request has no body.",
  unparseable: "The body is neither JSON nor plain text that could be shown.",
  "unknown-shape": "The body is JSON, but not a text message, a MessageCard or a message with card attachments.",
  "unknown-attachment": "None of the attachments is a card of a known type.",
  "adaptive-not-a-card": "An attachment is declared as an Adaptive Card, but its content is not one.",
  "too-deep": "The JSON is nested deeper than any card needs.",
  "no-text-or-summary": "A MessageCard needs a summary or a text of its own; titles and sections do not count.",
  "too-large": "The body is larger than 28 KB.",
};

/** The refusal for a reason, with the status and wire text of contracts.md D.2. */
export function refuse(reason: RefusalReason): RefusedPayload {
  const explanation = explanations[reason];
  if (reason === "too-large") return { accepted: false, reason, status: 413, body: tooLarge, explanation };
  const body = reason === "no-text-or-summary" ? textRequired : badPayload;
  return { accepted: false, reason, status: 400, body, explanation };
}
