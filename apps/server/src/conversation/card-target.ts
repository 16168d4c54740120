import type { CardAction } from "@parvis/cards";
import { ParvisError } from "../platform/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { type PressOutcome, readAnswer, wantsBody } from "./card-answer.rules.ts";
import type { CardRequest } from "./card-request.rules.ts";

/** The other side has this long for its whole answer. */
export const answerMilliseconds = 10_000;
/** A card that replaces another has at most 28 KB; a bot wraps it. */
const mostBytes = 128 * 1024;

/**
 * Sends what a pressed button asks for, and says what came of it in words. Never throws for what the other side does.
 * @throws what is a fault of ours.
 */
export async function sendToTarget(
  outbound: Platform["outbound"],
  action: CardAction,
  { url, headers, body }: CardRequest,
): Promise<PressOutcome> {
  const { host } = new URL(url);
  try {
    const answer = await outbound.open({
      method: "POST",
      url,
      headers,
      body,
      timeoutMilliseconds: answerMilliseconds,
      maximumBytes: mostBytes,
    });
    const head = { status: answer.status, headers: answer.headers };
    if (wantsBody(action, head)) {
      const chunks: Buffer[] = [];
      for await (const chunk of answer.body) chunks.push(chunk);
      return readAnswer(action, { ...head, body: Buffer.concat(chunks) }, host);
    }
    answer.body.destroy();
    return readAnswer(action, { ...head, body: undefined }, host);
  } catch (error) {
    if (!(error instanceof ParvisError)) throw error;
    const detail = error.parts.detail ?? error.message;
    if (error.code === "outbound/refused")
      return { done: false, failure: { code: "card/target-not-allowed", detail, extra: { host } } };
    if (error.code !== "outbound/failed") throw error;
    const beware =
      "The card stays as it was. It may have got the request all the same: look there before you press again.";
    return { done: false, failure: { code: "card/target-failed", detail: `${detail} ${beware}`, extra: { host } } };
  }
}
