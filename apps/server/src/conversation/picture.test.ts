import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../platform/identifiers.ts";
import { type Contoso, configuredConnector, contoso, post } from "../testing/contoso.ts";
import { colorIcon } from "../testing/packages.ts";
import { startTarget, type Target } from "../testing/target.ts";
import type { TestPerson } from "../testing/test-server.ts";
import { freshForMilliseconds, pictureType } from "./picture.rules.ts";

let place: Contoso;
let host: Target;
let webhookUrl: string;

beforeAll(async () => {
  [place, host] = await Promise.all([contoso(), startTarget()]);
  ({ webhookUrl } = await configuredConnector(place));
});
afterAll(async () => {
  await place?.server.dispose();
  await host?.close();
});
beforeEach(() => {
  host.received.length = 0;
  host.reply = { headers: { "Content-Type": "text/html" }, body: colorIcon };
});

/** Posts a card with pictures. @returns its message's id and their addresses */
async function posted(...names: string[]): Promise<{ id: string; addresses: string[] }> {
  const addresses = names.map((name) => (name.includes(":") ? name : `${host.url}/${newId()}/${name}`));
  const [hero = "", ...others] = addresses;
  const card = {
    "@type": "MessageCard",
    text: others.map((address) => `![words](${address})`).join(" ") || "text",
    sections: [{ heroImage: { image: hero } }],
  };
  const answer = await post(webhookUrl, JSON.stringify(card));
  return { id: answer.headers.get("request-id") ?? "", addresses };
}

async function picture(messageId: string, address: string, person: TestPerson = place.megan, headers = {}) {
  const path = `/api/channels/${place.general.id}/messages/${messageId}/picture?url=${encodeURIComponent(address)}`;
  return await fetch(place.server.url + path, { headers: { Cookie: person.cookie, ...headers } });
}

async function query(statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: place.server.databaseUrl });
  await client.connect();
  return (await client.query(statement).finally(async () => await client.end())).rows;
}

describe("pictures of cards", () => {
  test("are fetched once for everybody, say who they are by their bytes, and can run nothing", async () => {
    const { id, addresses } = await posted("hero.png", "in-text.png");
    for (const address of addresses) {
      const [first, second] = await Promise.all([picture(id, address), picture(id, address, place.ada)]);
      for (const answer of [first, second, await picture(id, address)]) {
        expect([answer?.status, answer?.headers.get("content-type")]).toEqual([200, "image/png"]);
        expect(answer?.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
        expect(answer?.headers.get("x-content-type-options")).toBe("nosniff");
      }
    }
    expect(host.received).toHaveLength(2);
    // Nothing of a reader goes along.
    for (const { headers } of host.received) {
      expect(Object.keys(headers).toSorted()).toEqual(["accept", "connection", "host", "user-agent"]);
      expect(headers["user-agent"]).toBe("Parvis");
    }
    const etag = (await picture(id, addresses[0] ?? "")).headers.get("etag") ?? "";
    expect((await picture(id, addresses[0] ?? "", place.megan, { "If-None-Match": etag })).status).toBe(304);
  });

  test("are those of the message alone, for those who read it", async () => {
    const { id, addresses } = await posted("hero.png");
    const [address = ""] = addresses;
    expect((await picture(id, `${address}?reader=megan`)).status).toBe(404);
    expect((await picture(id, `${host.url}/another.png`)).status).toBe(404);
    expect((await picture(newId(), address)).status).toBe(404);
    expect((await picture(id, address, place.alex)).status).toBe(404);
    expect((await fetch((await picture(id, address)).url)).status).toBe(401);
    expect(host.received).toHaveLength(1);
  });

  test.each([
    [
      "SVG",
      { headers: { "Content-Type": "image/svg+xml" }, body: '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>' },
    ],
    ["a page that says it is a picture", { headers: { "Content-Type": "image/png" }, body: "<!doctype html><p>Hello" }],
    ["nothing", { status: 404 }],
    ["too much", { body: Buffer.concat([colorIcon, Buffer.alloc(4 * 1_048_576)]) }],
    ["a hung-up line", { hangUp: true }],
    ["a way to a private place", { status: 302, headers: { Location: "http://10.0.0.1/x.png" } }],
  ])("%s is none, and is not asked for again by every reader", async (_, reply) => {
    host.reply = reply;
    const { id, addresses } = await posted("hero.png");
    const [address = ""] = addresses;
    const answer = await picture(id, address);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, "picture/not-available"]);
    await picture(id, address, place.ada);
    expect(host.received).toHaveLength(1);
  });

  test("redirects are followed, a few", async () => {
    host.reply = ({ path }) =>
      path.endsWith("moved.png") ? { body: colorIcon } : { status: 302, headers: { Location: "/moved.png" } };
    const { id, addresses } = await posted("hero.png");
    expect((await picture(id, addresses[0] ?? "")).status).toBe(200);
  });

  test.each(["http://10.0.0.1/x.png", "http://169.254.169.254/x.png", "http://[::1]/x.png"])(
    "the private address %s is not asked",
    async (address) => {
      const { id } = await posted(address);
      expect((await picture(id, address)).status).toBe(404);
    },
  );

  test("grow old: then they are asked for anew, and the one at hand stays when the host is away", async () => {
    const { id, addresses } = await posted("hero.png");
    const [address = ""] = addresses;
    await picture(id, address);
    await query("update picture set expires_at = now() - interval '1 second'");
    host.reply = { status: 500 };
    expect((await picture(id, address)).status).toBe(200);
    expect(host.received).toHaveLength(2);
    const [kept] = await query("select size, refusal from picture order by fetched_at desc limit 1");
    expect(kept).toEqual({ size: colorIcon.length, refusal: "Its host answered 500." });
  });
});

test("a picture is told by how it begins", () => {
  const bytes = (text: string) => Buffer.from(text.padEnd(16, "\0"), "latin1");
  expect(pictureType(Buffer.from(colorIcon))).toBe("image/png");
  expect(pictureType(bytes("\xff\xd8\xff\xe0"))).toBe("image/jpeg");
  expect(pictureType(bytes("GIF89a"))).toBe("image/gif");
  expect(pictureType(bytes("RIFF\0\0\0\0WEBP"))).toBe("image/webp");
  expect(pictureType(bytes("\0\0\0\x20ftypavif"))).toBe("image/avif");
  expect(pictureType(bytes("<svg "))).toBeUndefined();
  expect(pictureType(bytes("%PDF-1.7"))).toBeUndefined();
  expect(pictureType(Buffer.from("GIF89a"))).toBeUndefined();
});

test.each([
  [undefined, 24 * 60],
  ["no-store", 60],
  ["public, max-age=5", 60],
  ["max-age=7200", 120],
  ["max-age=99999999", 7 * 24 * 60],
])("Cache-Control %j keeps it for %i minutes", (header, minutes) => {
  expect(freshForMilliseconds(header)).toBe(minutes * 60_000);
});
