import type { MiddlewareHandler } from "hono";
import { ParvisError } from "../errors.ts";
import { isAdministrator } from "../identity.ts";
import type { RequestEnvironment } from "./router.ts";

/** What a token must be for, and carry. */
export interface BearerDemand {
  /** The resource it was issued for: `https://graph.microsoft.com`. */
  readonly audience: string;
  /** Any one of these app roles lets an application on that acts by itself; without, none may. */
  readonly application?: readonly string[];
  /** Any one of these scopes lets an application on that acts for a person; without, none may. An empty list asks for no scope. */
  readonly delegated?: readonly string[];
  /** Whether the person must administrate the organisation. */
  readonly administrator?: boolean;
}

/**
 * Lets only requests with a fitting token on, and puts what it stands for into `c.var.bearer` (and the person, if any,
 * into `c.var.identity`).
 * @throws ParvisError token/required, token/invalid, token/permission-missing, access/administrator-only
 */
export function bearer(demand: BearerDemand): MiddlewareHandler<RequestEnvironment> {
  return async (c, next) => {
    const [, token] = /^Bearer +([\w.~+/-]+=*) *$/i.exec(c.req.header("authorization") ?? "") ?? [];
    if (token === undefined) {
      const detail = `Send "Authorization: Bearer <token>" with a token for ${demand.audience}.`;
      throw new ParvisError("token/required", { detail });
    }
    const found = await c.var.verifyBearer(token, demand.audience);
    const wanted = found.person === undefined ? demand.application : demand.delegated;
    const carries = wanted?.length === 0 || wanted?.some((name) => found.permissions.has(name)) === true;
    if (!carries) {
      const who = found.person === undefined ? "An application by itself" : "An application for a person";
      const needs = wanted === undefined ? "may not do this" : `needs one of ${wanted.join(", ")}`;
      throw new ParvisError("token/permission-missing", {
        detail: `${who} ${needs}. The token carries ${[...found.permissions].join(", ") || "none"}.`,
        extra: { required: wanted ?? [] },
      });
    }
    if (demand.administrator === true && found.person !== undefined && !isAdministrator(found.person))
      throw new ParvisError("access/administrator-only");
    c.set("bearer", found);
    if (found.person !== undefined) c.set("identity", found.person);
    await next();
  };
}
