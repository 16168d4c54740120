import { createHash } from "node:crypto";
import { imagesOf, readStoredPayload, toAdaptiveCard } from "@parvis/cards";
import { ParvisError } from "../platform/errors.ts";
import type { Identity } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import type { MessageService } from "./message.service.ts";
import { freshForMilliseconds, pictureType, refusedForMilliseconds } from "./picture.rules.ts";
import * as store from "./picture.store.ts";

export interface Picture {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const mostBytes = 4 * 1_048_576;
const fetchMilliseconds = 10_000;
const mostRedirects = 3;
/** Fetches at the same time on one node, and those that wait for one of them. */
const [mostAtOnce, mostWaiting] = [8, 200];
const unusedDays = 30;
const mostBytesPerTenant = 1_024 * 1_048_576;

export type PictureService = ReturnType<typeof pictureService>;

/**
 * Pictures of cards, fetched once for all who read them: whoever sent a card does not learn who looks at it, and no
 * reader's browser is sent to addresses that a stranger chose.
 */
export function pictureService(
  { database, outbound, log }: Pick<Platform, "database" | "outbound" | "log">,
  messages: Pick<MessageService, "read">,
) {
  /** Under way on this node: many readers open the same channel at once. */
  const fetching = new Map<string, Promise<store.KeptPicture>>();
  const waiting: (() => void)[] = [];
  let running = 0;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= mostAtOnce) {
      if (waiting.length >= mostWaiting) throw new ParvisError("server/busy", { retryAfterSeconds: 2 });
      await new Promise<void>((turn) => waiting.push(turn));
    } else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  }

  async function load(address: string): Promise<Omit<store.KeptPicture, "usedToday">> {
    const none = (refusal: string) => {
      const expiresAt = new Date(Date.now() + refusedForMilliseconds);
      return { mediaType: null, bytes: null, refusal, expiresAt };
    };
    try {
      const { status, headers, body } = await outbound.send({
        method: "GET",
        url: address,
        headers: { accept: "image/avif,image/webp,image/png,image/jpeg,image/gif" },
        timeoutMilliseconds: fetchMilliseconds,
        maximumBytes: mostBytes,
        redirects: mostRedirects,
      });
      if (status !== 200) return none(`Its host answered ${status}.`);
      const mediaType = pictureType(body);
      if (mediaType === undefined)
        return none("What its host answered is no PNG, JPEG, GIF, WebP, AVIF, BMP or icon. SVG is not shown.");
      const cacheControl = headers["cache-control"];
      const fresh = freshForMilliseconds(Array.isArray(cacheControl) ? cacheControl.join() : cacheControl);
      return { mediaType, bytes: body, refusal: null, expiresAt: new Date(Date.now() + fresh) };
    } catch (error) {
      if (!(error instanceof ParvisError)) throw error;
      return none(error.parts.detail ?? error.message);
    }
  }

  async function fetchOnce(tenantId: string, address: string, hash: Buffer): Promise<store.KeptPicture> {
    const key = `${tenantId} ${hash.toString("hex")}`;
    const fetched =
      fetching.get(key) ??
      inTurn(async () => {
        const picture = await load(address);
        await store.putPicture(database.sql, tenantId, hash, picture);
        // What was there before stays when it could not be had anew.
        return (await store.findPicture(database.sql, tenantId, hash)) ?? { ...picture, usedToday: true };
      }).finally(() => fetching.delete(key));
    fetching.set(key, fetched);
    return await fetched;
  }

  return {
    /**
     * A picture of a message, for somebody who reads its channel.
     * @throws ParvisError channel/not-found, message/not-found; picture/not-available for an address that is none of the
     * message's pictures, or leads to none.
     */
    async of(identity: Identity, channelId: string, messageId: string, address: string): Promise<Picture> {
      const { tenantId } = identity;
      const { message } = await messages.read(identity, channelId, messageId);
      const wanted = URL.canParse(address) ? new URL(address).href : address;
      const { cards } = readStoredPayload(message.body);
      if (!cards.some((card) => imagesOf(toAdaptiveCard(card)).has(wanted)))
        throw new ParvisError("picture/not-available", { detail: "The message has no picture of this address." });
      const hash = createHash("sha256").update(wanted).digest();
      const kept = await store.findPicture(database.sql, tenantId, hash);
      const isFresh = kept !== undefined && kept.expiresAt.getTime() > Date.now();
      const picture = isFresh ? kept : await fetchOnce(tenantId, wanted, hash);
      const { mediaType, bytes, refusal, usedToday } = picture;
      if (mediaType === null || bytes === null)
        throw new ParvisError("picture/not-available", { detail: refusal ?? "It could not be fetched." });
      if (!usedToday) await store.markUsed(database.sql, tenantId, hash);
      return { mediaType, bytes };
    },

    async sweep(): Promise<void> {
      const count = await store.deletePictures(database.sql, unusedDays, mostBytesPerTenant);
      if (count > 0) log.info({ pictures: count }, "Let go of pictures that nobody looks at");
    },
  };
}
