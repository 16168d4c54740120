import { type AcceptedPayload, type CardAction, readWebhookPayload, refuse } from "@parvis/cards";
import { type PressFailure, statusText } from "./card-press.rules.ts";

/** What came back from a target. */
export interface TargetAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Read only where `wantsBody` says so. */
  readonly body: Buffer | undefined;
}

/** What a press did: a text to show, a card to show instead, or why nothing changes. */
export type PressOutcome =
  | { readonly done: true; readonly text: string | null; readonly update: AcceptedPayload | undefined }
  | { readonly done: false; readonly failure: PressFailure };

/** Whether what is in the body matters: what a page says on success is nobody's business, and may be long. */
export function wantsBody(action: CardAction, { status, headers }: Omit<TargetAnswer, "body">): boolean {
  return isSuccess(status) && (isUpdate(headers) || isExecute(action));
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function isUpdate(headers: TargetAnswer["headers"]): boolean {
  return (
    String(headers["card-update-in-body"] ?? "")
      .trim()
      .toLowerCase() === "true"
  );
}

function isExecute(action: CardAction): boolean {
  return action.kind === "answer" && action.answer.type === "Action.Execute";
}

/**
 * What an answer means (contracts.md D.3): `CARD-ACTION-STATUS` is shown and kept, `CARD-UPDATE-IN-BODY: true` replaces the
 * card. To an `Action.Execute` a bot's invoke response says the same in its body. Anything but 2xx is a refusal.
 * @param host for the words.
 */
export function readAnswer(action: CardAction, answer: TargetAnswer, host: string): PressOutcome {
  const text = statusText(answer.headers["card-action-status"]);
  if (!isSuccess(answer.status)) return refused(host, answer.status, text);
  if (isUpdate(answer.headers)) return updated(host, answer, text);
  if (isExecute(action)) return readInvokeResponse(host, answer, text);
  return { done: true, text, update: undefined };
}

function refused(host: string, status: number, text: string | null): PressOutcome {
  const redirects = status >= 300 && status < 400;
  const said = text === null ? "" : ` It says: ${text}`;
  const what = redirects
    ? `${host} sent the request elsewhere (${status}), which Parvis does not follow.`
    : `${host} answered ${status}.`;
  return {
    done: false,
    failure: { code: "card/target-refused", detail: what + said, extra: { host, answered: status, said: text } },
  };
}

function updated(host: string, { body, headers }: TargetAnswer, text: string | null): PressOutcome {
  const contentType = String(headers["content-type"] ?? "");
  // A webhook takes bare text for a card; here that would be the page of a server in trouble.
  const isJson = /^\s*[{["]/.test(body?.toString("utf8").replace(/^\ufeff/, "") ?? "");
  const payload = isJson ? readWebhookPayload(body ?? "", { contentType, purpose: "update" }) : refuse("unparseable");
  if (payload.accepted) return { done: true, text, update: payload };
  const said = text === null ? "" : ` It also says: ${text}`;
  const detail = `${host} answered ${answerWord(headers)}, and ${lowerFirst(payload.explanation)} The card stays as it was.${said}`;
  return {
    done: false,
    failure: { code: "card/answer-unreadable", detail, extra: { host, reason: payload.reason, said: text } },
  };
}

function answerWord(headers: TargetAnswer["headers"]): string {
  return headers["card-update-in-body"] === undefined ? "with a card" : "CARD-UPDATE-IN-BODY";
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A bot's answer to `adaptiveCard/action`: a card, a message, or an error with the status it would have had. */
function readInvokeResponse(host: string, answer: TargetAnswer, text: string | null): PressOutcome {
  const said = parse(answer.body);
  const status = typeof said.statusCode === "number" ? said.statusCode : 200;
  const type = typeof said.type === "string" ? said.type : "";
  const words = typeof said.value === "string" ? said.value : messageOf(said.value);
  if (!isSuccess(status)) return refused(host, status, text ?? statusText(words));
  const card =
    type === "application/vnd.microsoft.card.adaptive" ? said.value : type === "AdaptiveCard" ? said : undefined;
  if (card !== undefined) return updated(host, { ...answer, body: Buffer.from(JSON.stringify(card)) }, text);
  return {
    done: true,
    text: text ?? (type === "application/vnd.microsoft.activity.message" ? statusText(words) : null),
    update: undefined,
  };
}

function messageOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("message" in value)) return undefined;
  return typeof value.message === "string" ? value.message : undefined;
}

function parse(body: Buffer | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body?.toString("utf8") ?? "");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
