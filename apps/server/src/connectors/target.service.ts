import { randomBytes } from "node:crypto";
import type { TeamService } from "../directory/index.ts";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Identity } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import type { AnyConfiguration } from "./connector.store.ts";
import {
  type DeliveryState,
  mostTargets,
  normaliseAddress,
  type RelayFormat,
  shownAddress,
  wrongRelay,
} from "./target.rules.ts";
import * as store from "./target.store.ts";
import { unsuppress } from "./target-queue.store.ts";
import type { TargetQueue } from "./target-queue.ts";
import type { SentCard, TargetSender } from "./target-sender.ts";
import type { WebhookDirectory } from "./webhook-directory.ts";

export type NewTarget =
  | { readonly kind: "groups" }
  | { readonly kind: "mail"; readonly address: string }
  | { readonly kind: "relay"; readonly format: RelayFormat; readonly url: string };

export type TargetRow = store.Target & store.TargetCounts;

/** A Standard Webhooks secret: the prefix, and 24 to 64 bytes in base64. */
const secretBytes = 32;
export const shownSecret = (secret: Uint8Array) => `whsec_${Buffer.from(secret).toString("base64")}`;
const newSecret = (format: RelayFormat) => (format === "json" ? randomBytes(secretBytes) : null);

/** How long the secret before signs along after a rotation, so that receivers can be changed in peace. */
const previousSecretHours = 24;

export type TargetService = ReturnType<typeof targetService>;

/** Targets of configurations: where cards go besides the channel, and what became of them. */
export function targetService(
  platform: Pick<Platform, "database" | "mail" | "outbound" | "now" | "publicUrl">,
  sender: TargetSender,
  queue: Pick<TargetQueue, "ask" | "wake">,
  teams: Pick<TeamService, "mailAddress">,
  webhooks: Pick<WebhookDirectory, "suspend">,
) {
  const { database, mail, outbound, now, publicUrl } = platform;

  /** @throws ParvisError target/not-found, also for another configuration's. */
  async function load(sql: Sql, tenantId: string, configurationId: string, id: string): Promise<TargetRow> {
    const found = await store.findTarget(sql, tenantId, id);
    if (found === undefined || found.configurationId !== configurationId) throw new ParvisError("target/not-found");
    return found;
  }

  /** What an auditor sees: where it leads, never its address when that is a secret. */
  function eventOf(
    operation: string,
    { id, teamId, channelId }: AnyConfiguration,
    target: Pick<store.Target, "id" | "kind" | "format" | "address">,
    more: Record<string, unknown> = {},
  ) {
    const { kind, format, address } = target;
    const detail = { targetId: target.id, kind, format, address: shownAddress(kind, address), ...more };
    return {
      operation,
      subjectId: id,
      detail,
      ...(teamId === null ? {} : { teamId }),
      ...(channelId === null ? {} : { channelId }),
    };
  }

  /** @throws ParvisError target/address-refused, outbound/refused */
  function requireRelay(url: string): void {
    const wrong = wrongRelay(url, publicUrl());
    if (wrong !== undefined) throw new ParvisError("target/address-refused", { detail: wrong });
    outbound.check(url);
  }

  /** @throws ParvisError mail/not-configured, target/no-team, target/address-refused, outbound/refused */
  function addressOf(configuration: AnyConfiguration, target: NewTarget): string | null {
    if (target.kind === "relay") {
      requireRelay(target.url);
      return target.url;
    }
    mail.require();
    if (target.kind === "groups") {
      if (configuration.teamId === null) throw new ParvisError("target/no-team");
      return null;
    }
    const address = normaliseAddress(target.address);
    if (address === undefined) {
      throw new ParvisError("target/address-refused", {
        detail: `${target.address} is no mail address. Give one, like megan@contoso.example.`,
      });
    }
    return address;
  }

  async function sharedAddress(tenantId: string, { teamId }: AnyConfiguration): Promise<string | null> {
    return teamId === null ? null : ((await teams.mailAddress(tenantId, teamId))?.toLowerCase() ?? null);
  }

  /**
   * Lets mail go to an address again that asked for none. Only its reader may say so; for a team's address, whoever may
   * change the target.
   * @throws ParvisError target/unsubscribed
   */
  async function resubscribe(
    tx: Sql,
    tenantId: string,
    { id }: AnyConfiguration,
    kind: "groups" | "mail",
    address: string,
    person: Pick<Identity, "upn">,
  ): Promise<void> {
    if ((await unsuppress(tx, tenantId, id, address)) && kind === "mail" && address !== person.upn) {
      throw new ParvisError("target/unsubscribed", {
        detail: `${address} asked for no more mail of this connector. Only they can change that, here or by the link in a mail.`,
      });
    }
  }

  const testCard = (name: string): SentCard => ({
    id: newId(),
    authorName: name,
    summary: `A test from ${name}`,
    body: JSON.stringify({
      "@type": "MessageCard",
      title: `A test from ${name}`,
      text: "If you can read this, cards arrive. Nobody posted anything: somebody pressed *Send a test*.",
    }),
    recipients: null,
  });

  return {
    /** @throws ParvisError target/not-found */
    async get(tenantId: string, configurationId: string, id: string): Promise<TargetRow> {
      return await load(database.sql, tenantId, configurationId, id);
    },

    async list(tenantId: string, configurationId: string): Promise<TargetRow[]> {
      return await store.listTargets(database.sql, tenantId, configurationId);
    },

    /**
     * Adds a target inside a transaction that makes its configuration too, or alone.
     * @throws ParvisError mail/not-configured, target/no-team, target/address-refused, outbound/refused
     */
    async insert(
      tx: Sql,
      tenantId: string,
      configuration: AnyConfiguration,
      target: NewTarget,
      by: { personId: string | null; upn: string; language: "en" | "fr" },
    ) {
      const address = addressOf(configuration, target);
      if (target.kind === "mail" && address !== null) {
        await resubscribe(tx, tenantId, configuration, "mail", address, by);
      }
      const format = target.kind === "relay" ? target.format : null;
      const secret = format === null ? null : newSecret(format);
      const id = newId();
      await store.insertTarget(tx, tenantId, {
        id,
        configurationId: configuration.id,
        kind: target.kind,
        address,
        format,
        secret,
        unsubscribeKey: randomBytes(secretBytes),
        language: by.language,
        createdBy: by.personId,
      });
      return { id, kind: target.kind, address, format, secret };
    },

    /**
     * @returns the target's id, and its signing secret, which is shown this once.
     * @throws as {@link insert}, and ParvisError target/exists, target/too-many
     */
    async add(
      origin: Origin,
      person: Pick<Identity, "upn" | "personId">,
      configuration: AnyConfiguration,
      target: NewTarget,
      language: "en" | "fr",
    ) {
      const { tenantId } = origin;
      return await command(database, origin, async (tx) => {
        await store.lockConfiguration(tx, tenantId, configuration.id);
        const others = await store.listTargets(tx, tenantId, configuration.id);
        if (others.length >= mostTargets) {
          throw new ParvisError("target/too-many", {
            detail: `A connector has ${mostTargets} targets at most. Remove one first.`,
          });
        }
        const address = addressOf(configuration, target);
        if (others.some((other) => other.kind === target.kind && other.address === address)) {
          throw new ParvisError("target/exists", {
            detail: "Cards go there already. Change or start the target that is there.",
          });
        }
        webhooks.suspend(tenantId);
        const made = await this.insert(tx, tenantId, configuration, target, { ...person, language });
        return {
          event: eventOf("Parvis.ConnectorTargetAdded", configuration, made),
          result: { id: made.id, secret: made.secret === null ? null : shownSecret(made.secret) },
        };
      });
    },

    /**
     * Gives a relay another address or format, stops it by hand or starts it again.
     * @returns a new secret when the format asks for one and there was none.
     * @throws ParvisError target/not-found, target/address-refused, target/unsubscribed, outbound/refused,
     *   mail/not-configured
     */
    async change(
      origin: Origin,
      person: Pick<Identity, "upn">,
      configuration: AnyConfiguration,
      id: string,
      change: { url?: string | undefined; format?: RelayFormat | undefined; state?: "active" | "stopped" | undefined },
    ): Promise<string | null> {
      const { tenantId } = origin;
      const secret = await command(database, origin, async (tx) => {
        const before = await load(tx, tenantId, configuration.id, id);
        let secret: Buffer | null = null;
        if (change.url !== undefined || change.format !== undefined) {
          const format = change.format ?? before.format;
          if (before.kind !== "relay" || format === null) {
            throw new ParvisError("target/address-refused", {
              detail: "Only a relay's address can be changed. Remove this target and add another.",
            });
          }
          const address = change.url ?? before.address;
          if (change.url !== undefined) requireRelay(change.url);
          secret = before.secret === null ? newSecret(format) : null;
          await store.updateAddress(tx, tenantId, id, { address, format, secret: secret ?? before.secret });
        }
        if (change.state === "stopped") await store.stopTarget(tx, tenantId, id, "byHand");
        if (change.state === "active") {
          if (before.kind !== "relay") mail.require();
          const address = before.kind === "groups" ? await sharedAddress(tenantId, configuration) : before.address;
          if (before.kind !== "relay" && address !== null) {
            await resubscribe(tx, tenantId, configuration, before.kind, address, person);
          }
          await store.startTarget(tx, tenantId, id);
        }
        await queue.ask(tx, tenantId, [id]);
        const after = await load(tx, tenantId, configuration.id, id);
        const event = eventOf("Parvis.ConnectorTargetChanged", configuration, after, { state: after.state });
        return { event, result: secret };
      });
      queue.wake();
      return secret === null ? null : shownSecret(secret);
    },

    /** @throws ParvisError target/not-found, target/address-refused for a target that is not signed */
    async rotateSecret(origin: Origin, configuration: AnyConfiguration, id: string) {
      const { tenantId } = origin;
      return await command(database, origin, async (tx) => {
        const before = await load(tx, tenantId, configuration.id, id);
        if (before.format !== "json") {
          throw new ParvisError("target/address-refused", {
            detail: "Only relays of plain JSON are signed. This target has no secret.",
          });
        }
        const secret = randomBytes(secretBytes);
        const previousSecretUntil = new Date(now().getTime() + previousSecretHours * 3_600_000);
        await store.rotateSecret(tx, tenantId, id, secret, previousSecretUntil);
        const event = eventOf("Parvis.ConnectorTargetSecretRotated", configuration, before);
        return { event, result: { secret: shownSecret(secret), previousSecretUntil } };
      });
    },

    /** Sends a card of our own there at once, without queueing. @throws ParvisError target/not-found */
    async test(tenantId: string, configuration: AnyConfiguration, id: string) {
      const target = await load(database.sql, tenantId, configuration.id, id);
      const { attempt, verdict } = await sender.send(tenantId, target, testCard(configuration.authorName));
      return { delivered: verdict.outcome === "delivered", status: attempt.status, answer: attempt.answer };
    },

    /** @throws ParvisError target/not-found */
    async remove(origin: Origin, configuration: AnyConfiguration, id: string): Promise<void> {
      const { tenantId } = origin;
      await command(database, origin, async (tx) => {
        const before = await load(tx, tenantId, configuration.id, id);
        webhooks.suspend(tenantId);
        await store.deleteTarget(tx, tenantId, id);
        return { event: eventOf("Parvis.ConnectorTargetRemoved", configuration, before), result: undefined };
      });
    },

    /** Of some configurations, those whose cards do not reach a target: it fails, or was stopped by failing. */
    async troubled(tenantId: string, configurationIds: readonly string[]) {
      return await store.findTroubled(database.sql, tenantId, configurationIds);
    },

    async deliveries(
      tenantId: string,
      targetId: string,
      page: { limit: number; before: string | undefined; state: DeliveryState | undefined },
    ): Promise<store.TargetDelivery[]> {
      return await store.listDeliveries(database.sql, tenantId, targetId, page);
    },

    /**
     * Sends again: one delivery, or every dead letter of the target. They keep their places, before what is newer.
     * @returns how many wait now.
     * @throws ParvisError target/not-found, target/stopped, target/delivery-not-found
     */
    async sendAgain(origin: Origin, configuration: AnyConfiguration, id: string, cardId?: string): Promise<number> {
      const { tenantId } = origin;
      const queued = await command(database, origin, async (tx) => {
        const target = await load(tx, tenantId, configuration.id, id);
        if (target.state === "stopped") throw new ParvisError("target/stopped");
        if (cardId !== undefined && !(await store.hasDelivery(tx, tenantId, id, cardId)))
          throw new ParvisError("target/delivery-not-found");
        const count = await store.queueAgain(tx, tenantId, id, cardId, now());
        await queue.ask(tx, tenantId, [id]);
        const event = eventOf("Parvis.ConnectorTargetSentAgain", configuration, target, { count });
        return { event, result: count };
      });
      queue.wake();
      return queued;
    },
  };
}
