import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CallHandler } from "./calls.ts";
import { type Conversation, createConversation } from "./conversation.ts";

const ORIGIN = "https://app.contoso.com";

/** A window that keeps what it is sent. */
function createPeer() {
  const sent: { readonly message: unknown; readonly origin: string }[] = [];
  return { sent, postMessage: (message: unknown, origin: string) => void sent.push({ message, origin }) };
}

const peer = { current: createPeer() };
const onForeignOrigin = vi.fn();
const onFlood = vi.fn();
const unknown = vi.fn<CallHandler>(() => undefined);

function start(calls: Record<string, CallHandler>): Conversation {
  return createConversation({
    peer: () => peer.current,
    accepts: (origin) => origin === ORIGIN,
    calls: new Map(Object.entries(calls)),
    unknown,
    onForeignOrigin,
    onFlood,
  });
}

function message(func: string, more: Record<string, unknown> = {}, origin = ORIGIN) {
  return { source: peer.current, origin, data: { id: 1, func, args: [], ...more } };
}

const reported = vi.fn();

beforeEach(() => {
  peer.current = createPeer();
  vi.clearAllMocks();
  vi.stubGlobal("reportError", reported);
});
afterEach(() => vi.unstubAllGlobals());

test("answers the window that asked, at the origin that asked", () => {
  const conversation = start({ getContext: () => [{ locale: "en" }] });
  expect(conversation.receive(message("getContext", { uuidAsString: "u" }))).toBe(true);
  expect(peer.current.sent).toEqual([
    { message: { id: 1, uuidAsString: "u", args: [{ locale: "en" }] }, origin: ORIGIN },
  ]);
});

test("leaves messages of other windows to others", () => {
  const conversation = start({});
  expect(conversation.receive({ ...message("getContext"), source: createPeer() })).toBe(false);
  expect(conversation.receive({ ...message("getContext"), source: null })).toBe(false);
});

test("does not read what comes from a foreign origin, and reports each origin once, up to a limit", () => {
  const conversation = start({});
  for (let index = 0; index < 30; index++) {
    const spy = {
      source: peer.current,
      origin: `https://evil${index % 15}.com`,
      get data(): never {
        throw new Error("read");
      },
    };
    expect(conversation.receive(spy)).toBe(true);
  }
  expect(onForeignOrigin).toHaveBeenCalledTimes(10);
  expect(peer.current.sent).toEqual([]);
});

test("raises events only where a page has said initialize", () => {
  const conversation = start({ initialize: () => ["settings", "web"] });
  expect(conversation.post("themeChange", ["dark"])).toBe(false);
  conversation.receive(message("initialize"));
  expect(conversation.post("themeChange", ["dark"])).toBe(true);
  expect(peer.current.sent.at(-1)).toEqual({ message: { func: "themeChange", args: ["dark"] }, origin: ORIGIN });
});

test("drops what exceeds the limit unread, and says so once", () => {
  let handled = 0;
  const conversation = start({ count: () => [++handled] });
  for (let index = 0; index < 5000; index++) conversation.receive(message("count"));
  expect(handled).toBeGreaterThanOrEqual(500);
  expect(handled).toBeLessThan(1000);
  expect(onFlood).toHaveBeenCalled();
});

test("refuses more requests than may wait, and waits for those it took", async () => {
  const { promise, resolve } = Promise.withResolvers<readonly unknown[]>();
  const wait = vi.fn(() => promise);
  const conversation = start({ executeDeepLink: wait });
  for (let id = 0; id < 100; id++) conversation.receive(message("executeDeepLink", { id }));
  expect(wait).toHaveBeenCalledTimes(64);
  expect(peer.current.sent).toHaveLength(36);
  expect(peer.current.sent[0]).toMatchObject({ message: { args: [false, expect.stringContaining("Too many")] } });
  resolve([true]);
  await conversation.settled();
  expect(peer.current.sent).toHaveLength(100);
});

test("a handler that fails is reported, and the page is told", async () => {
  const conversation = start({
    executeDeepLink: () => {
      throw new Error("now");
    },
    navigateBack: () => Promise.reject(new Error("later")),
  });
  conversation.receive(message("executeDeepLink"));
  conversation.receive(message("navigateBack"));
  await conversation.settled();
  expect(reported).toHaveBeenCalledTimes(2);
  expect(peer.current.sent).toMatchObject([
    { message: { args: [false, "The host failed to answer."] } },
    { message: { args: [false, "The host failed to answer."] } },
  ]);
});

test("knows the generation of the SDK from its initialize", () => {
  const conversation = start({ initialize: (call) => [call.generation] });
  const generations: [unknown[], number][] = [
    [["1.5.2"], 1],
    [["1.13.1"], 1],
    [[], 1],
    [["2.0.0-beta.2"], 2],
    [["2.58.0", 4], 2],
    [["next", 4], 2],
  ];
  for (const [args, generation] of generations) {
    conversation.receive(message("initialize", { args }));
    expect(peer.current.sent.at(-1)).toMatchObject({ message: { args: [generation] } });
  }
});

test("survives whatever a page can send", () => {
  const conversation = start({ initialize: () => ["settings", "web"] });
  fc.assert(
    fc.property(fc.anything(), fc.string(), (data, origin) => {
      expect(conversation.receive({ source: peer.current, origin: origin || ORIGIN, data })).toBe(true);
      expect(conversation.receive({ source: peer.current, origin: ORIGIN, data })).toBe(true);
    }),
  );
});
