import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface SendingSite {
  readonly url: string;
  /** The query strings that browsers came back with, in order, as they were written. */
  readonly came: string[];
  /** Where its link leads. */
  link: string;
  close(): Promise<void>;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** A site that sends to webhooks, with the *Connect* button that Office 365 connectors had, also in a popup. */
export async function startSendingSite(): Promise<SendingSite> {
  const came: string[] = [];
  const site = { link: "" };
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    if (pathname !== "/connected") {
      response.end(`<!doctype html><title>Pulse</title><a href="${escaped(site.link)}">Connect</a>
        <button onclick="open(document.querySelector('a').href, '', 'width=480,height=700')">In a window</button><p id="heard"></p>
        <script>onmessage = ({ data }) => { document.getElementById("heard").textContent = data; };</script>`);
      return;
    }
    came.push(search);
    response.end(`<!doctype html><title>Back</title><h1>Back</h1>
      <script>opener?.postMessage(new URLSearchParams(location.search).get("group_name"), location.origin);</script>`);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return Object.assign(site, {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    came,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  });
}
