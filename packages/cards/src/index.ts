export { answerTargetName } from "./adaptive/answer-target.ts";
export { imagesOf, withImages } from "./images.ts";
export type { JsonObject, JsonValue } from "./json.ts";
export { type FilledPost, fillHttpPost, findHttpPost, type HttpPost } from "./message-card/http-post.ts";
export type {
  AcceptedPayload,
  AdaptiveCardJson,
  CardKind,
  CardReader,
  MessageCard,
  NativeCard,
  ReadCard,
  ReaderSystem,
  RefusedPayload,
  TeamsCard,
  VisibleText,
} from "./payload.ts";
export { type CardPhrases, englishPhrases, type UnavailableReason } from "./phrases.ts";
export {
  type CardAction,
  type CardAnswer,
  correlationId,
  expectedActors,
  findCardAction,
} from "./press/find-card-action.ts";
export { checkInputs, type InputIssue, type InputRule, inputRules } from "./press/input-rules.ts";
export { readStoredCards, readStoredPayload } from "./read/read-stored-payload.ts";
export {
  maximumBodyBytes,
  maximumPayloadBytes,
  type ReadOptions,
  readWebhookPayload,
} from "./read/read-webhook-payload.ts";
export { replaceCard } from "./read/replace-card.ts";
export { maximumSummaryLength } from "./read/summarise.ts";
export { type RefusalReason, refuse } from "./refusals.ts";
export { nativeToAdaptive } from "./senders/index.ts";
export type { NativeSender } from "./senders/native-card.ts";
export {
  type PhraseValues,
  type SayPhrase,
  type SenderPhrase,
  sayInEnglish,
  senderPhrases,
} from "./senders/sender-phrases.ts";
export { teamsToAdaptive, toAdaptiveCard } from "./to-adaptive-card.ts";
export { visibleText } from "./visible-text.ts";
