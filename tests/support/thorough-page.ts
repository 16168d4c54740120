import type { IncomingMessage, ServerResponse } from "node:http";
import { type Publisher, type SdkVersion, sdkFile } from "./connector-site.ts";

/**
 * A configuration page that uses all of what teams-js has for one, by 1.x or by 2.x, whichever `/sdk.js` is. It shows what it is
 * told, and does what is chosen in it.
 */
const page = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Configuration</title><script src="/sdk.js"></script></head>
  <body>
    <main>
      <h1>Configuration</h1>
      <label>Name <input id="name" /></label>
      <label>End with <select id="ending"><option>success</option><option>failure</option></select></label>
      <label>Remove with <select id="removing"><option>success</option><option>failure</option><option>silence</option><option>nothing</option></select></label>
      <button id="sign-in">Sign in</button> <button id="token">Token</button>
      <dl id="told"></dl>
    </main>
    <script>
      const { app, pages, authentication, settings } = microsoftTeams;
      const first = app?.initialize === undefined;
      const removal = new URLSearchParams(location.search).get("removal");
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
      const tell = (what, body) => fetch("/told/" + what, { method: "POST", body: JSON.stringify(body) });

      const initialize = () => (first ? new Promise((done) => microsoftTeams.initialize(done)) : app.initialize());
      const getContext = () => (first ? new Promise((done) => microsoftTeams.getContext(done)) : app.getContext());
      const onTheme = (note) => (first ? microsoftTeams : app).registerOnThemeChangeHandler(note);
      const config = first ? settings : pages.config;
      const getSettings = (done) => (first ? settings.getSettings(done) : pages.getConfig().then(done));
      const setSettings = (value) => (first ? settings.setSettings(value) : pages.config.setConfig(value));
      const asked = (call) => new Promise((done, failed) => call({ successCallback: done, failureCallback: failed }));
      const authenticate = (url) =>
        first ? asked((pair) => authentication.authenticate({ url, ...pair })) : authentication.authenticate({ url });
      const getToken = () =>
        first ? asked((pair) => authentication.getAuthToken({ resources: [], ...pair })) : authentication.getAuthToken();

      async function start() {
        // Once would do; shipped pages do it in every part of theirs.
        initialize();
        await Promise.race([initialize(), new Promise((done) => setTimeout(done, 500))]);
        show("initialized", "yes");
        getContext().then((context) => {
          const { app: host, page: place, user, team, channel } = context;
          show("context", first
            ? [context.theme, context.locale, context.frameContext, context.upn, context.teamName, context.channelName]
            : [host.theme, host.locale, place.frameContext, user.userPrincipalName, team.displayName, channel.displayName]);
        });
        onTheme((theme) => show("theme", theme));
        getSettings((known) => {
          show("webhook", known.webhookUrl);
          show("entity", known.entityId);
          if (known.configName) field("name").value = known.configName;
        });
        field("name").addEventListener("input", () => config.setValidityState(field("name").value !== ""));

        // 1.x takes each handler where it can be called, and throws elsewhere.
        if (removal === null) config.registerOnSaveHandler((save) => {
          if (field("ending").value === "failure") return save.notifyFailure("Choose a repository first.");
          const name = field("name").value;
          const removing = field("removing").value;
          setSettings({
            entityId: "entity of " + name,
            contentUrl: location.origin + "/configure?edit=" + encodeURIComponent(name),
            ...(removing !== "nothing" && { removeUrl: location.origin + "/configure?removal=" + removing }),
            configName: name,
          });
          getSettings((now) => {
            tell("saved", { ...now, result: save.result?.webhookUrl }).then(() => tell("after", { name }));
          });
          save.notifySuccess();
        });
        else config.registerOnRemoveHandler((remove) => {
          tell("removing", { removal });
          if (removal === "failure") remove.notifyFailure("Builds are still running.");
          if (removal === "success") remove.notifySuccess();
        });
        if (removal !== null) config.setValidityState(true);
        field("sign-in").onclick = () =>
          authenticate(location.origin + "/popup?end=" + field("ending").value).then(
            (result) => show("signed-in", result),
            (reason) => show("signed-in", "not: " + (reason.message ?? reason)),
          );
        field("token").onclick = () =>
          getToken().then((token) => show("token", atob(token.split(".")[1].replace(/-/g, "+").replace(/_/g, "/"))),
            (reason) => show("token", "not: " + (reason.message ?? reason)));
      }
      start();
    </script>
  </body>
</html>`;

/** Where a sign-in ends. */
const popup = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Sign in</title><script src="/sdk.js"></script></head>
  <body>
    <script>
      const { app, authentication } = microsoftTeams;
      const finish = () =>
        new URLSearchParams(location.search).get("end") === "success"
          ? authentication.notifySuccess("signed in as bob")
          : authentication.notifyFailure("bob may not");
      if (app?.initialize) app.initialize().then(finish);
      else { microsoftTeams.initialize(); finish(); }
    </script>
  </body>
</html>`;

export interface ThoroughPublisher {
  readonly answer: Publisher;
  /** What its own server was told by the pages of a host, in order: what, and the body. */
  told(host: string): readonly (readonly [what: string, body: Record<string, unknown>])[];
  /** How long the server takes to answer. */
  delayMilliseconds: number;
}

/** @param sdkOf the SDK that pages of a host load. */
export function thoroughPublisher(sdkOf: (host: string) => SdkVersion): ThoroughPublisher {
  const notes: [string, string, Record<string, unknown>][] = [];
  const publisher = {
    delayMilliseconds: 0,
    told: (host: string) => notes.filter(([of]) => of === host).map(([, what, body]) => [what, body] as const),
    answer: (host: string, request: IncomingMessage, response: ServerResponse) => {
      void reply(host, request, response);
    },
  };

  async function reply(host: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", `https://${host}`);
    if (request.method === "POST") {
      let body = "";
      for await (const chunk of request) body += chunk;
      notes.push([host, pathname.replace("/told/", ""), JSON.parse(body)]);
      await new Promise((resolve) => setTimeout(resolve, publisher.delayMilliseconds));
      response.end("ok");
      return;
    }
    const script = pathname === "/sdk.js";
    response.writeHead(200, {
      "Content-Type": script ? "text/javascript" : "text/html; charset=utf-8",
      "Cache-Control": "no-store",
    });
    response.end(script ? sdkFile(sdkOf(host)) : pathname === "/popup" ? popup : page);
  }

  return publisher;
}
