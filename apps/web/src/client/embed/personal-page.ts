import { type AppTarget, accepted, createPageHost, type PageContext } from "@parvis/host";
import { newGuid } from "../../shared/new-guid.ts";
import {
  askPersonalPage,
  askPersonalToken,
  askSession,
  openPersonalPage,
  type Session,
  Unusable,
} from "./embed-answers.ts";
import type { EmbedOrder, EmbedReport, EmbedStart } from "./embed-protocol.ts";
import { makeFrame, openInWindow, tokenWords } from "./page-frame.ts";
import { embeddingMode, placeOf } from "./page-place.ts";
import { fillPlaceholders, placeholderValues } from "./placeholders.ts";

/** What a personal page learns of where it is: who looks, and which page of the app it is. No team, no channel. */
function contextFor(session: Session, entityId: string, { locale, subPageId }: EmbedStart): PageContext {
  const { person, organisation } = session;
  return {
    locale,
    entityId,
    ...(subPageId === undefined ? {} : { subEntityId: subPageId }),
    tid: organisation.id,
    userObjectId: person.id,
    loginHint: person.upn,
    upn: person.upn,
    userPrincipalName: person.upn,
    userDisplayName: person.displayName,
    hostName: "Teams",
    sessionId: newGuid(),
    appSessionId: newGuid(),
    isFullScreen: false,
  };
}

/**
 * Loads a page of somebody's app and hosts it.
 * @returns takes the client's orders.
 * @throws Unusable when the app may not be used, or has no such page.
 */
export async function hostPersonalPage(
  appId: string,
  entityId: string,
  start: EmbedStart,
  report: (message: EmbedReport) => void,
): Promise<(order: EmbedOrder) => void> {
  const [page, session] = await Promise.all([askPersonalPage(appId, entityId), askSession()]);
  const context = contextFor(session, entityId, start);
  const values = placeholderValues({ ...context, frameContext: "content" }, start.theme);
  const source = { configurationUrl: page.contentUrl, validDomains: page.validDomains };
  const address = fillPlaceholders(page.contentUrl, values);
  const place = await placeOf(source, address, async (url) => await openPersonalPage(appId, entityId, url));
  const frame = makeFrame(start.title);
  const go = (target: AppTarget) => {
    report({ kind: "navigate", target });
    return accepted;
  };
  const host = createPageHost({
    frame,
    allowedOrigins: place.allowedOrigins,
    ...(place.shimOrigin !== undefined && { shimOrigin: place.shimOrigin }),
    frameContext: "content",
    theme: start.theme,
    context: () => context,
    configurable: false,
    on: {
      connected: () => report({ kind: "connected" }),
      silent: (silence) => {
        const { origin: pageOrigin } = new URL(page.contentUrl);
        report({ kind: "silent", silence, pageOrigin, embedding: embeddingMode() });
      },
      appFailure: (reason, message) => report({ kind: "app-failed", message: message || reason }),
    },
    answers: {
      openLink: openInWindow,
      ownOrigin: location.origin,
      navigateToApp: go,
      navigateWithinApp: (target) => go({ appId, ...target }),
      authToken: async ({ tenantId }) => {
        if (tenantId !== undefined && tenantId !== session.organisation.id)
          throw new Error("There are no tokens of another organisation here.");
        return await askPersonalToken(appId).catch(tokenWords);
      },
    },
  });
  frame.src = place.address;
  document.body.replaceChildren(frame);
  return (order) => {
    if (order.kind === "theme") host.setTheme(order.theme);
    if (order.kind === "end") void host.dispose().then(() => report({ kind: "ended" }));
  };
}

export function personalPlace(path: string): { appId: string; entityId: string } | undefined {
  const found = /^\/embed\/personal\/([^/]+)\/([^/]+)$/.exec(path);
  if (found === null) return undefined;
  try {
    return { appId: decodeURIComponent(found[1] ?? ""), entityId: decodeURIComponent(found[2] ?? "") };
  } catch {
    throw new Unusable("app/no-such-page");
  }
}
