import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";

const require = createRequire(import.meta.url);

/**
 * A configuration page as the public documentation for Office 365 connectors teaches it, written anew: it knows nothing of
 * Parvis, and loads an SDK that accepts no host but Microsoft's, or its own origin.
 */
const configurePage = `<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <title>Configure</title>
    <script src="/MicrosoftTeams.min.js"></script>
  </head>
  <body>
    <h2>Send notifications when tasks are:</h2>
    <form id="form">
      <p><label><input type="radio" name="notificationType" value="Create" onclick="onClick()"> Created</label></p>
      <p><label><input type="radio" name="notificationType" value="Update" onclick="onClick()"> Updated</label></p>
    </form>
    <p>User: <output id="user"></output></p>
    <script>
      function getSelected() {
        return document.querySelector("input[name=notificationType]:checked");
      }
      function onClick() {
        microsoftTeams.settings.setValidityState(true);
      }

      microsoftTeams.initialize();
      microsoftTeams.settings.registerOnSaveHandler(function (saveEvent) {
        var radio = getSelected();
        microsoftTeams.settings.setSettings({
          entityId: radio.value === "Create" ? "createTask" : "updateTask",
          contentUrl: "CONTENT_URL",
          removeUrl: "REMOVE_URL",
          configName: radio.value
        });
        microsoftTeams.settings.getSettings(function (settings) {
          // What the sample leaves to its reader: the page's own server gets the address of the webhook.
          fetch("/hook", { method: "POST", body: JSON.stringify({ url: settings.webhookUrl, event: settings.entityId }) })
            .then(function () { return fetch("/hook/done", { method: "POST", body: settings.configName }); });
        });
        saveEvent.notifySuccess();
      });

      microsoftTeams.settings.registerOnRemoveHandler(function (removeEvent) {
        alert("Removing the configuration");
        removeEvent.notifySuccess();
      });

      // On an edit the choice is there already.
      microsoftTeams.settings.getSettings(function (settings) {
        var chosen = settings.entityId === "createTask" ? "Create" : settings.entityId === "updateTask" ? "Update" : "";
        var radio = chosen && document.querySelector("input[value=" + chosen + "]");
        if (radio) radio.checked = true;
      });
      microsoftTeams.getContext(function (context) {
        document.getElementById("user").textContent = context.upn + " " + document.cookie;
      });
    </script>
  </body>
</html>`;

const removePage = `<!doctype html>
<html>
  <head><meta charset="utf-8"><title>Remove</title><script src="/MicrosoftTeams.min.js"></script></head>
  <body>
    <h2>The notifications end.</h2>
    <script>
      microsoftTeams.initialize();
      microsoftTeams.settings.registerOnRemoveHandler(function (removeEvent) {
        fetch("/hook/removed", { method: "POST" }).then(function () { removeEvent.notifySuccess(); });
      });
    </script>
  </body>
</html>`;

export interface DocumentedSite {
  readonly url: string;
  /** What its own server was told by its pages, in order: the path, and the body. */
  readonly told: (readonly [path: string, body: string])[];
  /** How long the server takes to answer a page's POST. */
  delayMilliseconds: number;
  /** Whether its pages let themselves be framed by Microsoft's client alone. */
  framedByMicrosoftOnly: boolean;
  close(): Promise<void>;
}

/** The publisher's site, which sets cookies. */
export async function startDocumentedSite(): Promise<DocumentedSite> {
  const told: [string, string][] = [];
  const site = { delayMilliseconds: 0, framedByMicrosoftOnly: false };
  let origin = "";
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const path = new URL(request.url ?? "/", origin).pathname;
    if (request.method === "POST") {
      told.push([path, body]);
      await new Promise((resolve) => setTimeout(resolve, site.delayMilliseconds));
      response.end("ok");
      return;
    }
    const script = path === "/MicrosoftTeams.min.js";
    const page = (path === "/remove" ? removePage : configurePage)
      .replace("CONTENT_URL", `${origin}/configure`)
      .replace("REMOVE_URL", `${origin}/remove`);
    response.writeHead(200, {
      "Content-Type": script ? "text/javascript" : "text/html; charset=utf-8",
      ...(site.framedByMicrosoftOnly && {
        "X-Frame-Options": "DENY",
        "Content-Security-Policy": "frame-ancestors https://teams.microsoft.com",
      }),
      "Set-Cookie": ["visit=1; HttpOnly", "csrf=abc"],
    });
    response.end(script ? readFileSync(require.resolve("teams-js-1.5")) : page);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return Object.assign(site, {
    url: origin,
    told,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  });
}
