import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { RequestEnvironment } from "../../platform/http/router.ts";

/** Refusals by Entra's own numbers: clients and people look them up. Texts are ours where theirs would mislead. */
const refusals = {
  tenantNotFound: { number: 90002, error: "invalid_request", status: 400 },
  applicationNotFound: { number: 700016, error: "unauthorized_client", status: 400 },
  secretWrong: { number: 7000215, error: "invalid_client", status: 401 },
  secretExpired: { number: 7000222, error: "invalid_client", status: 401 },
  secretMissing: { number: 7000218, error: "invalid_client", status: 401 },
  credentialMissing: { number: 7000216, error: "invalid_client", status: 401 },
  assertionNotSupported: { number: 700027, error: "invalid_client", status: 401 },
  requestInvalid: { number: 900023, error: "invalid_request", status: 400 },
  parameterMissing: { number: 900144, error: "invalid_request", status: 400 },
  grantNotSupported: { number: 70003, error: "unsupported_grant_type", status: 400 },
  scopeNotDefault: { number: 1002012, error: "invalid_scope", status: 400 },
  scopeInvalid: { number: 70011, error: "invalid_scope", status: 400 },
  permissionNotGranted: { number: 65001, error: "invalid_grant", status: 400 },
  resourceNotFound: { number: 500011, error: "invalid_resource", status: 400 },
  credentialsWrong: { number: 50126, error: "invalid_grant", status: 400 },
  tooManyAttempts: { number: 90055, error: "temporarily_unavailable", status: 429 },
  wrongMethod: { number: 900561, error: "invalid_request", status: 405 },
  notOffered: { number: 700007, error: "temporarily_unavailable", status: 400 },
  unavailable: { number: 90033, error: "temporarily_unavailable", status: 503 },
} as const;
export type EntraRefusal = keyof typeof refusals;

/** `2026-09-27 08:15:30Z`, as Entra writes moments. */
function stamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replace("T", " ")}Z`;
}

/** Answers as Entra's token endpoint does: RFC 6749 section 5.2, and Entra's own members. */
export function refuse(
  c: Context<RequestEnvironment>,
  which: EntraRefusal,
  text: string,
  headers: Record<string, string> = {},
): Response {
  const { number, error, status } = refusals[which];
  const timestamp = stamp(new Date());
  const traceId = c.var.requestId;
  const correlationId = c.req.header("client-request-id") ?? randomUUID();
  const lines = [`Trace ID: ${traceId}`, `Correlation ID: ${correlationId}`, `Timestamp: ${timestamp}`];
  const body = {
    error,
    error_description: [`AADSTS${number}: ${text}`, ...lines].join("\r\n"),
    error_codes: [number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
  };
  return c.json(body, status as ContentfulStatusCode, {
    "Cache-Control": "no-store, no-cache",
    Pragma: "no-cache",
    ...(status === 401 && { "WWW-Authenticate": 'Basic realm="Parvis"' }),
    ...headers,
  });
}
