import { queryOptions } from "@tanstack/react-query";
import { api, done, read } from "../../shared/api/client.ts";
import { type Configuration, configurationQuery } from "../connectors/connector-queries.ts";
import type { RateLimit } from "./webhook-text.ts";

type MailWebhook = Awaited<ReturnType<typeof readMail>>;

async function readMail(configurationId: string) {
  return await read(api["mail-webhooks"][":configurationId"].$get({ param: { configurationId } }));
}

/** A webhook whose cards go by mail alone: to its owner, or to a team's members. */
export function mailWebhookQuery(configurationId: string) {
  return queryOptions({
    queryKey: ["mail-webhook", configurationId],
    queryFn: async () => await readMail(configurationId),
  });
}

/** What a webhook's tabs need to know, wherever its cards go. */
export type Webhook = Pick<
  Configuration,
  "id" | "name" | "mode" | "webhookUrl" | "addressSince" | "previousAddresses" | "rateLimits"
> & {
  /** Where cards go, for a sentence about it. */
  readonly place: string;
  /** Null for a webhook whose cards go by mail alone. */
  readonly channelId: string | null;
  /** The connector's app; null for a webhook made by hand, which has its own name. */
  readonly app: { readonly displayName: string; readonly icon: string } | null;
  /** Undefined where there is none to choose: mails have no pictures of their sender. */
  readonly icon: string | null | undefined;
};

export interface WebhookChange {
  readonly name?: string;
  readonly picture?: string | null;
  readonly mode: Configuration["mode"];
  readonly rateLimits: RateLimit[] | null;
}

/** What can be done with a webhook. Each answers the webhook as it is then. */
export interface WebhookActs {
  rotate(graceSeconds: number): Promise<unknown>;
  /** Absent where replaced addresses cannot be ended before their time. */
  endPrevious?: () => Promise<unknown>;
  save(change: WebhookChange): Promise<unknown>;
  readonly queryKey: readonly unknown[];
}

export function channelWebhook(configuration: Configuration): Webhook {
  const { channel, icon, app, kind, ...rest } = configuration;
  return {
    ...rest,
    app,
    icon: kind === "incoming" ? icon : (app?.icon ?? icon),
    channelId: channel.id,
    place: channel.displayName,
  };
}

export function channelActs(configurationId: string): WebhookActs {
  const param = { configurationId };
  const one = api.connectors[":configurationId"];
  return {
    rotate: async (graceSeconds) => await read(one.rotate.$post({ param, json: { graceSeconds } })),
    endPrevious: async () => await read(one["previous-addresses"].$delete({ param })),
    save: async (json) => await read(one.$patch({ param, json })),
    queryKey: configurationQuery(configurationId).queryKey,
  };
}

export function mailWebhook(mail: MailWebhook, place: string): Webhook {
  return { ...mail, app: null, icon: undefined, channelId: null, place };
}

export function mailActs(configurationId: string): WebhookActs & { remove(): Promise<void> } {
  const param = { configurationId };
  const one = api["mail-webhooks"][":configurationId"];
  return {
    rotate: async (graceSeconds) => await read(one.rotate.$post({ param, json: { graceSeconds } })),
    save: async ({ picture: _none, ...json }) => await read(one.$patch({ param, json })),
    remove: async () => await done(one.$delete({ param })),
    queryKey: mailWebhookQuery(configurationId).queryKey,
  };
}
