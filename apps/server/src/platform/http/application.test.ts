import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestServer, testServer } from "../../testing/test-server.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(async () => await server.dispose());

const get = async (path: string) => await fetch(server.url + path);

test("says that it lives, that it can work, and what it does", async () => {
  expect(await (await get("/healthz")).json()).toEqual({ status: "ok" });
  expect(await (await get("/readyz")).json()).toEqual({ status: "ok", checks: { database: "ok", bus: "ok" } });
  const metrics = await (await get("/metrics")).text();
  for (const name of ["parvis_http_request_seconds", "parvis_ingest_batch_messages", "process_resident_memory_bytes"])
    expect(metrics).toContain(name);
});

test("gives every answer a request id, and errors show it", async () => {
  const answer = await get("/api/nothing");
  const body = (await answer.json()) as { requestId: string; code: string };
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  expect(body).toMatchObject({ code: "request/not-found", requestId: answer.headers.get("request-id") });
});

test("describes its API, and every route in it answers", async () => {
  const document = (await (await get("/api/openapi.json")).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { summary?: string }>>;
  };
  expect(document.openapi).toBe("3.1.0");
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { summary }] of Object.entries(methods)) {
      expect(summary, `${method} ${path}`).toBeTruthy();
      const answer = await fetch(
        `${server.url}/api${path.replaceAll(/\{\w+\}/g, "11111111-1111-4111-8111-111111111111")}`,
        { method: method.toUpperCase() },
      );
      expect(answer.status, `${method} ${path}`).not.toBe(404);
      await answer.body?.cancel();
    }
  }
  expect(await (await get("/api/docs")).text()).toContain("POST</span>");
});

test("does not answer malformed JSON with a fault of its own", async () => {
  const answer = await fetch(`${server.url}/api/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: "{",
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: "request/invalid" });
});

test("keeps its own documents out of foreign frames and scripts out of them", async () => {
  const policy = (await get("/")).headers.get("content-security-policy") ?? "";
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain("unsafe-eval");
});

test("shows its documentation: guides, reference, and the rules that findings link to", async () => {
  for (const path of [
    "/docs",
    "/docs/guides/embedded-pages",
    "/docs/reference/configuration",
    "/docs/rules/icon/color-size",
    "/docs/rules",
  ]) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(await answer.text()).toContain("<h1>");
  }
  expect(await (await get("/docs")).text()).toContain('href="/docs/guides/senders"');
  for (const path of ["/docs/nothing", "/docs/..%2f..%2fpackage", "/docs/guides/embedded-pages.md"]) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(await answer.text()).toContain("No such page");
  }
});
