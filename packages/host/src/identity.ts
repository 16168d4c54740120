import type { Call, CallEntries, CallResult } from "./calls.ts";
import { ErrorCode, refusal, sdkError } from "./refusals.ts";
import { text } from "./wire.ts";

/** What a page asks for in `authentication.getAuthToken`. */
export interface AuthTokenRequest {
  readonly resources: readonly string[];
  readonly claims: readonly string[];
  readonly silent: boolean;
  readonly tenantId?: string;
}

/** What `authentication.getUser` answers. */
export interface UserProfile {
  readonly oid: string;
  readonly tid: string;
  readonly upn: string;
  readonly loginHint?: string;
  readonly displayName?: string;
  readonly dataResidency?: string;
}

/** Who vouches for the person. What is left out is refused. */
export interface IdentityAnswers {
  /** Gives a signed token for the app; reject with an Error whose message the page may read. */
  readonly authToken?: (request: AuthTokenRequest) => Promise<string>;
  readonly user?: () => Promise<UserProfile>;
}

const MOST_VALUES = 20;
const LONGEST_VALUE = 4096;

function texts(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_VALUES) : [value];
  return values.map((one) => text(one, LONGEST_VALUE)).filter((one) => one !== undefined);
}

function readTokenRequest(args: readonly unknown[]): AuthTokenRequest {
  const [resources, claims, silent, tenantId] = args;
  const tenant = text(tenantId, LONGEST_VALUE);
  return {
    resources: texts(resources),
    claims: texts(claims),
    silent: silent === true,
    ...(tenant === undefined ? {} : { tenantId: tenant }),
  };
}

function refuse(call: Call, code: number, message: string): CallResult {
  return refusal(call.func, call.generation, sdkError(code, message));
}

/** The identity functions (section 5). */
export function identityCalls(answers: IdentityAnswers): CallEntries {
  async function respond(call: Call, result: Promise<unknown> | undefined): Promise<CallResult> {
    if (!result)
      return refuse(call, ErrorCode.notSupportedOnPlatform, "This host gives apps no identity of the person.");
    try {
      return [true, await result];
    } catch (error) {
      return refuse(call, ErrorCode.internalError, error instanceof Error ? error.message : String(error));
    }
  }
  return [
    ["authentication.getAuthToken", (call) => respond(call, answers.authToken?.(readTokenRequest(call.args)))],
    ["authentication.getUser", (call) => respond(call, answers.user?.())],
  ];
}
