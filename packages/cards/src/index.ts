export type { JsonObject, JsonValue } from "./json.ts";
export { type FilledPost, fillHttpPost, findHttpPost, type HttpPost } from "./message-card/http-post.ts";
export type {
  AcceptedPayload,
  AdaptiveCardJson,
  CardKind,
  MessageCard,
  ReadCard,
  RefusedPayload,
  VisibleText,
} from "./payload.ts";
export { type CardPhrases, englishPhrases, type UnavailableReason } from "./phrases.ts";
export { readStoredPayload } from "./read/read-stored-payload.ts";
export { maximumPayloadBytes, type ReadOptions, readWebhookPayload } from "./read/read-webhook-payload.ts";
export { maximumSummaryLength } from "./read/summarise.ts";
export { type RefusalReason, refuse } from "./refusals.ts";
export { toAdaptiveCard } from "./to-adaptive-card.ts";
export { visibleText } from "./visible-text.ts";
