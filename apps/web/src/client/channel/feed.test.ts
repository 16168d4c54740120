import { expect, test } from "vitest";
import type { Message } from "../../shared/live/live-protocol.ts";
import { caughtUp, type Feed, withArrivals, withRevisions } from "./feed.ts";

const message = (id: string, revision = 0) => ({ id, revision, summary: `${id}.${revision}` }) as Message;
const feed: Feed = { messages: [message("2"), message("3", 2), message("4")], hasOlder: true, hasNewer: false };
const shown = ({ messages }: Feed) => messages.map(({ summary }) => summary);

test("a message that changed is shown as it is now, where it stands", () => {
  expect(shown(withRevisions(feed, [message("2", 1)]))).toEqual(["2.1", "3.2", "4.0"]);
});

test("one that is not at hand is left out: it comes as it is when it is read", () => {
  expect(withRevisions(feed, [message("1", 1), message("5", 1)])).toBe(feed);
});

test("what comes late changes nothing", () => {
  expect(withRevisions(feed, [message("3", 1), message("3", 2)])).toBe(feed);
});

test("a page that is read again brings what changed meanwhile, wherever the reader is", () => {
  const page = { items: [message("4", 3)], nextCursor: "more" };
  for (const following of [true, false]) expect(shown(caughtUp(feed, page, following))).toEqual(["2.0", "3.2", "4.3"]);
  const arrivals = [message("4", 3), message("5")];
  for (const following of [true, false])
    expect(shown(withArrivals(feed, arrivals, { gap: false, following }))).toEqual(["2.0", "3.2", "4.3", "5.0"]);
});
