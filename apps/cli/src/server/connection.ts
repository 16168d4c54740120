/** Commands that ask a running Parvis: who asks, and how. */
import { Refusal } from "../refusal.ts";
import { type Login, readLogin } from "./login-store.ts";

export type TokenResource = "graph" | "management" | "exchange";

const audiences: Record<TokenResource, string> = {
  graph: "https://graph.microsoft.com",
  management: "https://manage.office.com",
  exchange: "https://outlook.office365.com",
};

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** JSON where it is JSON, else the text. */
  readonly body: unknown;
}

export interface Connection {
  readonly url: string;
  /** The organisation's id or domain. */
  readonly tenant: string;
  /** Parvis's own API, as the person signed in. @throws Refusal for a program, which has tokens only */
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  /** As `call`, for an answer that is read as it arrives. @throws Refusal when it is none */
  open(path: string): Promise<ReadableStream<Uint8Array>>;
  /** A bearer token for the addresses that speak Microsoft's protocols. */
  token(resource: TokenResource): Promise<string>;
}

/** @throws Refusal with exit code 3 when nobody answers. */
export async function send(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init).catch((error: unknown) => {
    const { cause } = error as { cause?: { code?: string; message?: string } };
    throw new Refusal(`${new URL(url).origin} does not answer (${cause?.code ?? cause?.message ?? error})`, 3);
  });
  const text = await response.text();
  const json = /\bjson\b/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
}

/** What an answer says went wrong, in one line. */
export function problemOf({ status, body }: Answer): string {
  const { detail, title, error_description } = (typeof body === "object" ? (body ?? {}) : {}) as Record<
    string,
    string | undefined
  >;
  return detail ?? title ?? error_description?.split("\r\n")[0] ?? `the server answered ${status}`;
}

/** Signs in with a name and a password. @throws Refusal */
export async function signIn(url: string, upn: string, password: string): Promise<Login> {
  const answer = await send(`${url}/api/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ upn, password }),
  });
  if (answer.status !== 200) throw new Refusal(problemOf(answer), 1);
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const { person, organisation } = answer.body as { person: { upn: string }; organisation: { id: string } };
  return { url, cookie, upn: person.upn, tenantId: organisation.id };
}

function asPerson(login: Login): Connection {
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await send(login.url + path, {
      method,
      headers: { Cookie: login.cookie, ...(body !== undefined && { "Content-Type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (answer.status === 401)
      throw new Refusal(`${login.upn} is no longer signed in; run: parvis login ${login.url}`, 1);
    return answer;
  };
  return {
    url: login.url,
    tenant: login.tenantId,
    call,
    async open(path) {
      const response = await fetch(login.url + path, { headers: { Cookie: login.cookie } }).catch(() => undefined);
      if (response === undefined) throw new Refusal(`${login.url} does not answer`, 3);
      if (response.ok && response.body !== null) return response.body;
      const body: unknown = await response.json().catch(() => undefined);
      throw new Refusal(problemOf({ status: response.status, headers: response.headers, body }), 1);
    },
    async token(resource) {
      const answer = await call("POST", "/api/session/tokens", { resource });
      if (answer.status !== 200) throw new Refusal(problemOf(answer), 1);
      return (answer.body as { accessToken: string }).accessToken;
    },
  };
}

async function needsPerson(): Promise<never> {
  throw new Refusal("this command needs a person: unset PARVIS_CLIENT_ID and run parvis login", 2);
}

function asProgram(url: string, tenant: string, clientId: string, secret: string): Connection {
  return {
    url,
    tenant,
    call: needsPerson,
    open: needsPerson,
    async token(resource) {
      const answer = await send(`${url}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, {
        method: "POST",
        body: new URLSearchParams({
          grant_type: "client_credentials",
          client_id: clientId,
          client_secret: secret,
          scope: `${audiences[resource]}/.default`,
        }),
      });
      if (answer.status !== 200) throw new Refusal(problemOf(answer), 1);
      return (answer.body as { access_token: string }).access_token;
    },
  };
}

export const defaultUrl = "http://localhost:4700";

/**
 * Who asks, in this order: a program by PARVIS_CLIENT_ID, PARVIS_CLIENT_SECRET and PARVIS_TENANT; a person by PARVIS_USER and
 * PARVIS_PASSWORD; whoever `parvis login` signed in. Where: PARVIS_URL, else where that was.
 * @throws Refusal when nobody is signed in
 */
export async function connect(): Promise<Connection> {
  const { PARVIS_URL, PARVIS_CLIENT_ID, PARVIS_CLIENT_SECRET, PARVIS_TENANT, PARVIS_USER, PARVIS_PASSWORD } =
    process.env;
  const url = (PARVIS_URL || defaultUrl).replace(/\/+$/, "");
  if (PARVIS_CLIENT_ID) {
    if (!PARVIS_CLIENT_SECRET || !PARVIS_TENANT)
      throw new Refusal("PARVIS_CLIENT_ID needs PARVIS_CLIENT_SECRET and PARVIS_TENANT beside it");
    return asProgram(url, PARVIS_TENANT, PARVIS_CLIENT_ID, PARVIS_CLIENT_SECRET);
  }
  if (PARVIS_USER && PARVIS_PASSWORD) return asPerson(await signIn(url, PARVIS_USER, PARVIS_PASSWORD));
  const login = await readLogin();
  if (login === undefined || (PARVIS_URL && login.url !== url))
    throw new Refusal(`nobody is signed in${PARVIS_URL ? ` at ${url}` : ""}; run: parvis login ${url}`, 1);
  return asPerson(login);
}
