import { createServer, request as httpRequest, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, configuredConnector, contoso } from "../testing/contoso.ts";
import { connectorManifest } from "../testing/packages.ts";
import { TestPerson } from "../testing/test-server.ts";

let place: Contoso;
let publisher: Server;
let port: number;
/** What the publisher's server was asked last. */
let asked: IncomingMessage & { body?: string };

/** The publisher's own server: it answers as its path says. */
beforeAll(async () => {
  publisher = createServer(async (request, response) => {
    asked = request;
    asked.body = await text(request);
    const url = new URL(request.url ?? "/", `http://localhost:${port}`);
    const headers: Record<string, string | string[]> = {
      "Content-Type": "text/html",
      "X-Frame-Options": "DENY",
      "Content-Security-Policy": `default-src 'none'; script-src http://localhost:${port}; frame-ancestors https://teams.microsoft.com`,
      "Clear-Site-Data": '"cookies"',
      "Access-Control-Allow-Origin": "*",
      "X-Own": "kept",
    };
    if (url.pathname === "/cookie") {
      headers["Set-Cookie"] = [
        "sid=secret-1; HttpOnly; Path=/",
        "xsrf=readable; Path=/; Domain=localhost",
        "foreign=1; Domain=other.example",
      ];
    }
    const to = url.searchParams.get("to");
    if (to !== null) headers.Location = to;
    response.writeHead(to === null ? 200 : 302, headers);
    response.end(`<p>${url.pathname}</p>`);
  });
  await new Promise<void>((listening) => publisher.listen(0, "127.0.0.1", listening));
  port = (publisher.address() as AddressInfo).port;
  place = await contoso();
});
afterAll(async () => {
  publisher.close();
  await place.server.dispose();
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Asks an app's origin as a browser does: the name stands in the Host header. */
async function ask(address: string, headers: Record<string, string> = {}, method = "GET", body = ""): Promise<Answer> {
  const url = new URL(address);
  const { port: at } = new URL(place.server.url);
  const outgoing = httpRequest({
    host: "127.0.0.1",
    port: at,
    method,
    path: url.pathname + url.search,
    headers: { Host: url.host, ...headers },
  });
  outgoing.end(body);
  const answer = await new Promise<IncomingMessage>((answered, failed) => {
    outgoing.once("response", answered);
    outgoing.once("error", failed);
  });
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
}

const inFrame = { "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe", "Sec-Fetch-Site": "cross-site" };
const ofPage = { "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty", "Sec-Fetch-Site": "same-origin" };
const inWindow = { "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document", "Sec-Fetch-Site": "same-origin" };

interface Opened {
  readonly address: string;
  readonly origin: string;
  readonly upstream: string;
}

/** A connector whose page is on the publisher's server, shown through Parvis. */
async function legacyApp() {
  const manifest = connectorManifest({
    connectors: [
      {
        connectorId: "8c1f1d6e-3a0f-4a0e-9c57-2a7f3f1d9b01",
        configurationUrl: `http://localhost:${port}/configure`,
        scopes: ["team"],
      },
    ],
    validDomains: [`localhost:${port}`, `127.0.0.1:${port}`],
  });
  const made = await configuredConnector(place, manifest);
  const switched = await place.ada.call("PUT", `/api/apps/${made.appId}/embedding`, { mode: "legacy" });
  expect([switched.status, switched.body.mode, switched.body.available]).toEqual([200, "legacy", true]);
  return made;
}

async function open(configurationId: string, url: string, person = place.megan) {
  return await person.call<Opened & { code?: string }>("POST", `/api/connectors/${configurationId}/page`, { url });
}

/** Opens a page in a frame. @returns the cookie of the app's origin */
async function enter(configurationId: string, url = `http://localhost:${port}/configure`) {
  const opened = await open(configurationId, url);
  expect(opened.status).toBe(201);
  const entered = await ask(opened.body.address, inFrame);
  expect(entered.status).toBe(302);
  const cookie = entered.headers["set-cookie"]?.[0] ?? "";
  return { ...opened.body, cookie: cookie.split(";")[0] ?? "", entered, setCookie: cookie };
}

describe("legacy embedding", () => {
  test("is off until an administrator switches it on, for one app", async () => {
    const { appId, configurationId } = await configuredConnector(place);
    expect((await open(configurationId, "https://connector.fabrikam.example/configure")).body.code).toBe(
      "embedding/not-switched-on",
    );
    const path = `/api/apps/${appId}/embedding`;
    expect((await place.megan.call("GET", path)).body).toMatchObject({ mode: "direct", setBy: null });
    expect((await place.megan.call("PUT", path, { mode: "legacy" })).status).toBe(403);
    const nobody = "/api/apps/99999999-9999-4999-8999-999999999999/embedding";
    expect((await place.ada.call("PUT", nobody, { mode: "legacy" })).status).toBe(404);
  });

  test("gives the app an origin of its own, with a session by a ticket that works once", async () => {
    const { appId, configurationId } = await legacyApp();
    const { origin, address, cookie, setCookie, entered } = await enter(configurationId);
    const parvis = new URL(place.server.url);
    expect(origin).toBe(`http://${appId}.localhost:${parvis.port}`);
    expect(entered.headers.location).toBe(`${origin}/.parvis/shim#${encodeURIComponent(`${origin}/configure`)}`);
    expect(setCookie).toMatch(/HttpOnly; Path=\/; Max-Age=43200; Secure; SameSite=None; Partitioned$/);
    expect((await ask(address, inFrame)).status).toBe(401);
    const shim = await ask(`${origin}/.parvis/shim`, { ...inFrame, Cookie: cookie });
    expect(shim.status).toBe(200);
    expect(shim.body).toContain(`data-parent="${parvis.origin}"`);
    expect(shim.headers["content-security-policy"]).toContain(`frame-ancestors ${parvis.origin}`);
    expect((await ask(`${origin}/.parvis/shim.js`)).body).toContain("postMessage");
  });

  test("serves nothing else there, and nothing of the app elsewhere", async () => {
    const { configurationId } = await legacyApp();
    const other = await legacyApp();
    const { origin, cookie } = await enter(configurationId);
    for (const path of ["/api/session", "/webhookb2/a@b/IncomingWebhook/c/d", "/healthz", "/"]) {
      const answer = await ask(origin + path, { ...ofPage, Cookie: cookie });
      expect([answer.status, answer.body]).toEqual([200, `<p>${path}</p>`]);
    }
    const otherOrigin = origin.replace(/[0-9a-f-]{36}/, other.appId);
    expect((await ask(`${otherOrigin}/configure`, { ...inFrame, Cookie: cookie })).status).toBe(401);
    expect((await ask(`${origin}/configure`, inFrame)).status).toBe(401);
    expect((await ask(`${origin}/configure`, { ...inFrame, Cookie: place.ada.cookie })).status).toBe(401);
    expect((await ask(`${origin}/.parvis/other`, { ...ofPage, Cookie: cookie })).status).toBe(404);
  });

  test("passes requests on as the page's own server would get them", async () => {
    const { configurationId } = await legacyApp();
    const { origin, cookie } = await enter(configurationId);
    const headers = {
      ...ofPage,
      Cookie: `${cookie}; own=planted`,
      Origin: origin,
      Referer: `${origin}/configure?x=1`,
      "X-Forwarded-For": "10.0.0.1",
      "Content-Type": "application/json",
      "X-Requested-With": "fetch",
    };
    const answer = await ask(`${origin}/api/items?q=1`, headers, "POST", '{"a":1}');
    expect(answer.status).toBe(200);
    expect([asked.method, asked.url, asked.body]).toEqual(["POST", "/api/items?q=1", '{"a":1}']);
    expect(asked.headers).toMatchObject({
      host: `localhost:${port}`,
      origin: `http://localhost:${port}`,
      referer: `http://localhost:${port}/configure?x=1`,
      "x-requested-with": "fetch",
    });
    expect(asked.headers.cookie).toBeUndefined();
    expect(asked.headers["x-forwarded-for"]).toBeUndefined();
  });

  test("replaces who may frame the page, and keeps its other policies", async () => {
    const { configurationId } = await legacyApp();
    const { origin, cookie } = await enter(configurationId);
    const { headers } = await ask(`${origin}/configure`, {
      ...inFrame,
      "Sec-Fetch-Site": "same-origin",
      Cookie: cookie,
    });
    expect(headers["x-frame-options"]).toBeUndefined();
    expect(headers["content-security-policy"]).toBe(
      `default-src 'none'; script-src http://localhost:${port} 'self', frame-ancestors 'self' ${place.server.url}`,
    );
    expect(headers["clear-site-data"]).toBeUndefined();
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    expect(headers["x-own"]).toBe("kept");
  });

  test("keeps cookies for one person and app, on our side", async () => {
    const { configurationId } = await legacyApp();
    const { origin, cookie } = await enter(configurationId);
    const set = await ask(`${origin}/cookie`, { ...ofPage, Cookie: cookie });
    const given = set.headers["set-cookie"] ?? [];
    expect(given).toHaveLength(1);
    expect(given[0]).toMatch(/^xsrf=readable; Path=\/; Secure; SameSite=None; Partitioned$/);
    await ask(`${origin}/configure`, { ...ofPage, Cookie: cookie });
    expect(asked.headers.cookie?.split("; ").sort()).toEqual(["sid=secret-1", "xsrf=readable"]);
    // Again in another dialog, and not for anybody else.
    const again = await enter(configurationId);
    await ask(`${origin}/configure`, { ...ofPage, Cookie: again.cookie });
    expect(asked.headers.cookie).toContain("sid=secret-1");
    const adas = await open(configurationId, `http://localhost:${port}/configure`, place.ada);
    const entered = await ask(adas.body.address, inFrame);
    await ask(`${origin}/configure`, { ...ofPage, Cookie: entered.headers["set-cookie"]?.[0]?.split(";")[0] ?? "" });
    expect(asked.headers.cookie).toBeUndefined();
  });

  test("follows redirects inside the app's hosts, each under a name of its own, and lets others go", async () => {
    const { configurationId, appId } = await legacyApp();
    const { origin, cookie } = await enter(configurationId);
    const moved = async (to: string, headers = inFrame) => {
      const asPage = { ...headers, "Sec-Fetch-Site": "same-origin", Cookie: cookie };
      return (await ask(`${origin}/go?to=${encodeURIComponent(to)}`, asPage)).headers.location;
    };
    expect(await moved("/next?x=1#y")).toBe(`${origin}/next?x=1#y`);
    expect(await moved(`http://localhost:${port}//evil.example/`)).toBe(`${origin}//evil.example/`);
    expect(await moved("https://login.example/")).toBe("https://login.example/");
    const other = (await moved(`http://127.0.0.1:${port}/signed-in`)) ?? "";
    expect(new URL(other).hostname).toMatch(new RegExp(`^${appId}-[0-9a-f]{10}\\.localhost$`));
    const entered = await ask(other, inFrame);
    const next = entered.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
    const shim = await ask(`${new URL(other).origin}/.parvis/shim`, { ...inFrame, Cookie: next });
    expect(shim.body).toContain(`data-parent="${origin}"`);
    await ask(`${new URL(other).origin}/signed-in`, { ...ofPage, Cookie: next });
    expect([asked.headers.host, asked.url]).toEqual([`127.0.0.1:${port}`, "/signed-in"]);
  });

  test("opens windows of the page by way of the client's session, and only for who has the page open", async () => {
    const { configurationId, appId } = await legacyApp();
    const { origin } = await enter(configurationId);
    const sent = await ask(`${origin}/sign-in?x=1`, inWindow);
    expect([sent.status, sent.headers.location]).toEqual([
      302,
      `${place.server.url}/embed/apps/${appId}?to=${encodeURIComponent("/sign-in?x=1")}`,
    ]);
    const path = `/embed/apps/${appId}?to=${encodeURIComponent("/sign-in?x=1")}`;
    const back = await fetch(place.server.url + path, { headers: { Cookie: place.megan.cookie }, redirect: "manual" });
    expect(back.status).toBe(302);
    const entered = await ask(back.headers.get("location") ?? "", inWindow);
    expect(entered.headers.location).toBe(`${origin}/sign-in?x=1`);
    const stranger = await fetch(place.server.url + path, {
      headers: { Cookie: place.alex.cookie },
      redirect: "manual",
    });
    expect(stranger.status).toBe(404);
    const evil = `/embed/apps/${appId}?to=${encodeURIComponent("//evil.example/")}`;
    const led = await fetch(place.server.url + evil, { headers: { Cookie: place.megan.cookie }, redirect: "manual" });
    expect(led.status).toBe(404);
  });

  test("takes requests only from the page itself", async () => {
    const { configurationId } = await legacyApp();
    const { origin, cookie } = await enter(configurationId);
    const from = async (headers: Record<string, string>, method = "GET") =>
      (await ask(`${origin}/configure`, { Cookie: cookie, ...headers }, method)).status;
    expect(await from({ "Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors" })).toBe(403);
    expect(await from({ "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" })).toBe(403);
    expect(await from({ "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate" }, "POST")).toBe(403);
    expect(await from({ Origin: "https://evil.example" }, "POST")).toBe(403);
    expect(await from({ ...ofPage, "Service-Worker": "script" })).toBe(403);
  });

  test("shows pages of the app's hosts only, to those who see the channel", async () => {
    const { configurationId } = await legacyApp();
    for (const url of [`http://localhost:${port + 1}/`, "https://evil.example/", "file:///etc/passwd", "nothing"]) {
      expect((await open(configurationId, url)).body.code).toBe("embedding/not-a-page");
    }
    const outsider = await open(configurationId, `http://localhost:${port}/configure`, place.alex);
    expect(outsider.status).toBe(404);
  });

  test("ends with the switch at once, and with signing out", async () => {
    const { appId, configurationId } = await legacyApp();
    const { origin, cookie } = await enter(configurationId);
    const status = async () => (await ask(`${origin}/configure`, { ...ofPage, Cookie: cookie })).status;
    expect(await status()).toBe(200);
    await place.ada.call("PUT", `/api/apps/${appId}/embedding`, { mode: "direct" });
    expect(await status()).toBe(401);
    await place.ada.call("PUT", `/api/apps/${appId}/embedding`, { mode: "legacy" });
    expect(await status()).toBe(401);

    const leaving = await TestPerson.signedIn(place.server.url, "megan@contoso.test", "correct-horse-2");
    const opened = await open(configurationId, `http://localhost:${port}/configure`, leaving);
    const entered = await ask(opened.body.address, inFrame);
    const headers = { ...ofPage, Cookie: entered.headers["set-cookie"]?.[0]?.split(";")[0] ?? "" };
    expect((await ask(`${origin}/configure`, headers)).status).toBe(200);
    await leaving.call("DELETE", "/api/session");
    expect((await ask(`${origin}/configure`, headers)).status).toBe(401);
  });
});
