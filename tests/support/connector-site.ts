import { readFileSync } from "node:fs";
import {
  createServer as createHttpServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { selfSigned } from "../../packages/host/src/testing/certificate.ts";

const require = createRequire(import.meta.url);

/** The SDK files exactly as npm has them. */
const sdkFiles = { "1.5.2": "teams-js-1.5", "1.13.1": "teams-js-1.13", "2.58.0": "teams-js-2" } as const;
export type SdkVersion = keyof typeof sdkFiles;

/** A configuration page as shipped connectors have it: choose, save, show the webhook that one was given. */
const page = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Configuration</title><script src="/sdk.js"></script></head>
  <body>
    <main>
      <h1>Configuration</h1>
      <label><input type="checkbox" id="choose" /> Everything</label>
      <p>On load: <output id="early"></output></p>
      <p>On save: <output id="given"></output></p>
    </main>
    <script>
      const choose = document.getElementById("choose");
      const show = (id, text) => { document.getElementById(id).textContent = text ?? "nothing"; };
      const settings = { entityId: "everything", configName: "Everything", contentUrl: location.href, removeUrl: location.href };
      const { app, pages } = microsoftTeams;
      if (app?.initialize) {
        app.initialize().then(async () => {
          show("early", (await pages.getConfig()).webhookUrl);
          choose.addEventListener("change", () => pages.config.setValidityState(choose.checked));
          pages.config.registerOnSaveHandler(async (save) => {
            await pages.config.setConfig(settings);
            show("given", save.result.webhookUrl);
            save.notifySuccess();
          });
        });
      } else {
        microsoftTeams.initialize();
        microsoftTeams.settings.getSettings((known) => show("early", known.webhookUrl));
        choose.addEventListener("change", () => microsoftTeams.settings.setValidityState(choose.checked));
        microsoftTeams.settings.registerOnSaveHandler((save) => {
          microsoftTeams.settings.setSettings(settings);
          show("given", save.result.webhookUrl);
          save.notifySuccess();
        });
      }
    </script>
  </body>
</html>`;

/** One TLS port for many names: Parvis under the name that the SDKs accept, and configuration pages under all others. */
export interface ConnectorSite {
  readonly port: number;
  /** The SDK that pages load from now on. */
  sdk: SdkVersion;
  /** Hosts whose pages were asked for. */
  readonly asked: Set<string>;
  close(): Promise<void>;
}

/** Passes a request on as a reverse proxy does, streams included. */
function passOn(target: string, request: IncomingMessage, response: ServerResponse): void {
  const { hostname, port } = new URL(target);
  const { url, method, headers } = request;
  const outgoing = httpRequest({ hostname, port, path: url, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on("error", () => response.destroy());
  response.on("close", () => outgoing.destroy());
  request.pipe(outgoing);
}

/** The file of an SDK, as npm has it. */
export function sdkFile(version: SdkVersion): Buffer {
  return readFileSync(require.resolve(sdkFiles[version]));
}

/** Answers requests to a publisher's host. */
export type Publisher = (host: string, request: IncomingMessage, response: ServerResponse) => void;

/**
 * @param parvis where Parvis listens. @param name under which the browser is to find it, and names under it.
 * @param publisher answers for all other names, instead of the page above.
 */
export async function startConnectorSite(parvis: string, name: string, publisher?: Publisher): Promise<ConnectorSite> {
  const asked = new Set<string>();
  const site = { sdk: "2.58.0" as SdkVersion };
  const server = createHttpsServer(selfSigned(name), (request, response) => {
    const host = request.headers.host?.split(":")[0] ?? "";
    if (host === name || host.endsWith(`.${name}`)) return passOn(parvis, request, response);
    asked.add(host);
    if (publisher !== undefined) return publisher(host, request, response);
    const script = request.url === "/sdk.js";
    response.writeHead(200, {
      "Content-Type": script ? "text/javascript" : "text/html; charset=utf-8",
      "Cache-Control": "no-store",
    });
    response.end(script ? sdkFile(site.sdk) : page);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return Object.assign(site, {
    port: (server.address() as AddressInfo).port,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  });
}

/** Serves a Fetch handler, such as an example's, on a free port of this machine. */
export async function serveExample(
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<{ url: string; close: () => Promise<void> }> {
  const { getRequestListener } = await import("@hono/node-server");
  const server = createHttpServer(getRequestListener(fetch));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
