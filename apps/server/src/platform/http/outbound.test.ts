import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ParvisError } from "../errors.ts";
import { type Outbound, outboundRequests } from "./outbound.ts";
import { targetPolicy, wrongTargetEntries } from "./private-targets.ts";

let server: Server;
let base: string;
const seen: string[] = [];
const answers: Record<string, RequestListener> = {
  "/hello": (_, response) => response.end("hello"),
  "/large": (_, response) => response.end("x".repeat(5_000)),
  "/never": () => undefined,
  "/slow-body": (_, response) => void response.write("a little"),
  "/inside": (_, response) => response.writeHead(302, { location: "/hello" }).end(),
  "/away": (_, response) => response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data" }).end(),
  "/script": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
};

let strict: Outbound;
let allowing: Outbound;

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request.url ?? "");
    (answers[request.url ?? ""] ?? ((_, other) => other.writeHead(404).end()))(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  strict = outboundRequests([]);
  allowing = outboundRequests([`127.0.0.1:${(server.address() as AddressInfo).port}`]);
});
afterAll(async () => {
  await Promise.all([strict.close(), allowing.close()]);
  server.closeAllConnections();
  server.close();
});

const request = { method: "GET", timeoutMilliseconds: 5_000, maximumBytes: 1_000 } as const;

async function code(sent: Promise<unknown>): Promise<string> {
  const error = await sent.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ParvisError);
  return error instanceof ParvisError ? error.code : "";
}

describe("an address that is not public", () => {
  test.each([
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://10.1.2.3/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://100.64.0.1/",
    "http://[fd00::1]/",
    "http://[fe80::1]/",
    "http://[64:ff9b::a00:1]/",
    "http://224.0.0.1/",
    "http://0.0.0.0/",
    "http://2130706433/",
    "http://0x7f.1/",
    "file:///etc/passwd",
    "https://user:secret@example.com/",
    "not a url",
  ])("%s is refused", async (url) => {
    expect(await code(strict.send({ ...request, url }))).toBe("outbound/refused");
    expect(() => strict.check(url)).toThrow(ParvisError);
  });

  test("is refused behind a name too", async () => {
    const url = `http://localhost:${new URL(base).port}/hello`;
    expect(await code(strict.send({ ...request, url }))).toBe("outbound/refused");
    expect(seen).not.toContain("/hello");
  });

  test("is refused behind a redirect", async () => {
    expect(await code(allowing.send({ ...request, url: `${base}/away`, redirects: 3 }))).toBe("outbound/refused");
    expect(await code(allowing.send({ ...request, url: `${base}/script`, redirects: 3 }))).toBe("outbound/refused");
  });
});

test("reaches what the operator lists, and no other port of it by number", async () => {
  const answer = await allowing.send({ ...request, url: `${base}/hello` });
  expect([answer.status, answer.body.toString(), answer.url]).toEqual([200, "hello", `${base}/hello`]);
  const policy = targetPolicy(["*.corp.example", "jenkins:8080", "10.0.0.0/8", "[fd00::1]:99"]);
  expect(policy.namedByOperator("ci.corp.example", 443)).toBe(true);
  expect(policy.namedByOperator("corp.example.evil", 443)).toBe(false);
  expect([policy.namedByOperator("jenkins", 8080), policy.namedByOperator("jenkins", 22)]).toEqual([true, false]);
  expect([policy.mayConnect("10.9.9.9"), policy.mayConnect("192.168.0.1")]).toEqual([true, false]);
  expect(policy.namedByOperator("fd00::1", 99)).toBe(true);
});

test("reaches a private name that the operator lists with its port, and not its other ports", async () => {
  const { port } = new URL(base);
  const named = outboundRequests([`localhost:${port}`]);
  expect((await named.send({ ...request, url: `http://localhost:${port}/hello` })).status).toBe(200);
  expect(await code(named.send({ ...request, url: "http://localhost:1/" }))).toBe("outbound/refused");
  await named.close();
});

test("says which entries of the operator's list are none", () => {
  expect(wrongTargetEntries(["10.0.0.0/8", "jenkins", "http://jenkins", "a b", "10.0.0.0/99"])).toEqual([
    "http://jenkins",
    "a b",
    "10.0.0.0/99",
  ]);
});

test("follows redirects within what is allowed, and hands them over when told not to", async () => {
  const followed = await allowing.send({ ...request, url: `${base}/inside`, redirects: 1 });
  expect([followed.body.toString(), followed.url]).toEqual(["hello", `${base}/hello`]);
  const handed = await allowing.send({ ...request, url: `${base}/inside` });
  expect([handed.status, handed.headers.location]).toEqual([302, "/hello"]);
});

describe("without end there is a limit", () => {
  test.each([
    ["too much", "/large", { maximumBytes: 1_000 }],
    ["no answer", "/never", { timeoutMilliseconds: 200 }],
    ["half an answer", "/slow-body", { timeoutMilliseconds: 200 }],
  ])("%s fails", async (_, path, limits) => {
    expect(await code(allowing.send({ ...request, ...limits, url: base + path }))).toBe("outbound/failed");
  });

  test("nobody there fails", async () => {
    const closed = outboundRequests(["127.0.0.1"]);
    expect(await code(closed.send({ ...request, url: "http://127.0.0.1:1/" }))).toBe("outbound/failed");
    await closed.close();
  });
});
