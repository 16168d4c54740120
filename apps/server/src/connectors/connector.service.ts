import { type AppService, connectorsOf } from "../catalog/index.ts";
import type { AccessService } from "../governance/index.ts";
import type { InstallationService } from "../installation/index.ts";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { type Origin, personOf } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import { type ConnectorSettings, draftHours, nameOf } from "./configuration.rules.ts";
import * as store from "./connector.store.ts";
import type { SwitchRefusal } from "./switches.rules.ts";
import type { SwitchesService } from "./switches.service.ts";
import { newKey } from "./webhook.service.ts";
import type { WebhookDirectory } from "./webhook-directory.ts";
import { providerFor, type WebhookAddress, webhookUrl } from "./webhook-url.rules.ts";
import type { WebhookUsage } from "./webhook-usage.ts";

export type { AnyConfiguration, Configuration } from "./connector.store.ts";

/** A channel holds some dozens; the dialog shows them all. */
const mostInChannel = 200;

/** What brings a connector: an app's manifest, or nothing but Parvis for an incoming webhook. */
interface Brought {
  readonly appId: string | null;
  readonly connectorId: string;
}

const idOf = ({ appId, connectorId }: Brought) => (appId === null ? null : connectorId);

export type ConnectorService = ReturnType<typeof connectorService>;

/** Connectors of channels: configuring, changing, removing, and the webhooks they come with. */
export function connectorService(
  { database, publicUrl, now }: Pick<Platform, "database" | "publicUrl" | "now">,
  installations: Pick<InstallationService, "list" | "running" | "runningIn">,
  apps: Pick<AppService, "definitions">,
  access: Pick<AccessService, "require">,
  switches: Pick<SwitchesService, "require" | "refusal">,
  webhooks: Pick<WebhookDirectory, "suspend" | "find">,
  usage: Pick<WebhookUsage, "used" | "lastUsed">,
) {
  /** The connector an app brings to a team, as the version that runs there declares it. */
  async function declaredIn(tenantId: string, teamId: string, appId: string) {
    const installation = await installations.runningIn(tenantId, teamId, appId);
    const { manifest } = installation.definition;
    const [declaration] = connectorsOf(manifest);
    if (declaration === undefined) {
      throw new ParvisError("connector/not-found", { detail: `${installation.app.displayName} has no connector.` });
    }
    return { installation, declaration, validDomains: manifest.validDomains ?? [] };
  }

  async function find(tenantId: string, configurationId: string): Promise<store.Configuration> {
    const found = await store.findConfiguration(database.sql, tenantId, configurationId);
    if (found === undefined) throw new ParvisError("connector/not-found");
    return found;
  }

  const by = (origin: Origin) => (origin.actor.kind === "person" ? origin.actor.id : null);

  /**
   * May somebody configure or remove a connector in a team? Every change begins with this.
   * @param connector without an app: an incoming webhook made directly in the channel.
   * @throws ParvisError connector/switched-off, connector/not-in-this-cloud, connector/owners-only
   */
  async function permit(
    act: "configure" | "remove",
    tenantId: string,
    team: { readonly id: string; readonly mayManage: boolean },
    connector: Brought,
  ): Promise<void> {
    const question = { act, workload: "teams", connectorId: idOf(connector), manages: team.mayManage } as const;
    await switches.require(tenantId, team.id, question);
  }

  /** One of whatever kind. @throws ParvisError connector/not-found */
  async function findAny(tenantId: string, configurationId: string): Promise<store.AnyConfiguration> {
    const found = await store.findAnyConfiguration(database.sql, tenantId, configurationId);
    if (found === undefined) throw new ParvisError("connector/not-found");
    return found;
  }

  return {
    find,
    findAny,
    declaredIn,
    permit,

    /** Why a webhook may not take a card now; undefined when it may. Answers from memory while that is safe. */
    async refusalToPost(
      tenantId: string,
      target: Brought & Pick<store.WebhookTarget, "teamId" | "channelId">,
    ): Promise<SwitchRefusal | undefined> {
      const workload = target.channelId === null ? "outlook" : "teams";
      const question = { act: "post", workload, connectorId: idOf(target), manages: false } as const;
      return await switches.refusal(tenantId, target.teamId, question);
    },

    /** Address that senders post to. */
    urlOf(
      tenantId: string,
      configuration: Pick<store.AnyConfiguration, "teamId" | "connectorId" | "webhookKey" | "ownerId">,
    ): string {
      const { teamId, connectorId, webhookKey, ownerId } = configuration;
      const address: WebhookAddress = {
        groupId: teamId ?? ownerId,
        tenantId,
        provider: providerFor(connectorId),
        key: webhookKey,
        ownerId,
      };
      return webhookUrl(publicUrl(), address);
    },

    /** Apps of the team that bring a connector, as the versions that run there declare them. */
    async available(tenantId: string, teamId: string) {
      const installed = await installations.running(
        tenantId,
        await installations.list(tenantId, { scope: "team", id: teamId }, { limit: mostInChannel, after: undefined }),
      );
      const definitions = await apps.definitions(
        tenantId,
        installed.map((installation) => installation.effective.definitionId),
      );
      return installed.flatMap(({ app, effective }) => {
        const definition = definitions.get(effective.definitionId);
        const [declaration] = definition === undefined ? [] : connectorsOf(definition.manifest);
        return declaration === undefined ? [] : [{ app, declaration }];
      });
    },

    async list(tenantId: string, channelId: string): Promise<store.Configuration[]> {
      return await store.listConfigurations(database.sql, tenantId, channelId, mostInChannel);
    },

    /** Of all channels of a team, oldest first. */
    async listOfTeam(
      tenantId: string,
      teamId: string,
      page: Parameters<typeof store.listTeamConfigurations>[3],
    ): Promise<store.Configuration[]> {
      return await store.listTeamConfigurations(database.sql, tenantId, teamId, page);
    },

    /** Webhooks without a channel: of a team's mail, or of somebody's mailbox. Oldest first. */
    async listMail(
      tenantId: string,
      whose: Parameters<typeof store.listMailConfigurations>[2],
      page: Parameters<typeof store.listMailConfigurations>[3],
    ): Promise<store.AnyConfiguration[]> {
      return await store.listMailConfigurations(database.sql, tenantId, whose, page);
    },

    /** When something was posted last, as far as this node or the database knows. */
    lastUsed({ webhookKey, lastUsedAt }: Pick<store.AnyConfiguration, "webhookKey" | "lastUsedAt">): Date | null {
      return usage.lastUsed(webhookKey) ?? lastUsedAt;
    },

    /** How many of an app's connectors are set up. */
    async countOf(tenantId: string, appId: string): Promise<number> {
      return await store.countConfigurations(database.sql, tenantId, appId);
    },

    /** The connector behind a channel's messages, also when it was removed since. @throws ParvisError connector/not-found */
    async authorIn(tenantId: string, channelId: string, configurationId: string): Promise<store.Author> {
      const found = await store.findAuthor(database.sql, tenantId, channelId, configurationId);
      if (found === undefined) throw new ParvisError("connector/not-found");
      return found;
    },

    /**
     * Begins a configuration: the page gets its webhook before anything is saved, since shipped pages read it on load
     * (lifecycle.md 7). Given up after an hour unless saved.
     * @throws ParvisError installation/not-found, connector/not-found, access/app-not-available, and those of permit
     */
    async begin(
      origin: Origin,
      { channel, team }: { channel: { id: string; teamId: string }; team: { id: string; mayManage: boolean } },
      appId: string,
    ): Promise<store.Configuration> {
      const { tenantId } = origin;
      const { installation, declaration } = await declaredIn(tenantId, channel.teamId, appId);
      await access.require(tenantId, personOf(origin), installation.app);
      await permit("configure", tenantId, team, { appId, connectorId: declaration.connectorId });
      const id = newId();
      await command(database, origin, async (tx) => {
        await store.insertConfiguration(tx, tenantId, {
          id,
          kind: "connector",
          state: "draft",
          teamId: channel.teamId,
          channelId: channel.id,
          appId,
          connectorId: declaration.connectorId,
          authorName: installation.app.displayName,
          authorIcon: installation.app.colorIcon,
          configuredBy: by(origin),
        });
        await store.insertWebhook(tx, tenantId, { key: newKey(), configurationId: id, ownerId: by(origin) ?? newId() });
        const event = {
          operation: "Parvis.ConnectorConfigurationStarted",
          teamId: channel.teamId,
          channelId: channel.id,
          appId,
          subjectId: id,
        };
        return { event, result: undefined };
      });
      return await find(tenantId, id);
    },

    /** Keeps what the page stored, when it reported success. @throws ParvisError connector/not-found */
    async save(origin: Origin, configurationId: string, settings: ConnectorSettings): Promise<store.Configuration> {
      const { tenantId } = origin;
      await command(database, origin, async (tx) => {
        const before = await store.findConfiguration(tx, tenantId, configurationId);
        if (before === undefined) throw new ParvisError("connector/not-found");
        if (before.kind === "incoming") throw new ParvisError("connector/no-page");
        webhooks.suspend(tenantId);
        await store.saveConfiguration(tx, tenantId, configurationId, { settings, configuredBy: by(origin) });
        const { teamId, channelId, appId } = before;
        const operation = before.state === "draft" ? "ConnectorAdded" : "ConnectorUpdated";
        const detail = { name: nameOf(settings, before.authorName), connectorId: before.connectorId };
        return {
          event: { operation, teamId, channelId, ...(appId !== null && { appId }), subjectId: configurationId, detail },
          result: undefined,
        };
      });
      return await find(tenantId, configurationId);
    },

    /** Ends a configuration of whatever kind; its webhook answers 410 from now on. @throws ParvisError connector/not-found */
    async remove(origin: Origin, configurationId: string): Promise<void> {
      const { tenantId } = origin;
      await command(database, origin, async (tx) => {
        const before = await store.findAnyConfiguration(tx, tenantId, configurationId);
        if (before === undefined) throw new ParvisError("connector/not-found");
        webhooks.suspend(tenantId);
        await store.removeConfigurations(tx, tenantId, { configurationId });
        const { teamId, channelId, appId } = before;
        const operation = before.state === "draft" ? "Parvis.ConnectorConfigurationDropped" : "ConnectorRemoved";
        const event = {
          operation,
          ...(teamId !== null && { teamId }),
          ...(channelId !== null && { channelId }),
          ...(appId !== null && { appId }),
          subjectId: configurationId,
          detail: { name: nameOf(before.settings, before.authorName) },
        };
        return { event, result: undefined };
      });
    },

    /** With an app, inside the transaction that takes it off one team, or (without a team) out of the catalogue. */
    async appRemoved(tx: Sql, tenantId: string, appId: string, teamId?: string): Promise<void> {
      webhooks.suspend(tenantId);
      await store.removeConfigurations(tx, tenantId, teamId === undefined ? { appId } : { appId, teamId });
    },

    /** Where a webhook leads; undefined for a key that never was. Answers from memory while that is safe. */
    async resolve(tenantId: string, key: string): Promise<store.WebhookTarget | undefined> {
      return await webhooks.find(tenantId, key);
    },

    /** Something was posted to a webhook, whatever became of it. */
    used(tenantId: string, key: string): void {
      usage.used(tenantId, key, now());
    },

    async sweep(): Promise<void> {
      for (const tenantId of await store.deleteOldDrafts(database.sql, draftHours)) webhooks.suspend(tenantId);
    },
  };
}
