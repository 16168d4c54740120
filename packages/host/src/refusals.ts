import type { Answer, SdkGeneration } from "./wire.ts";

/** `ErrorCode` of the SDK (2.58.0, MicrosoftTeams.js "var ErrorCode"): the codes this host uses. */
export const ErrorCode = {
  notSupportedOnPlatform: 100,
  internalError: 500,
} as const;

/** What a 2.x SDK recognises as an error in place of a result. */
export interface SdkError {
  readonly errorCode: number;
  readonly message: string;
}

export function sdkError(errorCode: number, message: string): SdkError {
  return { errorCode, message };
}

/** Functions whose callers read `[succeeded, reason]` (v2: sendAndHandleStatusAndReason and its kin). */
const STATUS_AND_REASON = new Set([
  "authentication.authenticate",
  "authentication.getAuthToken",
  "bot.authenticate",
  "bot.executeQuery",
  "bot.getSupportedCommands",
  "calendar.composeMeeting",
  "calendar.openCalendarItem",
  "chat.openChat",
  "conversations.openConversation",
  "executeDeepLink",
  "mail.composeMail",
  "mail.openMailItem",
  "messageForChild",
  "messageForParent",
  "navigateBack",
  "navigateCrossDomain",
  "navigateToTab",
  "pages.navigateToApp",
  "search.closeSearch",
  "settings.setSettings",
  "uploadCustomApp",
]);

/** Functions whose callers take the first value as their result, whatever it is: no answer can say no. */
const BARE_RESULT = new Set(["getChatMembers", "getConfigSetting", "getUserJoinedTeams", "getContext"]);

/** Functions and areas whose callers read `[error, result]` in 1.6 to 1.13 as well as in 2.x. */
const ERROR_FIRST = new Set(["captureImage", "getIncomingClientAudioState", "getMedia", "selectMedia", "viewImages"]);
const ERROR_FIRST_AREAS =
  /^(appEntity|files|location|media|meeting|meetingRoom|monetization|people|remoteCamera|sharing|stageView|teams)\./;

/**
 * The answer that tells a page "no", in the shape its SDK expects for `func`; `undefined` when silence is all that SDK
 * understands. A page that asks for what this host lacks must not wait for ever, and must not take the refusal for a result.
 */
export function refusal(func: string, generation: SdkGeneration, error: SdkError): Answer | undefined {
  if (BARE_RESULT.has(func)) return undefined;
  // The one function that reads a status and then, in 2.x, an SdkError (v2: getUserHelper).
  if (func === "authentication.getUser") return [false, generation === 2 ? error : error.message];
  if (STATUS_AND_REASON.has(func)) return [false, error.message];
  if (generation === 2 || ERROR_FIRST.has(func) || ERROR_FIRST_AREAS.test(func)) return [error];
  return undefined;
}
