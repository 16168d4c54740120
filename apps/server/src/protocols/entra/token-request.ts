import type { HonoRequest } from "hono";
import { readLimited } from "../../platform/http/body.ts";

const mostBytes = 64 * 1024;

/** The parameters of a token request; empty ones count as missing (RFC 6749 section 3.2). */
export interface Form {
  get(name: string): string | undefined;
  readonly clientId: string | undefined;
  readonly secret: string | undefined;
}

/** `Authorization: Basic`, whose halves are form-encoded (RFC 6749 section 2.3.1). */
function basicCredentials(header: string | undefined): { clientId: string; secret: string } | undefined {
  const [, encoded] = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(header ?? "") ?? [];
  const decoded = Buffer.from(encoded ?? "", "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  if (encoded === undefined || colon === -1) return undefined;
  const [pair] = new URLSearchParams(`${decoded.slice(0, colon)}=${decoded.slice(colon + 1)}`);
  return pair === undefined ? undefined : { clientId: pair[0], secret: pair[1] };
}

/** @throws ParvisError request/too-large */
export async function readForm(request: HonoRequest): Promise<Form> {
  const bytes = await readLimited(request, mostBytes, "A token request");
  const parameters = new URLSearchParams(Buffer.from(bytes).toString("utf8"));
  const get = (name: string) => parameters.get(name) || undefined;
  const basic = basicCredentials(request.header("authorization"));
  return {
    get,
    clientId: get("client_id") ?? basic?.clientId,
    secret: get("client_secret") ?? basic?.secret,
  };
}
