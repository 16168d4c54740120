import type { z } from "@hono/zod-openapi";
import { type AppRow, type AppService, iconAddress } from "../catalog/index.ts";
import type { PersonService, TeamService } from "../directory/index.ts";
import { mayLoad, nameOf, pageFor } from "./configuration.rules.ts";
import type * as schema from "./connector.schema.ts";
import type { Configuration, ConnectorService } from "./connector.service.ts";
import { limitsInForce } from "./rate-limit.rules.ts";
import type { WebhookService } from "./webhook.service.ts";

type Place = Awaited<ReturnType<TeamService["seeChannel"]>>;

export function presentAppOf({ id, displayName, publisherName, colorIcon }: AppRow) {
  return { id, displayName, publisherName, icon: iconAddress(colorIcon) };
}

const moment = (date: Date | null) => date?.toISOString() ?? null;

/** Configurations as clients see them, alone or many together. */
export function connectorPresenter(
  connectors: Pick<ConnectorService, "declaredIn" | "urlOf" | "lastUsed">,
  webhooks: Pick<WebhookService, "previous">,
  apps: Pick<AppService, "many">,
  people: Pick<PersonService, "names">,
) {
  /** Two queries for any number of them. One whose app is gone is left out: it is about to go itself. */
  async function many<T>(
    tenantId: string,
    configurations: readonly Configuration[],
    more: (configuration: Configuration) => T,
  ): Promise<(z.infer<typeof schema.configurationSummary> & T)[]> {
    const [rows, names] = await Promise.all([
      apps.many(
        tenantId,
        configurations.flatMap(({ appId }) => appId ?? []),
      ),
      people.names(
        tenantId,
        configurations.flatMap(({ configuredBy }) => configuredBy ?? []),
      ),
    ]);
    return configurations.flatMap((configuration) => {
      const { id, kind, appId, authorIcon, settings, authorName, configuredBy, mode, changedAt } = configuration;
      const app = appId === null ? undefined : rows.get(appId);
      if (kind === "connector" && app === undefined) return [];
      return [
        {
          id,
          kind,
          app: app === undefined ? null : presentAppOf(app),
          name: nameOf(settings, authorName),
          icon: authorIcon === null ? null : iconAddress(authorIcon),
          mode,
          configuredBy: names.get(configuredBy ?? "") ?? null,
          changedAt: changedAt.toISOString(),
          lastUsedAt: moment(connectors.lastUsed(configuration)),
          ...more(configuration),
        },
      ];
    });
  }

  async function pageOf(tenantId: string, { teamId, appId, state, settings }: Configuration) {
    if (appId === null) return null;
    const { declaration, validDomains } = await connectors.declaredIn(tenantId, teamId, appId);
    const page = { configurationUrl: declaration.configurationUrl, validDomains };
    const { removeUrl } = settings;
    return {
      ...page,
      configureUrl: pageFor(state, page, settings),
      removeUrl: removeUrl !== undefined && mayLoad(page, removeUrl) ? removeUrl : null,
    };
  }

  return {
    many,

    /** One with all there is to it, its address included. @throws ParvisError installation/not-found, connector/not-found */
    async one(
      tenantId: string,
      configuration: Configuration,
      { team, channel }: Place,
    ): Promise<z.infer<typeof schema.configuration>> {
      const page = await pageOf(tenantId, configuration);
      const [summaries, previous] = await Promise.all([
        many(tenantId, [configuration], () => ({})),
        webhooks.previous(tenantId, configuration.id),
      ]);
      const [summary] = summaries;
      if (summary === undefined) throw new Error("An app that is installed is in the catalogue.");
      return {
        ...summary,
        state: configuration.state === "active" ? "active" : "draft",
        team: { id: team.id, displayName: team.displayName },
        channel: { id: channel.id, displayName: channel.displayName, isGeneral: channel.isGeneral },
        settings: configuration.settings,
        webhookUrl: connectors.urlOf(tenantId, configuration),
        addressSince: configuration.webhookSince.toISOString(),
        previousAddresses: previous.map(({ worksUntil, lastUsedAt }) => ({
          worksUntil: worksUntil.toISOString(),
          lastUsedAt: moment(lastUsedAt),
        })),
        rateLimits: configuration.rateLimits === null ? null : [...configuration.rateLimits],
        effectiveRateLimits: [...limitsInForce(configuration.rateLimits)],
        page,
      };
    },
  };
}

export type ConnectorPresenter = ReturnType<typeof connectorPresenter>;
