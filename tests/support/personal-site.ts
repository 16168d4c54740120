import type { IncomingMessage, ServerResponse } from "node:http";
import { type Publisher, type SdkVersion, sdkFile } from "./connector-site.ts";

/** A page of a personal app that tells what teams-js tells it, by 1.x or by 2.x, whichever `/sdk.js` is. */
const page = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Page</title><script src="/sdk.js"></script></head>
  <body>
    <main>
      <h1 id="where"></h1>
      <button id="token">Token</button> <button id="sign-in">Sign in</button> <button id="other">Other page</button>
      <dl id="told"></dl>
    </main>
    <script>
      const { app, pages, authentication } = microsoftTeams;
      const first = app?.initialize === undefined;
      const field = (id) => document.getElementById(id);
      const show = (name, value) => {
        let shown = field("told-" + name);
        if (shown === null) {
          shown = document.createElement("dd");
          shown.id = "told-" + name;
          field("told").append(name, shown);
        }
        shown.textContent = typeof value === "string" ? value : JSON.stringify(value ?? null);
      };
      field("where").textContent = "Here is " + location.pathname.slice(1);
      const initialize = () => (first ? new Promise((done) => microsoftTeams.initialize(done)) : app.initialize());
      const asked = (call) => new Promise((done, failed) => call({ successCallback: done, failureCallback: failed }));
      const authenticate = (url) =>
        first ? asked((pair) => authentication.authenticate({ url, ...pair })) : authentication.authenticate({ url });
      const getToken = () =>
        first ? asked((pair) => authentication.getAuthToken({ resources: [], ...pair })) : authentication.getAuthToken();
      const legacyContext = () => new Promise((done) => microsoftTeams.getContext(done));

      async function start() {
        initialize();
        await Promise.race([initialize(), new Promise((done) => setTimeout(done, 500))]);
        (first ? microsoftTeams : app).registerOnThemeChangeHandler((theme) => show("theme", theme));
        if (first) {
          const known = await legacyContext();
          show("context", {
            page: known.entityId, sub: known.subEntityId, frame: known.frameContext, user: known.upn, person: known.userObjectId,
            tenant: known.tid, theme: known.theme, locale: known.locale, team: known.teamId ?? known.groupId,
          });
        } else {
          const known = await app.getContext();
          show("context", {
            page: known.page.id, sub: known.page.subPageId, frame: known.page.frameContext, user: known.user.userPrincipalName,
            person: known.user.id, tenant: known.user.tenant.id, theme: known.app.theme, locale: known.app.locale,
            team: known.team?.internalId ?? known.team?.groupId,
          });
        }
        show("known", "yes");
      }
      field("token").onclick = () =>
        getToken().then((token) => show("token", atob(token.split(".")[1].replace(/-/g, "+").replace(/_/g, "/"))),
          (reason) => show("token", "not: " + (reason.message ?? reason)));
      field("sign-in").onclick = () =>
        authenticate(location.origin + "/popup").then((result) => show("signed-in", result),
          (reason) => show("signed-in", "not: " + (reason.message ?? reason)));
      field("other").onclick = () => pages.currentApp.navigateTo({ pageId: "tasks", subPageId: "task 7" });
      start();
    </script>
  </body>
</html>`;

const popup = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Sign in</title><script src="/sdk.js"></script></head>
  <body>
    <script>
      const { app, authentication } = microsoftTeams;
      if (app?.initialize) app.initialize().then(() => authentication.notifySuccess("signed in as bob"));
      else { microsoftTeams.initialize(); authentication.notifySuccess("signed in as bob"); }
    </script>
  </body>
</html>`;

/** @param sdkOf the SDK that pages of a host load. */
export function personalPublisher(sdkOf: (host: string) => SdkVersion): Publisher {
  return (host: string, request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? "/", `https://${host}`);
    const script = pathname === "/sdk.js";
    response.writeHead(200, {
      "Content-Type": script ? "text/javascript" : "text/html; charset=utf-8",
      "Cache-Control": "no-store",
    });
    response.end(script ? sdkFile(sdkOf(host)) : pathname === "/popup" ? popup : page);
  };
}
