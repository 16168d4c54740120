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
  /**
   * Parvis's own API, as the person signed in. @param body a text goes as it is, bytes as a package, anything else as JSON
   * @throws Refusal for a program, which has tokens only
   */
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** As `call`, for an answer that is read as it arrives. @throws Refusal when it is none */
  open(path: string): Promise<ReadableStream<Uint8Array>>;
  /** A bearer token for the addresses that speak Microsoft's protocols. */
  token(resource: TokenResource): Promise<string>;
}

/** Large files take their time. */
const patienceMilliseconds = 120_000;

/** @throws Refusal with exit code 3 when nobody answers. */
export async function send(url: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const response = await fetch(url, {
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMilliseconds),
      ...init,
    });
    const text = await response.text();
    const json = /\bjson\b/.test(response.headers.get("content-type") ?? "");
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
    const why = cause?.code ?? cause?.message ?? message;
    throw new Refusal(`${new URL(url).origin} does not answer (${why}); is it running, and is this its address?`, 3);
  }
}

/** What an answer says went wrong, in one line. */
export function problemOf({ status, body }: Answer): string {
  const { detail, title, error_description } = (typeof body === "object" ? (body ?? {}) : {}) as Record<
    string,
    string | undefined
  >;
  return detail ?? title ?? error_description?.split("\r\n")[0] ?? `the server answered ${status}`;
}

interface Difference {
  readonly path: string;
  readonly yours: unknown;
  readonly now: unknown;
}

/** As `problemOf`, with each line of a file that is wrong and each difference on a line of its own. */
export function problemsOf(answer: Answer): string {
  const { findings, wrong, difference } = (typeof answer.body === "object" ? (answer.body ?? {}) : {}) as {
    findings?: readonly { rule: string; severity: string; message: string; line?: number; column?: number }[];
    wrong?: readonly { line: number; problem: string }[];
    difference?: readonly Difference[];
  };
  const lines = [
    ...(findings ?? [])
      .filter(({ severity }) => severity === "error")
      .map(
        ({ rule, message, line, column }) => `${line === undefined ? "" : `${line}:${column} `}${message} (${rule})`,
      ),
    ...(wrong ?? []).map(({ line, problem }) => `line ${line}: ${problem}`),
    ...(difference ?? []).map(
      ({ path, yours, now }) => `${path}: yours ${JSON.stringify(yours)}, now ${JSON.stringify(now)}`,
    ),
  ];
  const first = problemOf(answer);
  return lines.length === 0 ? first : [first, ...lines.map((line) => `  ${line}`)].join("\n");
}

/** Signs in with a name and a password. @throws Refusal */
export async function signIn(url: string, upn: string, password: string): Promise<Login> {
  const answer = await send(`${url}/api/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ upn, password }),
  });
  if (answer.status !== 200) throw new Refusal(problemOf(answer), 1);
  const [cookie] = answer.headers.getSetCookie().map((each) => each.split(";")[0] ?? "");
  if (cookie === undefined || typeof answer.body !== "object")
    throw new Refusal(`${url} answers, but not as Parvis does; is this its address?`, 3);
  const { person, organisation } = answer.body as { person: { upn: string }; organisation: { id: string } };
  return { url, cookie, upn: person.upn, tenantId: organisation.id };
}

const typeOf = (body: unknown) => (body instanceof Uint8Array ? "application/zip" : "application/json");
/** A copy of bytes: what was read may lie in shared memory, which requests do not take. */
function wireOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return typeof body === "string" ? body : JSON.stringify(body);
}

function asPerson(login: Login): Connection {
  const call: Connection["call"] = async (method, path, body, headers = {}) => {
    const answer = await send(login.url + path, {
      method,
      headers: { Cookie: login.cookie, ...(body !== undefined && { "Content-Type": typeOf(body) }), ...headers },
      ...(body !== undefined && { body: wireOf(body) }),
    });
    if (answer.status === 401)
      throw new Refusal(`${login.upn} is no longer signed in; run: parvis login --server ${login.url}`, 1);
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

const usualUrl = "http://localhost:4700";

/** The address without its slash. @throws Refusal when it is none */
function addressOf(given: string): string {
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw new Refusal(`“${given}” is no address; expected one like ${usualUrl}`);
  return given.replace(/\/+$/, "");
}

/** The server that is meant: named, in the environment, signed in to last, or on this machine. */
export async function serverMeant(option?: string): Promise<string> {
  const named = option ?? (process.env.PARVIS_URL || undefined);
  return addressOf(named ?? (await readLogin())?.url ?? usualUrl);
}

/**
 * Who asks, in this order: a program by PARVIS_CLIENT_ID, PARVIS_CLIENT_SECRET and PARVIS_TENANT; a person by PARVIS_USER and
 * PARVIS_PASSWORD; whoever `parvis login` signed in there.
 * @param server the address given on the command line.
 * @throws Refusal when nobody is signed in
 */
export async function connect(server?: string): Promise<Connection> {
  const { PARVIS_CLIENT_ID, PARVIS_CLIENT_SECRET, PARVIS_TENANT, PARVIS_USER, PARVIS_PASSWORD } = process.env;
  const url = await serverMeant(server);
  if (PARVIS_CLIENT_ID) {
    if (!PARVIS_CLIENT_SECRET || !PARVIS_TENANT)
      throw new Refusal("PARVIS_CLIENT_ID needs PARVIS_CLIENT_SECRET and PARVIS_TENANT beside it");
    return asProgram(url, PARVIS_TENANT, PARVIS_CLIENT_ID, PARVIS_CLIENT_SECRET);
  }
  if (PARVIS_USER && PARVIS_PASSWORD) return asPerson(await signIn(url, PARVIS_USER, PARVIS_PASSWORD));
  const login = await readLogin(url);
  if (login === undefined) throw new Refusal(`nobody is signed in to ${url}; run: parvis login --server ${url}`, 1);
  return asPerson(login);
}
