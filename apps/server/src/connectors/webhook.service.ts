import { randomBytes } from "node:crypto";
import type { AppService } from "../catalog/index.ts";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import { nameOf } from "./configuration.rules.ts";
import * as connectorStore from "./connector.store.ts";
import type { RateLimit, WebhookMode } from "./rate-limit.rules.ts";
import * as store from "./webhook.store.ts";
import type { WebhookDirectory } from "./webhook-directory.ts";
import { incomingWebhook } from "./webhook-url.rules.ts";

/** What somebody chose for a webhook; `picture` is bytes, null for none, undefined to leave it. */
export interface WebhookChoices {
  readonly name?: string | undefined;
  readonly picture?: Uint8Array | null | undefined;
  readonly mode?: WebhookMode | undefined;
  readonly rateLimits?: readonly RateLimit[] | null | undefined;
}

/** A key nobody guesses, in characters that senders' patterns take (contracts.md D.1). */
export const newKey = () => randomBytes(16).toString("hex");

export type WebhookService = ReturnType<typeof webhookService>;

/** Webhooks made by hand, and what can be changed about every webhook: answers, limits, address. */
export function webhookService(
  { database, now }: Pick<Platform, "database" | "now">,
  apps: Pick<AppService, "keepPicture">,
  webhooks: Pick<WebhookDirectory, "suspend">,
) {
  /** @throws ParvisError connector/not-found */
  async function load(tx: Sql, tenantId: string, configurationId: string): Promise<connectorStore.AnyConfiguration> {
    const found = await connectorStore.findAnyConfiguration(tx, tenantId, configurationId);
    if (found === undefined) throw new ParvisError("connector/not-found");
    return found;
  }

  /** What an auditor sees of a webhook: never its address. */
  function eventOf(
    operation: string,
    configuration: connectorStore.AnyConfiguration,
    more: Record<string, unknown> = {},
  ) {
    const { id, teamId, channelId, appId, settings, authorName, connectorId } = configuration;
    const detail = { name: nameOf(settings, authorName), connectorId, ...more };
    return {
      operation,
      ...(teamId !== null && { teamId }),
      ...(channelId !== null && { channelId }),
      ...(appId !== null && { appId }),
      subjectId: id,
      detail,
    };
  }

  return {
    /**
     * Makes a webhook directly in a channel, or without one: for a team's mail, or (without a team) for a mailbox.
     * @param also what belongs to it, in the same transaction: the target that its cards go to.
     * @returns its configuration's id.
     * @throws ParvisError picture/refused
     */
    async create(
      origin: Origin,
      channel: { id: string | null; teamId: string | null },
      choices: WebhookChoices & { name: string },
      also?: (tx: Sql, configuration: connectorStore.AnyConfiguration) => Promise<void>,
    ): Promise<string> {
      const { tenantId } = origin;
      const id = newId();
      const person = origin.actor.kind === "person" ? origin.actor.id : null;
      return await command(database, origin, async (tx) => {
        await connectorStore.insertConfiguration(tx, tenantId, {
          id,
          kind: "incoming",
          state: "active",
          teamId: channel.teamId,
          channelId: channel.id,
          appId: null,
          connectorId: incomingWebhook,
          authorName: choices.name,
          authorIcon: choices.picture ? await apps.keepPicture(tx, tenantId, choices.picture) : null,
          configuredBy: person,
          mode: choices.mode ?? "compatible",
          rateLimits: choices.rateLimits ?? null,
        });
        await connectorStore.insertWebhook(tx, tenantId, {
          key: newKey(),
          configurationId: id,
          ownerId: person ?? newId(),
        });
        const configuration = await load(tx, tenantId, id);
        await also?.(tx, configuration);
        return { event: eventOf("ConnectorAdded", configuration, { kind: "incoming" }), result: id };
      });
    },

    /**
     * Changes how a webhook answers and what it takes; name and picture only of those made by hand.
     * @throws ParvisError connector/not-found, connector/named-by-page, picture/refused
     */
    async change(origin: Origin, configurationId: string, choices: WebhookChoices): Promise<void> {
      const { tenantId } = origin;
      await command(database, origin, async (tx) => {
        const before = await load(tx, tenantId, configurationId);
        const { name, picture, mode, rateLimits } = choices;
        if (before.kind === "connector" && (name !== undefined || picture !== undefined)) {
          throw new ParvisError("connector/named-by-page", {
            detail: "Its configuration page gives it its name, and its app the picture. Configure it there.",
          });
        }
        webhooks.suspend(tenantId);
        const authorIcon = picture ? await apps.keepPicture(tx, tenantId, picture) : picture;
        await store.changeConfiguration(tx, tenantId, configurationId, {
          authorName: name,
          authorIcon,
          mode,
          rateLimits,
        });
        const after = await load(tx, tenantId, configurationId);
        const renamed = after.authorName === before.authorName ? {} : { before: before.authorName };
        return { event: eventOf("ConnectorUpdated", after, renamed), result: undefined };
      });
    },

    /**
     * Gives a webhook a new address. The old one goes on working for a while, so that senders can be changed in peace.
     * @throws ParvisError connector/not-found
     */
    async rotate(origin: Origin, configurationId: string, graceSeconds: number): Promise<void> {
      const { tenantId } = origin;
      await command(database, origin, async (tx) => {
        const before = await load(tx, tenantId, configurationId);
        webhooks.suspend(tenantId);
        await store.expireCurrent(tx, tenantId, configurationId, new Date(now().getTime() + graceSeconds * 1_000));
        await connectorStore.insertWebhook(tx, tenantId, { key: newKey(), configurationId, ownerId: before.ownerId });
        return { event: eventOf("Parvis.WebhookRotated", before, { graceSeconds }), result: undefined };
      });
    },

    /** Ends the addresses that were replaced, before their time. @throws ParvisError connector/not-found */
    async revokePrevious(origin: Origin, configurationId: string): Promise<void> {
      const { tenantId } = origin;
      await command(database, origin, async (tx) => {
        const before = await load(tx, tenantId, configurationId);
        webhooks.suspend(tenantId);
        const ended = await store.revokePrevious(tx, tenantId, configurationId, now());
        return { event: eventOf("Parvis.WebhookAddressRevoked", before, { ended }), result: undefined };
      });
    },

    async previous(tenantId: string, configurationId: string): Promise<store.PreviousAddress[]> {
      return await store.listPrevious(database.sql, tenantId, configurationId, now());
    },
  };
}
