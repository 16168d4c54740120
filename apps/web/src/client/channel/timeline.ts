import type { Message } from "../../shared/live/live-protocol.ts";

/** A message with what stands above it. Separators are part of the message's row, so that rows keep their identity. */
export interface TimelineRow {
  readonly message: Message;
  /** Set where a day begins. */
  readonly day: Date | undefined;
  /** New messages begin here. */
  readonly isFirstNew: boolean;
}

const days = new WeakMap<Message, string>();

/** Kept with the message: a list asks for all its days again whenever a message comes. */
function dayOf(message: Message): string {
  const known = days.get(message) ?? new Date(message.createdAt).toDateString();
  days.set(message, known);
  return known;
}

/**
 * @param messages oldest first.
 * @param hasOlder older ones may come above: whether the first one begins its day is not known then.
 * @param seenUpTo id of the message the person had seen when the channel was opened; undefined marks nothing.
 */
export function timelineRows(
  messages: readonly Message[],
  hasOlder: boolean,
  seenUpTo: string | undefined,
): TimelineRow[] {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const beginsDay = before === undefined ? !hasOlder : dayOf(before) !== dayOf(message);
    const isNew = seenUpTo !== undefined && message.id > seenUpTo;
    return {
      message,
      day: beginsDay ? new Date(message.createdAt) : undefined,
      // With nothing old above it, a mark would tell nothing.
      isFirstNew: isNew && before !== undefined && before.id <= seenUpTo,
    };
  });
}

/** How many messages come after one. */
export function countAfter(messages: readonly Message[], id: string | undefined): number {
  if (id === undefined) return 0;
  const first = messages.findIndex((message) => message.id > id);
  return first < 0 ? 0 : messages.length - first;
}
