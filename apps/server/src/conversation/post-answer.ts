import { type RefusalReason, refuse } from "@parvis/cards";
import { type SwitchReason, switchProblem, type WebhookMode } from "../connectors/index.ts";
import { catalogue, type ErrorCode } from "../platform/errors.ts";
import { type RateStanding, rateHeaders, retryAfter } from "./rate.rules.ts";

/** Why a post to a known webhook was turned away. */
export type TurnedAway = RefusalReason | "throttled" | PostSwitch;

/** Switches that keep cards out (contracts.md D.5). */
type PostSwitch = Exclude<SwitchReason, "owners-only" | "buttons-off">;

/** What became of a post. */
export interface Outcome {
  /** Null: it is in the channel. */
  readonly turnedAway: TurnedAway | null;
  /** Where the webhook stands in its windows; undefined when it has none, or was not counted. */
  readonly standing?: RateStanding | undefined;
}

/** What goes back to a sender. */
export interface PostAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

export const plainText = "text/plain; charset=utf-8";

/** Text of contracts.md D.2 for what was refused behind the door; senders look for `HTTP error` and the number. */
function behindTheDoor(status: number, id: string): string {
  return `Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error ${status} with ContextId tcid=0,server=parvis,cv=${id}`;
}

/** What compatible mode answers: a status of its own, or 200 and the text of a refusal behind the door. */
const compatible: Record<TurnedAway, { status: number } | { behind: number }> = {
  empty: { status: 400 },
  unparseable: { status: 400 },
  "unknown-shape": { status: 400 },
  "unknown-attachment": { status: 400 },
  "too-deep": { status: 400 },
  "no-text-or-summary": { status: 400 },
  "adaptive-not-a-card": { behind: 400 },
  "too-large": { behind: 413 },
  throttled: { behind: 429 },
  "organisation-off": { behind: 403 },
  "workload-off": { behind: 403 },
  "team-off": { behind: 403 },
  "custom-connectors-unavailable": { behind: 403 },
};

const strict: Record<TurnedAway, ErrorCode> = {
  empty: "webhook/bad-payload",
  unparseable: "webhook/bad-payload",
  "unknown-shape": "webhook/bad-payload",
  "unknown-attachment": "webhook/bad-payload",
  "too-deep": "webhook/bad-payload",
  "adaptive-not-a-card": "webhook/bad-payload",
  "no-text-or-summary": "webhook/text-required",
  "too-large": "webhook/too-large",
  throttled: "webhook/throttled",
  "organisation-off": switchProblem("organisation-off").code,
  "workload-off": switchProblem("workload-off").code,
  "team-off": switchProblem("team-off").code,
  "custom-connectors-unavailable": switchProblem("custom-connectors-unavailable").code,
};

const switches = new Set<TurnedAway>([
  "organisation-off",
  "workload-off",
  "team-off",
  "custom-connectors-unavailable",
] satisfies PostSwitch[]);

/** The reason of a switch that keeps a card out; the others are about people and buttons, and never do. */
export function postSwitch(reason: SwitchReason): PostSwitch {
  if (reason === "owners-only" || reason === "buttons-off") throw new Error(`${reason} keeps no card out.`);
  return reason;
}

function isSwitch(reason: TurnedAway): reason is PostSwitch {
  return switches.has(reason);
}

/** One sentence for people: why a post was turned away. */
export function explain(reason: TurnedAway): string {
  if (reason === "throttled")
    return "This webhook has taken as many cards as it may for now. Retry-After says when to post again.";
  return isSwitch(reason) ? switchProblem(reason).detail : refuse(reason).explanation;
}

/** A refusal as a problem document (RFC 9457), as strict mode and the API answer it. */
export function problemAnswer(
  code: ErrorCode,
  id: string,
  detail: string = catalogue[code].title,
  headers: Readonly<Record<string, string>> = {},
): PostAnswer {
  const { status, title } = catalogue[code];
  const type = `/api/docs#${code.replace("/", "-")}`;
  return {
    status,
    contentType: "application/problem+json; charset=utf-8",
    text: JSON.stringify({ type, title, status, detail, code, requestId: id }),
    headers,
  };
}

/** Reason as it was stored, by a release that may have known others. */
export function isTurnedAway(reason: string): reason is TurnedAway {
  return Object.hasOwn(strict, reason);
}

/**
 * The answer to a post (contracts.md D.2).
 * @param id of the delivery, which is also the request's.
 */
export function answerTo({ turnedAway, standing }: Outcome, mode: WebhookMode, id: string): PostAnswer {
  const headers = mode === "strict" && standing !== undefined ? rateHeaders(standing) : {};
  if (turnedAway === null) return { status: 200, contentType: plainText, text: "1", headers };
  if (mode === "strict") {
    const wait =
      turnedAway === "throttled" && standing !== undefined ? { "Retry-After": String(retryAfter(standing)) } : {};
    return problemAnswer(strict[turnedAway], id, explain(turnedAway), { ...headers, ...wait });
  }
  const answer = compatible[turnedAway];
  if ("behind" in answer)
    return { status: 200, contentType: plainText, text: behindTheDoor(answer.behind, id), headers };
  // Nothing that is throttled or switched off has a status of its own, so this is a refusal of the cards' reader.
  return { ...answer, contentType: plainText, text: refuse(turnedAway as RefusalReason).body, headers };
}
