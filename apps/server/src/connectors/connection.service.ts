import type { AppService } from "../catalog/index.ts";
import type { AccessService } from "../governance/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import { type ConnectionRequest, connectedAddress, declinedAddress, namedCallback } from "./connection.rules.ts";
import type { ConnectorService } from "./connector.service.ts";
import * as connectorStore from "./connector.store.ts";
import type { Registration, RegistrationService } from "./registration.service.ts";
import { findPictures } from "./registration.store.ts";
import { newKey } from "./webhook.service.ts";

/** Where somebody wants what a site sends to be read. */
interface Place {
  readonly channel: { readonly id: string; readonly teamId: string };
  readonly team: { readonly id: string; readonly displayName: string; readonly mayManage: boolean };
}

export type ConnectionService = ReturnType<typeof connectionService>;

/** Connectors that are added from the site that sends: the browser flow `/connectors/Connect` (lifecycle.md 7). */
export function connectionService(
  { database }: Pick<Platform, "database">,
  registrations: Pick<RegistrationService, "known">,
  connectors: Pick<ConnectorService, "permit" | "declaredIn" | "find" | "urlOf">,
  apps: Pick<AppService, "byExternalId" | "keepPicture">,
  access: Pick<AccessService, "require">,
) {
  /** @throws ParvisError registration/not-found, connection/callback-not-named */
  async function known(tenantId: string, { connectorId, callbackUrl }: ConnectionRequest) {
    const registration = await registrations.known(tenantId, connectorId);
    if (registration === undefined) {
      throw new ParvisError("registration/not-found", {
        detail:
          "The app_id of the link is no connector that is registered in your organisation. Tell the site that sent you here.",
      });
    }
    const callback = namedCallback(registration.callbackUrls, callbackUrl);
    if (callback === undefined) {
      throw new ParvisError("connection/callback-not-named", {
        detail: `Whoever registered ${registration.name} did not name the callback_url of the link, and only addresses named there are trusted with a webhook. It has to be entered under Connectors in the publisher's pages, letter for letter.`,
      });
    }
    return { registration, callback };
  }

  /**
   * The app that brings the registered connector to a team, when the team has it: then the connector is that app's, with its
   * page. A connector needs no app to be connected, but one that the organisation keeps from somebody stays kept from them.
   * @throws ParvisError access/app-not-available
   */
  async function appIn(tenantId: string, personId: string, teamId: string, { appId, connectorId }: Registration) {
    const app = await apps.byExternalId(tenantId, appId);
    if (app === undefined) return undefined;
    await access.require(tenantId, personId, app);
    try {
      const { installation, declaration } = await connectors.declaredIn(tenantId, teamId, app.id);
      return declaration.connectorId === connectorId ? installation.app : undefined;
    } catch (error) {
      const code = error instanceof ParvisError ? error.code : undefined;
      if (code === "installation/not-found" || code === "connector/not-found") return undefined;
      throw error;
    }
  }

  return {
    /** Who asks, and where to go back to without a connection. @throws ParvisError as known */
    async asked(tenantId: string, request: ConnectionRequest) {
      const { registration, callback } = await known(tenantId, request);
      return { registration, site: new URL(callback).host, declineUrl: declinedAddress(callback, request.state) };
    },

    /**
     * Makes the connection: a webhook in the channel, told to the site by way of the person's browser.
     * @throws ParvisError as known, access/app-not-available, connector/switched-off, connector/owners-only
     */
    async make(origin: Origin, personId: string, { channel, team }: Place, request: ConnectionRequest) {
      const { tenantId } = origin;
      const { registration, callback } = await known(tenantId, request);
      const { connectorId, name } = registration;
      await connectors.permit("configure", tenantId, team, { appId: registration.appId, connectorId });
      const app = await appIn(tenantId, personId, team.id, registration);
      const pictures = await findPictures(database.sql, tenantId, connectorId);
      const id = newId();
      await command(database, origin, async (tx) => {
        const picture = pictures?.colorIcon ?? pictures?.logo?.bytes;
        await connectorStore.insertConfiguration(tx, tenantId, {
          id,
          kind: app === undefined ? "incoming" : "connector",
          state: "active",
          teamId: team.id,
          channelId: channel.id,
          appId: app?.id ?? null,
          connectorId,
          authorName: app?.displayName ?? name,
          authorIcon: app?.colorIcon ?? (picture === undefined ? null : await apps.keepPicture(tx, tenantId, picture)),
          configuredBy: personId,
        });
        await connectorStore.insertWebhook(tx, tenantId, { key: newKey(), configurationId: id, ownerId: personId });
        const event = {
          operation: "ConnectorAdded",
          teamId: team.id,
          channelId: channel.id,
          ...(app !== undefined && { appId: app.id }),
          subjectId: id,
          detail: { name, connectorId, site: new URL(callback).host },
        };
        return { event, result: undefined };
      });
      const connected = {
        webhookUrl: connectors.urlOf(tenantId, await connectors.find(tenantId, id)),
        groupName: team.displayName,
        userObjectId: personId,
      };
      return { configurationId: id, returnUrl: connectedAddress(callback, request.state, connected) };
    },
  };
}
