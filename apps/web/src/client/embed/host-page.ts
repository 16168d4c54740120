import { createPageHost, type PageHost, type PageSettings } from "@parvis/host";
import {
  askConnector,
  askSession,
  askToken,
  type Connector,
  openPage,
  type Session,
  Unusable,
} from "./embed-answers.ts";
import type { EmbedOrder, EmbedReport, EmbedStart } from "./embed-protocol.ts";
import { pageContextFor } from "./page-context.ts";
import { makeFrame, openInWindow, tokenWords } from "./page-frame.ts";
import { embeddingMode, type PagePlace, placeOf } from "./page-place.ts";
import { fillPlaceholders, placeholderValues } from "./placeholders.ts";

/**
 * How long a page whose dialog has gone stays, out of sight: nobody but itself knows when the requests to its own server end,
 * and one often follows another.
 */
const lingerMilliseconds = 60_000;

type Report = (message: EmbedReport) => void;

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
  const open = async (url: string) => await openPage(connector.id, url);
  const place = await placeOf(page, filledIn(address, connector, session, start), open);
  const frame = makeFrame(start.title);
  const host = hostIn(frame, place, connector, session, start, report);
  frame.src = place.address;
  document.body.replaceChildren(frame);

  return (order) => {
    switch (order.kind) {
      case "theme":
        host.setTheme(order.theme);
        break;
      case "save":
        void host
          .save({ webhookUrl })
          .then((outcome) =>
            report({ kind: "saved", outcome, settings: place.outside(pageSettings(host.state.settings)) }),
          );
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
  place: PagePlace,
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
    allowedOrigins: place.allowedOrigins,
    ...(place.shimOrigin !== undefined && { shimOrigin: place.shimOrigin }),
    frameContext: start.mode === "remove" ? "remove" : "settings",
    theme: start.theme,
    timings: { lingerMilliseconds },
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
      silent: (silence) => {
        const { origin: pageOrigin } = new URL(page.configurationUrl);
        report({ kind: "silent", silence, pageOrigin, embedding: embeddingMode() });
      },
      appFailure: (reason, message) => report({ kind: "app-failed", message: message || reason }),
    },
    answers: {
      openLink: openInWindow,
      authToken: async ({ tenantId }) => {
        if (tenantId !== undefined && tenantId !== session.organisation.id)
          throw new Error("There are no tokens of another organisation here.");
        return await askToken(connector.id).catch(tokenWords);
      },
    },
  });
}

/** The page's address with the places in it filled in. */
function filledIn(address: string, connector: Connector, session: Session, start: EmbedStart): string {
  const context = {
    ...pageContextFor(connector, session, start.locale),
    frameContext: start.mode === "remove" ? "remove" : "settings",
  };
  return fillPlaceholders(address, placeholderValues(context, start.theme));
}
