import { type Finding, toGraphError } from "@parvis/manifest";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { asParvisError, type ErrorCode, type ParvisError } from "../../platform/errors.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import type { Platform } from "../../platform/platform.ts";

/** Graph's outer code for a status (contracts.md A.0: Teams' own services write them in PascalCase). */
const codes: Readonly<Record<number, string>> = {
  400: "BadRequest",
  401: "InvalidAuthenticationToken",
  403: "Forbidden",
  404: "NotFound",
  405: "MethodNotAllowed",
  409: "Conflict",
  412: "PreconditionFailed",
  413: "RequestEntityTooLarge",
  415: "UnsupportedMediaType",
  422: "BadRequest",
  429: "TooManyRequests",
  503: "ServiceUnavailable",
};

/** What the directory behind Graph says instead; scripts look for these words to see that somebody is not there. */
export const directoryCodes: Readonly<Record<number, string>> = {
  403: "Authorization_RequestDenied",
  404: "Request_ResourceNotFound",
};

/** Refusals that a client tells apart by the inner code. */
const innerCodes: Partial<Record<ErrorCode, string>> = {
  "app/exists": "AppDefinitionAlreadyExists",
  "app/version-not-higher": "AppDefinitionAlreadyExists",
  "package/refused": "UnableToParseTeamsAppManifest",
};

/** One thing that is wrong, where there are several. */
export interface GraphErrorDetail {
  readonly code: string;
  readonly message: string;
  readonly target: string;
}

/** What is wrong with a package, in Graph's codes (contracts.md A.3, "Manifest rejection"). */
function manifestDetails(error: ParvisError): readonly GraphErrorDetail[] | undefined {
  if (error.code !== "package/refused") return undefined;
  const { findings } = (error.parts.extra ?? {}) as { findings?: readonly Finding[] };
  return toGraphError({ findings: [...(findings ?? [])] })?.details;
}

/** The catalogue's errors in Graph's shape (contracts.md A.0). @param ofService codes that a service of Graph's has of its own */
export function answerGraphError(
  c: Context<RequestEnvironment>,
  thrown: unknown,
  log: Platform["log"],
  given?: readonly GraphErrorDetail[],
  ofService: Readonly<Record<number, string>> = {},
): Response {
  const error = asParvisError(thrown);
  const details = given ?? manifestDetails(error);
  const requestId = c.var.requestId;
  if (error.code === "server/unexpected") log.error({ requestId, err: thrown }, "A Graph request failed");
  // A refusal for what the body says is 400 there, whatever our own API says.
  const status = error.status === 422 ? 400 : error.status;
  const code = ofService[status] ?? codes[status] ?? (status >= 500 ? "InternalServerError" : "BadRequest");
  const message =
    details === undefined
      ? error.message
      : details.map(({ target, message: text }) => `${target} | ${text}`).join("; ");
  const innerCode = innerCodes[error.code];
  const body = {
    error: {
      code,
      message,
      innerError: {
        ...(innerCode === undefined ? {} : { code: innerCode, message }),
        ...(details === undefined ? {} : { details }),
        date: new Date().toISOString().slice(0, 19),
        "request-id": requestId,
        "client-request-id": c.req.header("client-request-id") ?? requestId,
      },
    },
  };
  const { retryAfterSeconds } = error.parts;
  return c.json(body, status as ContentfulStatusCode, {
    ...(retryAfterSeconds === undefined ? {} : { "Retry-After": String(retryAfterSeconds) }),
    ...(status === 401 ? { "WWW-Authenticate": 'Bearer realm="Parvis"' } : {}),
  });
}
