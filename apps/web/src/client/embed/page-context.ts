import type { PageContext } from "@parvis/host";
import { newGuid } from "../../shared/new-guid.ts";
import type { Connector, Session } from "./embed-answers.ts";

/** What a page learns of where it is, with `getContext` and through places in its address. */
export function pageContextFor(connector: Connector, session: Session, locale: string): PageContext {
  const { team, channel, settings } = connector;
  const { person, organisation } = session;
  return {
    locale,
    ...(settings.entityId === undefined ? {} : { entityId: settings.entityId }),
    tid: organisation.id,
    groupId: team.id,
    teamId: team.id,
    teamName: team.displayName,
    channelId: channel.id,
    channelName: channel.displayName,
    channelType: "Regular",
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
