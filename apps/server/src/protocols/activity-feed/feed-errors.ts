import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { asParvisError, type ErrorCode } from "../../platform/errors.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import type { Platform } from "../../platform/platform.ts";

/** The API's own numbers (contracts.md C.4). */
export type FeedErrorCode =
  | "AF10001"
  | "AF20001"
  | "AF20002"
  | "AF20003"
  | "AF20010"
  | "AF20011"
  | "AF20013"
  | "AF20020"
  | "AF20021"
  | "AF20022"
  | "AF20030"
  | "AF20031"
  | "AF20050"
  | "AF429"
  | "AF50000";

/** A refusal by number. */
export class FeedError extends Error {
  override readonly name = "FeedError";
  readonly code: FeedErrorCode;
  readonly status: ContentfulStatusCode;

  constructor(code: FeedErrorCode, status: ContentfulStatusCode, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

const numbers: Partial<Record<ErrorCode, FeedErrorCode>> = {
  "token/permission-missing": "AF10001",
  "audit/subscription-not-found": "AF20022",
  "audit/webhook-refused": "AF20021",
  "audit/content-not-found": "AF20050",
};

/** Any error in the API's shape. */
export function answerFeedError(c: Context<RequestEnvironment>, thrown: unknown, log: Platform["log"]): Response {
  if (thrown instanceof FeedError)
    return c.json({ error: { code: thrown.code, message: thrown.message } }, thrown.status);
  const error = asParvisError(thrown);
  if (error.code === "server/unexpected")
    log.error({ requestId: c.var.requestId, err: thrown }, "A feed request failed");
  const code = numbers[error.code] ?? (error.status >= 500 ? "AF50000" : "AF20002");
  // Without a subscription the API answers 400, not 404.
  const status = error.code === "audit/subscription-not-found" ? 400 : error.status;
  return c.json({ error: { code, message: error.message } }, status as ContentfulStatusCode);
}
