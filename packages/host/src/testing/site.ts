import { readFile } from "node:fs/promises";
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { createRequire, stripTypeScriptTypes } from "node:module";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { selfSigned } from "./certificate.ts";

/** The published SDK files, as apps load them. */
export const SDK_FILES = {
  "1.5.2": "teams-js-1.5",
  "1.13.1": "teams-js-1.13",
  "2.58.0": "teams-js-2",
} as const;

export type SdkVersion = keyof typeof SDK_FILES;

/** One site under many names: every host name that the browser is told to map here serves the same pages. */
export interface Site {
  readonly httpPort: number;
  readonly httpsPort: number;
  close(): Promise<void>;
}

const SOURCE_FOLDER = new URL("../", import.meta.url);
const require = createRequire(import.meta.url);

function page(...scripts: readonly string[]): string {
  return `<!doctype html><meta charset="utf-8"><title>page</title><body>${scripts.join("")}</body>`;
}

function module(path: string): string {
  return `<script type="module" src="/src/${path}"></script>`;
}

/** Scripts do not change while tests run, and browsers cache none of them behind a certificate they were told to ignore. */
const scripts = new Map<string, Promise<string>>();

async function loadScript(path: string): Promise<string> {
  const [folder, ...rest] = path.split("/").slice(1);
  if (folder === "sdk") {
    const name = Object.entries(SDK_FILES).find(([version]) => version === rest[0])?.[1];
    return readFile(require.resolve(name ?? "no such SDK"), "utf8");
  }
  // Sources go to the browser as they are, minus their types: no bundler stands between the tests and the code.
  return stripTypeScriptTypes(await readFile(fileURLToPath(new URL(rest.join("/"), SOURCE_FOLDER)), "utf8"));
}

async function respond(url: URL): Promise<{ type: string; body: string } | undefined> {
  const [, folder] = url.pathname.split("/");
  if (folder === "src" || folder === "sdk") {
    const script = scripts.get(url.pathname) ?? loadScript(url.pathname);
    scripts.set(url.pathname, script);
    return { type: "text/javascript", body: await script };
  }
  const sdk = `<script src="/sdk/${url.searchParams.get("sdk")}"></script>`;
  const pages: Record<string, string> = {
    host: page(module("testing/host-page.ts")),
    app: page(sdk, '<button id="act">Act</button>', module("testing/app-page.ts")),
    popup: page(sdk, module("testing/popup-page.ts")),
    blank: page(),
  };
  const body = folder !== undefined && Object.hasOwn(pages, folder) ? pages[folder] : undefined;
  return body === undefined ? undefined : { type: "text/html", body };
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const found = await respond(new URL(request.url ?? "/", "http://site")).catch(() => undefined);
  response.writeHead(found ? 200 : 404, { "content-type": `${found?.type ?? "text/plain"}; charset=utf-8` });
  response.end(found?.body ?? "not found");
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

export async function startSite(): Promise<Site> {
  const answer = (request: IncomingMessage, response: ServerResponse): void => void handle(request, response);
  const http = createHttpServer(answer);
  const https = createHttpsServer(selfSigned("parvis.test"), answer);
  const [httpPort, httpsPort] = await Promise.all([listen(http), listen(https)]);
  return {
    httpPort,
    httpsPort,
    async close() {
      await Promise.all([close(http), close(https)]);
    },
  };
}
