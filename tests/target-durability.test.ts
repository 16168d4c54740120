import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { mailServer } from "../apps/server/src/testing/mail-server.ts";
import { until } from "../apps/server/src/testing/until.ts";
import { ParvisProcess } from "../tools/parvis-process.ts";

const kills = 20;
/** Cards that every webhook must have had accepted before the next kill. */
const cardsARound = 6;
const closes: (() => Promise<unknown> | unknown)[] = [];

afterEach(async () => {
  for (const close of closes.splice(0).reverse()) await close();
});

/** A receiver of relays: the ids of cards by path, in the order they came, each time they came. */
async function receiver() {
  const received = new Map<string, string[]>();
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => {
      const path = request.url ?? "";
      const ids = received.get(path) ?? [];
      received.set(path, ids);
      ids.push(String(request.headers["webhook-id"]));
      response.end("ok");
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  closes.push(() => new Promise((closed) => server.close(closed)));
  closes.push(() => server.closeAllConnections());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, at: (path: string) => received.get(path) ?? [] };
}

/** One sender that posts a card after another; ids of those that were answered `1`. */
function keepPosting(webhookUrl: string) {
  const acknowledged: string[] = [];
  let running = true;
  const done = (async () => {
    while (running) {
      const answer = await fetch(webhookUrl, { method: "POST", body: `{"text":"card"}` }).catch(() => undefined);
      const text = await answer?.text().catch(() => "");
      if (answer?.status === 200 && text === "1") acknowledged.push(answer.headers.get("request-id") ?? "");
      else await sleep(20);
    }
  })();
  return {
    acknowledged,
    end: async () => {
      running = false;
      await done;
    },
  };
}

/** Of ids that may have come twice, each the first time. */
const firstTimes = (ids: readonly string[]) => [...new Set(ids)];

test(`through ${kills} times kill -9, every accepted card reaches every target, in order, and is in the channel once`, async () => {
  const [relays, mails] = [await receiver(), await mailServer()];
  closes.push(async () => await mails.stop());
  const parvis = await ParvisProcess.start({
    environment: { PARVIS_SMTP_URL: mails.url, PARVIS_PRIVATE_TARGETS: "127.0.0.1" },
  });
  closes.push(async () => await parvis.dispose());
  const { items } = await parvis.call<{ items: { channels: { id: string; displayName: string }[] }[] }>(
    "GET",
    "/api/teams",
  );
  const channelId = items[0]?.channels.find(({ displayName }) => displayName === "Alerts")?.id ?? "";

  async function webhook(path: string, body: object, targets: object[]): Promise<string> {
    const made = await parvis.call<{ id: string; webhookUrl: string }>("POST", path, {
      name: "Durable",
      rateLimits: [],
      ...body,
    });
    for (const target of targets) await parvis.call("POST", `/api/connectors/${made.id}/targets`, target);
    return made.webhookUrl;
  }
  const inChannel = `/api/channels/${channelId}/webhooks`;
  const relay = (name: string) => ({ kind: "relay", format: "json", url: `${relays.url}/${name}` });
  const posting = {
    channelOnly: keepPosting(await webhook(inChannel, {}, [])),
    relayed: keepPosting(await webhook(inChannel, {}, [relay("one"), relay("two")])),
    mailed: keepPosting(await webhook(inChannel, {}, [{ kind: "mail" }])),
    both: keepPosting(await webhook(inChannel, {}, [relay("three"), { kind: "mail", address: "megan@contoso.test" }])),
    mailbox: keepPosting(await webhook("/api/mail-webhooks", {}, [relay("four")])),
  };
  const all = Object.values(posting);

  for (let kill = 1; kill <= kills; kill++) {
    const before = all.map(({ acknowledged }) => acknowledged.length);
    await until(() =>
      all.every(({ acknowledged }, index) => acknowledged.length >= (before[index] ?? 0) + cardsARound),
    );
    await parvis.end("SIGKILL");
    await parvis.start();
  }
  await Promise.all(all.map(async ({ end }) => await end()));

  const { channelOnly, relayed, mailed, both, mailbox } = posting;
  const inMail = (address: string) =>
    mails.received
      .filter(({ to }) => to.includes(address))
      .map(({ email }) => /^<([0-9a-f-]{36})\./.exec(email.messageId ?? "")?.[1] ?? "");
  const expected: [string, readonly string[], () => readonly string[]][] = [
    ["relay one", relayed.acknowledged, () => relays.at("/one")],
    ["relay two", relayed.acknowledged, () => relays.at("/two")],
    ["relay three", both.acknowledged, () => relays.at("/three")],
    ["relay four, of a mailbox", mailbox.acknowledged, () => relays.at("/four")],
    ["a second mailbox", both.acknowledged, () => inMail("megan@contoso.test")],
    ["the owner's mailbox", [...mailed.acknowledged, ...mailbox.acknowledged], () => inMail("ada@contoso.test")],
  ];
  for (const [name, sent, got] of expected) {
    await until(() => sent.every((id) => got().includes(id))).catch(() => undefined);
    const came = new Set(got());
    expect(
      sent.filter((id) => !came.has(id)),
      `cards that ${name} did not get`,
    ).toEqual([]);
  }
  // In the order they were accepted: ids begin with the time.
  for (const path of ["/one", "/two", "/three", "/four"]) {
    const ids = firstTimes(relays.at(path));
    expect(ids).toEqual(ids.toSorted());
  }
  const shown = (await parvis.messages(channelId)).map(({ id }) => id);
  expect(new Set(shown).size).toBe(shown.length);
  const posted = [channelOnly, relayed, mailed, both].flatMap(({ acknowledged }) => acknowledged);
  expect(posted.filter((id) => !shown.includes(id))).toEqual([]);
  expect(mailbox.acknowledged.filter((id) => shown.includes(id))).toEqual([]);
  process.stdout.write(
    `${posted.length + mailbox.acknowledged.length} cards; deliveries that came twice: ${["/one", "/two", "/three", "/four"].reduce((sum, path) => sum + relays.at(path).length - firstTimes(relays.at(path)).length, 0)} of relays\n`,
  );
}, 600_000);
