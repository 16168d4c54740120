import { OpenAPIHono } from "@hono/zod-openapi";
import { ParvisError } from "../errors.ts";
import type { BearerIdentity, Identity } from "../identity.ts";

/** What handlers find beside the request. */
export interface RequestEnvironment {
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } };
  Variables: {
    requestId: string;
    /** Asked at most once a request, and only by a guard that needs it. */
    identify: () => Promise<Identity | undefined>;
    identity: Identity;
    /** What a token stands for. @throws ParvisError token/invalid */
    verifyBearer: (token: string, audience: string) => Promise<BearerIdentity>;
    /** Set by the guard {@link import("./bearer.ts").bearer}. */
    bearer: BearerIdentity;
  };
}

/** A router whose routes describe themselves in OpenAPI and refuse what does not fit their schema, all issues at once. */
export function createRouter(): OpenAPIHono<RequestEnvironment> {
  return new OpenAPIHono<RequestEnvironment>({
    defaultHook: (result) => {
      if (result.success) return;
      const issues = result.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
      const detail = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("; ");
      throw new ParvisError("request/invalid", { detail, extra: { issues } });
    },
  });
}
