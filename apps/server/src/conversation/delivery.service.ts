import { readWebhookPayload } from "@parvis/cards";
import type { ConnectorService, WebhookTarget } from "../connectors/index.ts";
import { deliveryDays } from "../platform/database/partitions.ts";
import { ParvisError } from "../platform/errors.ts";
import { newId } from "../platform/identifiers.ts";
import type { Identity } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import * as store from "./delivery.store.ts";
import type { MessageWriter } from "./message-writer.ts";
import type { PostRequest } from "./post.store.ts";
import { type Outcome, postSwitch, type TurnedAway } from "./post-answer.ts";

export type { Delivery } from "./delivery.store.ts";

/** A post as it arrived. */
export interface IncomingPost {
  /** Of the delivery and, when it is accepted, of the message. */
  readonly id: string;
  /** Undefined when it was too long to be read. */
  readonly body: Uint8Array | string | undefined;
  /** Bytes as sent. */
  readonly size: number;
  readonly contentType: string | null;
  readonly userAgent: string | null;
  /** The delivery that it repeats, and who asked for that. */
  readonly again?: { readonly of: string; readonly by: string };
}

const day = 86_400_000;
/** A header may be as long as a whole request may; the log keeps the beginning. */
const headerLength = 300;

/** PostgreSQL keeps no NUL in a text. */
const storable = (sent: string) => sent.replaceAll("\u0000", "\uFFFD");
const cut = (header: string | null) => header?.slice(0, headerLength) ?? null;

export type DeliveryService = ReturnType<typeof deliveryService>;

/** Posts to webhooks: judged, written, logged, and sent again. */
export function deliveryService(
  { database, now }: Pick<Platform, "database" | "now">,
  connectors: Pick<ConnectorService, "findAny" | "resolve" | "refusalToPost">,
  writer: Pick<MessageWriter, "write" | "log">,
) {
  const since = () => new Date(now().getTime() - deliveryDays * day);

  function requestOf(post: IncomingPost, mode: WebhookTarget["mode"], stored: string | null): PostRequest {
    const text = typeof post.body === "string" ? post.body : post.body && Buffer.from(post.body).toString("utf8");
    return {
      mode,
      contentType: cut(post.contentType),
      userAgent: cut(post.userAgent),
      size: post.size,
      sent: text === undefined || text === stored ? null : storable(text),
      againOf: post.again?.of ?? null,
      sentBy: post.again?.by ?? null,
    };
  }

  /**
   * Judges a post to a webhook that stands and writes what becomes of it.
   * @throws ParvisError server/busy, server/database-away: nothing was posted then.
   */
  async function receive(tenantId: string, target: WebhookTarget, post: IncomingPost): Promise<Outcome> {
    const { configurationId, teamId, channelId, appId, authorName, authorIcon, mode, hasTargets } = target;
    const refused = async (reason: TurnedAway): Promise<Outcome> => {
      // What is too large for a channel is too large for the log; what else is refused may be looked at there.
      const request = requestOf(reason === "too-large" ? { ...post, body: undefined } : post, mode, null);
      await writer.log(tenantId, { id: post.id, channelId, configurationId, reason, request });
      return { turnedAway: reason };
    };
    const switchedOff = await connectors.refusalToPost(tenantId, target);
    if (switchedOff !== undefined) return await refused(postSwitch(switchedOff.reason));
    if (post.body === undefined) return await refused("too-large");
    const payload = readWebhookPayload(post.body, { contentType: post.contentType ?? "" });
    if (!payload.accepted) return await refused(payload.reason);
    const { summary, canonical } = payload;
    const { accepted, standing } = await writer.write(tenantId, {
      id: post.id,
      teamId,
      channelId,
      appId,
      configurationId,
      authorName,
      authorIcon,
      summary,
      body: canonical,
      // Without a message the log is all that keeps the card.
      request: requestOf(post, mode, channelId === null ? null : canonical),
      limits: target.limits,
      hasTargets,
    });
    return { turnedAway: accepted ? null : "throttled", standing };
  }

  /** @throws ParvisError delivery/not-found */
  async function find(tenantId: string, configurationId: string, id: string): Promise<store.DeliveryWithBody> {
    const found = await store.findDelivery(database.sql, tenantId, configurationId, id, since());
    if (found === undefined) throw new ParvisError("delivery/not-found");
    return found;
  }

  return {
    receive,
    find,

    /** A page of a webhook's log, newest first. */
    async list(
      tenantId: string,
      configurationId: string,
      filter: Omit<store.DeliveryFilter, "since"> & { since: Date | undefined },
    ): Promise<store.Delivery[]> {
      const oldest = since();
      const from = filter.since !== undefined && filter.since > oldest ? filter.since : oldest;
      return await store.listDeliveries(database.sql, tenantId, configurationId, { ...filter, since: from });
    },

    /** Of some webhooks, those that turned something away in the last day. */
    async turningAway(tenantId: string, configurationIds: readonly string[]): Promise<string[]> {
      return await store.findTurningAway(database.sql, tenantId, configurationIds, new Date(now().getTime() - day));
    },

    /**
     * Posts anew what was posted once, as a delivery of its own that names the old one. Judged like any other: it counts,
     * and may be turned away.
     * @returns the new delivery's id.
     * @throws ParvisError delivery/not-found, delivery/not-kept, server/busy, server/database-away
     */
    async sendAgain(identity: Identity, configurationId: string, id: string): Promise<string> {
      const { tenantId, personId } = identity;
      const { webhookKey } = await connectors.findAny(tenantId, configurationId);
      const [old, target] = await Promise.all([
        find(tenantId, configurationId, id),
        connectors.resolve(tenantId, webhookKey),
      ]);
      if (target === undefined || target.revoked) throw new ParvisError("connector/not-found");
      const body = old.sent ?? old.stored;
      if (body === null) throw new ParvisError("delivery/not-kept");
      const again = newId();
      await receive(tenantId, target, {
        id: again,
        body,
        size: Buffer.byteLength(body),
        contentType: old.contentType,
        userAgent: old.userAgent,
        again: { of: id, by: personId },
      });
      return again;
    },
  };
}
