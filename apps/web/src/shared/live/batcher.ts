import type { LiveBatch, LiveChange, LiveMessage } from "./live-protocol.ts";

/** More than this of one channel in one batch cannot be read by anybody as it comes. */
export const mostMessagesAChannel = 100;
const mostChanges = 500;
const mostRevised = 500;

/** Gathers events between two deliveries, with bounds, so that a flood costs no more than a steady stream. */
export interface Batcher {
  message(message: LiveMessage): void;
  /** A message that changed. */
  revision(message: LiveMessage): void;
  change(change: LiveChange): void;
  /** What was gathered before no longer counts: everything will be read anew. */
  fresh(): void;
  /** What was gathered, or undefined when that is nothing. Begins the next batch. */
  take(): LiveBatch | undefined;
}

export function createBatcher(): Batcher {
  let fresh = false;
  let channels = new Map<string, LiveMessage[]>();
  let skipped = new Set<string>();
  let changes: LiveChange[] = [];
  let revised = new Map<string, LiveMessage>();

  return {
    message(message) {
      const messages = channels.get(message.channelId) ?? [];
      channels.set(message.channelId, messages);
      messages.push(message);
      // Cut in larger pieces: shifting one by one would cost more than the message.
      if (messages.length >= 2 * mostMessagesAChannel) {
        messages.splice(0, messages.length - mostMessagesAChannel);
        skipped.add(message.channelId);
      }
    },
    revision(message) {
      if (revised.size < mostRevised || revised.has(message.id)) revised.set(message.id, message);
      else fresh = true;
    },
    change(change) {
      if (changes.length < mostChanges) changes.push(change);
      else fresh = true;
    },
    fresh() {
      fresh = true;
      channels = new Map();
      skipped = new Set();
      changes = [];
      revised = new Map();
    },
    take() {
      if (!fresh && channels.size === 0 && changes.length === 0 && revised.size === 0) return undefined;
      const messages = [...channels].flatMap(([channelId, all]) => {
        if (all.length > mostMessagesAChannel) skipped.add(channelId);
        return all.slice(-mostMessagesAChannel);
      });
      const batch = { fresh, messages, revised: [...revised.values()], skipped: [...skipped], changes };
      fresh = false;
      channels = new Map();
      skipped = new Set();
      changes = [];
      revised = new Map();
      return batch;
    },
  };
}
