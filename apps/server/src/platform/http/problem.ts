import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { asParvisError, catalogue, type ErrorCode, ParvisError } from "../errors.ts";
import type { Logger } from "../log.ts";
import type { RequestEnvironment } from "./router.ts";

/** Hono's own validators refuse malformed JSON and wrong content types with exceptions of theirs. */
function withoutHono(error: unknown): unknown {
  if (!(error instanceof HTTPException) || error.status >= 500) return error;
  return new ParvisError("request/invalid", { detail: error.message || catalogue["request/invalid"].title });
}

/**
 * The one place that turns an error into an answer of Parvis's own API: `application/problem+json` (RFC 9457) with our
 * `code`, the `requestId` to quote to an operator, and what the error carries for clients.
 */
export function answerProblem(c: Context<RequestEnvironment>, thrown: unknown, log: Logger): Response {
  const error = asParvisError(withoutHono(thrown));
  const entry: { status: number; title: string; report?: boolean } = catalogue[error.code];
  if (entry.report === true) log.error({ requestId: c.var.requestId, err: error.cause ?? error }, entry.title);
  if (error.parts.retryAfterSeconds !== undefined) c.header("Retry-After", String(error.parts.retryAfterSeconds));
  const body = {
    ...error.parts.extra,
    type: `/api/docs#${error.code.replace("/", "-")}`,
    title: entry.title,
    status: entry.status,
    detail: error.parts.detail ?? entry.title,
    code: error.code satisfies ErrorCode,
    ...(error.parts.reason === undefined ? {} : { reason: error.parts.reason }),
    requestId: c.var.requestId,
  };
  return c.body(JSON.stringify(body), entry.status as ContentfulStatusCode, {
    "Content-Type": "application/problem+json; charset=utf-8",
    "Cache-Control": "no-store",
  });
}
