import { createPageHost, frameAddress, originMatcher, type PageHost, type PageSettings } from "@parvis/host";
import { askConnector, askSession, type Connector, type Session, Unusable } from "./embed-answers.ts";
import type { EmbedOrder, EmbedReport, EmbedStart } from "./embed-protocol.ts";
import { pageContextFor } from "./page-context.ts";
import { fillPlaceholders, placeholderValues } from "./placeholders.ts";

/** What the page is allowed to do; what it may be is decided by this document's Content-Security-Policy. */
const sandbox =
  "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads";

type Report = (message: EmbedReport) => void;

function makeFrame(title: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", sandbox);
  frame.title = title;
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  return frame;
}

/** The page's own settings, without what only the host says. */
function pageSettings({
  webhookUrl: _,
  appType: __,
  userObjectId: ___,
  ...settings
}: PageHost["state"]["settings"]): PageSettings {
  return settings;
}

/**
 * Loads a connector's page and hosts it.
 * @returns takes the dialog's orders.
 * @throws Unusable when the configuration cannot be read, or its page must not be loaded.
 */
export async function hostPage(
  configurationId: string,
  start: EmbedStart,
  report: Report,
): Promise<(order: EmbedOrder) => void> {
  const [connector, session] = await Promise.all([askConnector(configurationId), askSession()]);
  const { page, webhookUrl } = connector;
  const address = start.mode === "remove" ? page.removeUrl : page.configureUrl;
  if (address === null) throw new Unusable("client/page-not-allowed");
  const frame = makeFrame(start.title);
  const host = hostIn(frame, connector, session, start, report);
  load(frame, address, connector, session, start);

  return (order) => {
    switch (order.kind) {
      case "theme":
        host.setTheme(order.theme);
        break;
      case "save":
        void host
          .save({ webhookUrl })
          .then((outcome) => report({ kind: "saved", outcome, settings: pageSettings(host.state.settings) }));
        break;
      case "remove":
        void host.remove().then((outcome) => report({ kind: "removed", outcome }));
        break;
      case "end":
        // The page's last requests may be under way: its frame stays until they have had their answers.
        void host.dispose().then(() => report({ kind: "ended" }));
        break;
    }
  };
}

function hostIn(
  frame: HTMLIFrameElement,
  connector: Connector,
  session: Session,
  start: EmbedStart,
  report: Report,
): PageHost {
  const { page, settings, webhookUrl } = connector;
  const { entityId, contentUrl, websiteUrl, removeUrl, suggestedDisplayName, configName } = settings;
  const stored = Object.entries({ entityId, contentUrl, websiteUrl, removeUrl, suggestedDisplayName, configName });
  return createPageHost({
    frame,
    allowedOrigins: originMatcher(page.configurationUrl, page.validDomains),
    frameContext: start.mode === "remove" ? "remove" : "settings",
    theme: start.theme,
    context: () => pageContextFor(connector, session, start.locale),
    settings: {
      ...Object.fromEntries(stored.filter(([, value]) => value !== undefined)),
      // Shipped pages read the address on load, before anything is saved (lifecycle.md 7).
      webhookUrl,
      appType: "teams",
      userObjectId: session.person.id,
    },
    on: {
      validityState: (valid) => report({ kind: "validity", valid }),
      connected: () => report({ kind: "connected" }),
      silent: (silence) => report({ kind: "silent", silence, pageOrigin: new URL(page.configurationUrl).origin }),
      appFailure: (reason, message) => report({ kind: "app-failed", message: message || reason }),
    },
    answers: {
      openLink: (url) => {
        window.open(url, "_blank", "noopener,noreferrer");
        return { accepted: true };
      },
    },
  });
}

/** Points the frame to the page, with the places in its address filled in. @throws Unusable */
function load(
  frame: HTMLIFrameElement,
  address: string,
  connector: Connector,
  session: Session,
  start: EmbedStart,
): void {
  const { page } = connector;
  const context = {
    ...pageContextFor(connector, session, start.locale),
    frameContext: start.mode === "remove" ? "remove" : "settings",
  };
  const filled = fillPlaceholders(address, placeholderValues(context, start.theme));
  // The configuration page comes from the manifest and makes its own origin; any other must belong to the app.
  const allowed = frameAddress(filled, originMatcher(page.configurationUrl, page.validDomains));
  if (allowed === undefined) throw new Unusable("client/page-not-allowed", filled);
  frame.src = allowed;
  document.body.replaceChildren(frame);
}
