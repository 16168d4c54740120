import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { catalogue, type ParvisError } from "../../platform/errors.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";

/** Kinds of failure that Exchange's own cmdlets know, by the exception's name; scripts match on it. */
const exceptions = {
  "not-found": {
    status: 404,
    code: "NotFound",
    type: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    id: "Ex6F9304",
  },
  ambiguous: {
    status: 400,
    code: "BadRequest",
    type: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectAmbiguousException",
    id: "Ex9E65A2",
  },
  "unknown-cmdlet": {
    status: 404,
    code: "NotFound",
    type: "System.Management.Automation.CommandNotFoundException",
    id: "",
  },
  "unknown-parameter": {
    status: 400,
    code: "BadRequest",
    type: "System.Management.Automation.ParameterBindingException",
    id: "",
  },
  "missing-parameter": {
    status: 400,
    code: "BadRequest",
    type: "System.Management.Automation.ParameterBindingException",
    id: "",
  },
  "wrong-value": {
    status: 400,
    code: "BadRequest",
    type: "System.Management.Automation.ParameterBindingException",
    id: "",
  },
  "wrong-request": {
    status: 400,
    code: "BadRequest",
    type: "Microsoft.Exchange.Admin.OData.Core.ODataServiceException",
    id: "",
  },
} as const;
export type CmdletFault = keyof typeof exceptions;

/** A cmdlet that could not do what was asked; said in Exchange's words. */
export interface CmdletRefusal {
  readonly fault: CmdletFault;
  readonly message: string;
  /** The parameter that is at fault. */
  readonly parameter?: string;
}

interface WireError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly detail: string;
  readonly target: string;
  readonly type: string;
  readonly headers?: Record<string, string>;
}

/** `{"error":{"code","message","details":[…],"innererror":{…}}}`, as the Exchange admin API answers. */
function answer(
  c: Context<RequestEnvironment>,
  { status, code, message, detail, target, type, headers }: WireError,
): Response {
  const error = {
    code,
    message,
    details: [{ code: "Client", target, message: detail }],
    innererror: { message, type, stacktrace: "" },
    "request-id": c.var.requestId,
  };
  return c.json({ error }, status as ContentfulStatusCode, { "Cache-Control": "no-store", ...headers });
}

export function refuseCmdlet(c: Context<RequestEnvironment>, { fault, message, parameter }: CmdletRefusal): Response {
  const { status, code, type, id } = exceptions[fault];
  const detail = `${id}|${type}|${message}`;
  return answer(c, { status, code, message: "Error executing cmdlet", detail, target: parameter ?? "", type });
}

/** An error of Parvis's own catalogue in Exchange's shape. */
export function refuseFor(c: Context<RequestEnvironment>, error: ParvisError): Response {
  const { status, title } = catalogue[error.code];
  const code =
    { 400: "BadRequest", 401: "Unauthorized", 403: "Forbidden", 404: "NotFound" }[status as 400] ??
    "InternalServerError";
  const detail = error.parts.detail ?? title;
  const headers: Record<string, string> =
    status === 401
      ? { "WWW-Authenticate": `Bearer error="invalid_token", error_description="${detail.replaceAll('"', "'")}"` }
      : {};
  return answer(c, {
    status,
    code,
    message: title,
    detail: `|${error.code}|${detail}`,
    target: "",
    type: "Parvis",
    headers,
  });
}
