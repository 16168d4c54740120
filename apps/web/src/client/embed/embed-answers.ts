import type { InferResponseType } from "hono/client";
import type { api } from "../../shared/api/client.ts";

type Configuration = InferResponseType<(typeof api.connectors)[":configurationId"]["$get"], 200>;
/** A connector's configuration; a webhook made by hand has no page and no document to host one. */
export type Connector = Configuration & { page: NonNullable<Configuration["page"]> };
export type OpenedPage = InferResponseType<(typeof api.connectors)[":configurationId"]["page"]["$post"], 201>;
export type PersonalPage = InferResponseType<(typeof api.me.apps)[":appId"]["pages"][":entityId"]["$get"], 200>;
export type Session = InferResponseType<typeof api.session.$get, 200>;

/** A request was refused, or nobody answered. Told to the dialog, which has the words for it. */
export class Unusable extends Error {
  override readonly name = "Unusable";
  readonly code: string;
  readonly detail: string;
  readonly requestId: string | undefined;

  constructor(code: string, detail = "", requestId?: string) {
    super(code);
    this.code = code;
    this.detail = detail;
    this.requestId = requestId;
  }
}

/**
 * Asks Parvis's API. By hand rather than with the client's typed one: this document is loaded with every dialog, and
 * asks two things. @throws Unusable
 */
async function ask<T>(path: string, body?: object): Promise<T> {
  const post = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`/api${path}`, body === undefined ? {} : post).catch(() => {
    throw new Unusable("client/offline");
  });
  if (response.ok) return await response.json();
  const problem = await response.json().catch(() => ({}));
  throw new Unusable(problem.code ?? "client/unreadable", problem.detail, problem.requestId);
}

export async function askConnector(configurationId: string): Promise<Connector> {
  return await ask<Connector>(`/connectors/${encodeURIComponent(configurationId)}`);
}

export async function askSession(): Promise<Session> {
  return await ask<Session>("/session");
}

/** For an app whose pages are shown through Parvis: the way to one of them, once. */
export async function openPage(configurationId: string, url: string): Promise<OpenedPage> {
  return await ask<OpenedPage>(`/connectors/${encodeURIComponent(configurationId)}/page`, { url });
}

/** Says to the app's own server who is looking at its page. @throws Unusable with the reason */
export async function askToken(configurationId: string): Promise<string> {
  const path = `/connectors/${encodeURIComponent(configurationId)}/token`;
  return (await ask<{ token: string }>(path, {})).token;
}

const personal = (appId: string) => `/me/apps/${encodeURIComponent(appId)}`;

export async function askPersonalPage(appId: string, entityId: string): Promise<PersonalPage> {
  return await ask<PersonalPage>(`${personal(appId)}/pages/${encodeURIComponent(entityId)}`);
}

export async function openPersonalPage(appId: string, entityId: string, url: string): Promise<OpenedPage> {
  return await ask<OpenedPage>(`${personal(appId)}/pages/${encodeURIComponent(entityId)}/open`, { url });
}

export async function askPersonalToken(appId: string): Promise<string> {
  return (await ask<{ token: string }>(`${personal(appId)}/token`, {})).token;
}
