import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import type { AuditService } from "./audit.service.ts";
import * as store from "./audit-feed.store.ts";

export type { Content, Subscription } from "./audit-feed.store.ts";

/** What can be subscribed to (contracts.md C.4). Only the general one ever has content here. */
export const contentTypes = [
  "Audit.AzureActiveDirectory",
  "Audit.Exchange",
  "Audit.SharePoint",
  "Audit.General",
  "DLP.All",
] as const;
export type ContentType = (typeof contentTypes)[number];

const filled: ContentType = "Audit.General";
export const contentDays = 7;
const mostRecords = 2_000;
const mostBehind = 1_000;
const queueName = "audit-feed-notify";
/** Tries of one piece of content before the subscriber's webhook is given up. */
const mostAttempts = 8;
const notifyTimeoutMilliseconds = 20_000;
const answerBytes = 64 * 1_024;

interface NotifyJob {
  readonly tenantId: string;
  readonly contentId: string;
}

/** Addresses and times of a piece of content, as they are announced and listed. */
export function describeContent(publicUrl: string, tenantId: string, { id, contentType, createdAt }: store.Content) {
  const expiration = new Date(createdAt.getTime() + contentDays * 86_400_000);
  return {
    contentType,
    contentId: id,
    contentUri: `${publicUrl}/api/v1.0/${tenantId}/activity/feed/audit/${id}`,
    contentCreated: createdAt.toISOString(),
    contentExpiration: expiration.toISOString(),
  };
}

export type AuditFeedService = ReturnType<typeof auditFeedService>;

/** The audit log as a feed: subscriptions, and records in pieces that are announced, listed and fetched. */
export function auditFeedService(
  {
    database,
    jobs,
    outbound,
    now,
    publicUrl,
    log,
  }: Pick<Platform, "database" | "jobs" | "outbound" | "now" | "publicUrl" | "log">,
  audit: Pick<AuditService, "newest" | "search">,
) {
  const { sql } = database;

  async function postTo(webhook: store.FeedWebhook, headers: Record<string, string>, body: unknown): Promise<number> {
    const { status } = await outbound.send({
      method: "POST",
      url: webhook.address,
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        ...(webhook.authId === null ? {} : { "Webhook-AuthID": webhook.authId }),
        ...headers,
      },
      body: JSON.stringify(body),
      timeoutMilliseconds: notifyTimeoutMilliseconds,
      maximumBytes: answerBytes,
    });
    return status;
  }

  jobs.queue<NotifyJob>({
    name: queueName,
    concurrency: 4,
    pollSeconds: 5,
    retries: mostAttempts - 1,
    expireSeconds: 120,
    run: async ({ tenantId, contentId }) => {
      const content = await store.findContent(sql, tenantId, contentId);
      if (content === undefined || content.notificationStatus === "success") return;
      const subscription = (await store.listSubscriptions(sql, tenantId, content.clientId)).find(
        ({ contentType }) => contentType === content.contentType,
      );
      const { webhook = null, enabled = false } = subscription ?? {};
      if (!enabled || webhook === null || webhook.status !== "enabled") return;
      if (webhook.expiration !== null && new Date(webhook.expiration) < now()) return;
      const announced = { tenantId, clientId: content.clientId, ...describeContent(publicUrl(), tenantId, content) };
      const status = await postTo(webhook, {}, [announced]).catch(() => 0);
      const attempts = await store.setNotified(sql, tenantId, contentId, status === 200 ? "success" : "failed", now());
      if (status === 200) return;
      if (attempts >= mostAttempts) {
        await store.disableWebhook(sql, tenantId, content.clientId, content.contentType);
        log.warn(
          { tenantId, clientId: content.clientId },
          "A subscriber of the audit feed does not answer and is no longer told",
        );
        return;
      }
      throw new Error(`The subscriber answered ${status === 0 ? "nothing" : status}.`);
    },
  });

  /** Makes a piece of content of what was recorded since the last. @returns whether there may be more. */
  async function roll(tenantId: string, clientId: string, contentType: string): Promise<boolean> {
    const made = await sql.transaction().execute(async (tx: Sql) => {
      const subscription = await store.takeSubscription(tx, tenantId, clientId, contentType);
      const newest = await audit.newest(tenantId);
      if (subscription === undefined || !subscription.enabled || newest <= subscription.lastSequence) return undefined;
      const upToSequence = Math.min(newest, subscription.lastSequence + mostRecords);
      const content = {
        id: newId(),
        clientId,
        contentType,
        createdAt: now(),
        afterSequence: subscription.lastSequence,
        upToSequence,
      };
      await store.insertContent(tx, tenantId, content);
      await store.putSubscription(tx, tenantId, { ...subscription, lastSequence: upToSequence });
      return { id: content.id, told: subscription.webhook !== null, more: upToSequence < newest };
    });
    if (made?.told === true) {
      await jobs.send<NotifyJob>(undefined, queueName, [{ data: { tenantId, contentId: made.id } }]);
      jobs.wake(queueName);
    }
    return made?.more === true;
  }

  async function rollUp(tenantId: string, clientId: string, contentType: string): Promise<void> {
    if (contentType !== filled) return;
    while (await roll(tenantId, clientId, contentType));
  }

  async function find(tenantId: string, clientId: string, contentType: ContentType): Promise<store.Subscription> {
    const all = await store.listSubscriptions(sql, tenantId, clientId);
    const found = all.find((each) => each.contentType === contentType);
    if (found === undefined || !found.enabled) throw new ParvisError("audit/subscription-not-found");
    return found;
  }

  return {
    /**
     * Begins a subscription, or changes its webhook. What was recorded before is not in it, nor what is while it is stopped.
     * @throws ParvisError audit/webhook-refused when the webhook does not confirm
     */
    async start(
      tenantId: string,
      clientId: string,
      contentType: ContentType,
      webhook: Pick<store.FeedWebhook, "address" | "authId" | "expiration"> | null,
    ): Promise<store.Subscription> {
      const confirmed = webhook === null ? null : ({ ...webhook, status: "enabled" } as const);
      if (confirmed !== null) {
        const validationCode = newId();
        const body = { validationCode };
        const status = await postTo(confirmed, { "Webhook-ValidationCode": validationCode }, body).catch(
          (cause: unknown) => {
            throw new ParvisError("audit/webhook-refused", {
              detail: cause instanceof ParvisError ? cause.message : "The webhook cannot be reached.",
              cause,
            });
          },
        );
        if (status !== 200)
          throw new ParvisError("audit/webhook-refused", {
            detail: `The webhook answered ${status} to the validation; 200 was expected.`,
          });
      }
      const known = (await store.listSubscriptions(sql, tenantId, clientId)).find(
        (each) => each.contentType === contentType,
      );
      const lastSequence = known?.enabled === true ? known.lastSequence : await audit.newest(tenantId);
      const subscription = { clientId, contentType, enabled: true, lastSequence, webhook: confirmed };
      await store.putSubscription(sql, tenantId, subscription);
      return subscription;
    },

    /** @throws ParvisError audit/subscription-not-found */
    async stop(tenantId: string, clientId: string, contentType: ContentType): Promise<void> {
      const known = await find(tenantId, clientId, contentType);
      await rollUp(tenantId, clientId, contentType);
      await store.putSubscription(sql, tenantId, { ...known, enabled: false });
    },

    async subscriptions(tenantId: string, clientId: string): Promise<store.Subscription[]> {
      return await store.listSubscriptions(sql, tenantId, clientId);
    },

    /** Content made in a span of time, up to this moment. @throws ParvisError audit/subscription-not-found */
    async content(
      tenantId: string,
      of: { clientId: string; contentType: ContentType; from: Date; to: Date },
      page: { limit: number; after: string | undefined },
    ): Promise<store.Content[]> {
      await find(tenantId, of.clientId, of.contentType);
      await rollUp(tenantId, of.clientId, of.contentType);
      return await store.listContent(sql, tenantId, of, page);
    },

    /** The records of a piece of content, as they were written. @throws ParvisError audit/content-not-found */
    async records(tenantId: string, clientId: string, contentId: string): Promise<string[]> {
      const content = await store.findContent(sql, tenantId, contentId);
      if (content === undefined || content.clientId !== clientId) throw new ParvisError("audit/content-not-found");
      const { afterSequence, upToSequence } = content;
      const rows = await audit.search(
        tenantId,
        { afterSequence, upToSequence },
        { limit: mostRecords, after: undefined, oldestFirst: true },
      );
      return rows.map(({ record }) => record);
    },

    /** For every subscription that records wait for; on a schedule. */
    async rollAll(): Promise<void> {
      for (const { tenantId, clientId } of await store.listBehindSubscriptions(sql, filled, mostBehind))
        await rollUp(tenantId, clientId, filled);
    },

    async sweep(): Promise<void> {
      await store.deleteOldContent(sql, new Date(now().getTime() - contentDays * 86_400_000));
    },
  };
}
