import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { parse as parseCookies } from "hono/utils/cookie";
import { createApi } from "./api.ts";
import { auditRoutes, createAudit } from "./audit/index.ts";
import {
  type AppRow,
  type CatalogNames,
  catalogRelations,
  catalogRoutes,
  createCatalog,
  iconAddress,
  PackageReader,
} from "./catalog/index.ts";
import {
  connectAddress,
  connectionRoutes,
  connectorOpeningRoutes,
  connectorPageRoutes,
  connectorPresenter,
  connectorProblems,
  connectorRoutes,
  createConnectors,
  mailWebhookRoutes,
  registrationRoutes,
  switchRoutes,
  targetRoutes,
  unsubscribeRoutes,
  webhookRoutes,
} from "./connectors/index.ts";
import {
  cardPressRoutes,
  createConversation,
  deliveryRoutes,
  liveRoutes,
  messageRoutes,
  pictureRoutes,
} from "./conversation/index.ts";
import {
  createDirectory,
  directoryRelations,
  directoryRoutes,
  groupChanges,
  sessionCookie,
} from "./directory/index.ts";
import { appOriginApplication, embeddingRoutes, embeddingService, embeddingWindowRoutes } from "./embedding/index.ts";
import { createGovernance, createGovernanceRoutes, type GovernancePorts } from "./governance/index.ts";
import {
  appUsageService,
  chatInstallationRoutes,
  consentRoutes,
  consentService,
  installationRoutes,
  installationService,
  installedAppService,
  personalAppRoutes,
  personalAppService,
  personalPageDocuments,
  personalPageRoutes,
  setupApps,
  teamAppRoutes,
  teamAppService,
  updateImpactRoutes,
  updateImpactService,
} from "./installation/index.ts";
import type { Configuration } from "./platform/configuration.ts";
import { openDatabase } from "./platform/database/database.ts";
import { migrate } from "./platform/database/migrate.ts";
import { ensurePartitions } from "./platform/database/partitions.ts";
import { PrivateServer } from "./platform/database/private-server.ts";
import { EventFeed } from "./platform/events/event-feed.ts";
import { createApplication } from "./platform/http/application.ts";
import { documentPages } from "./platform/http/document-pages.ts";
import { outboundRequests } from "./platform/http/outbound.ts";
import { webClient } from "./platform/http/web-client.ts";
import { Jobs, partitionJob } from "./platform/jobs.ts";
import { createLog } from "./platform/log.ts";
import { createMail } from "./platform/mail.ts";
import { createMetrics } from "./platform/metrics.ts";
import type { Platform } from "./platform/platform.ts";
import { openSigningKeys } from "./platform/signing-keys.ts";
import { letYoungSpaceGrow } from "./platform/young-space.ts";
import { activityFeedRoutes } from "./protocols/activity-feed/index.ts";
import { entraRoutes } from "./protocols/entra/index.ts";
import { exchangeRoutes } from "./protocols/exchange/index.ts";
import { graphRoutes } from "./protocols/graph/index.ts";
import { webhookListener } from "./protocols/webhook/index.ts";
import {
  bootstrapService,
  configurationRoutes,
  demoService,
  exportConfiguration,
  setupRoutes,
  setupService,
} from "./setup/index.ts";

export { ConfigurationError, readConfiguration } from "./platform/configuration.ts";

/** A Parvis that serves. */
export interface RunningServer {
  /** Where people reach it, without a slash at the end. */
  readonly url: string;
  /** Where it listens, also behind a proxy. */
  readonly port: number;
  /** The one-time link for the first start; undefined once there is an organisation. */
  readonly setupLink: string | undefined;
  /** Stops in good order: takes no more requests, writes what waits, closes the database last. */
  stop(): Promise<void>;
}

const webFolder = fileURLToPath(new URL("../../web/dist", import.meta.url));
const documentsFolder = fileURLToPath(new URL("../../../docs", import.meta.url));
const examplesFolder = fileURLToPath(new URL("../../../examples", import.meta.url));

/**
 * Configuration -> database -> areas -> HTTP. Nothing else is built here.
 * @param options `demo` fills the organisation of the bootstrap file with the demo data; its first user owns it. `now`
 *   is another clock, for tests.
 * @throws PrivateServerError, BootstrapError and others; what was started is stopped again.
 */
export async function startServer(
  configuration: Configuration,
  options: { demo?: boolean; now?: () => Date } = {},
): Promise<RunningServer> {
  const now = options.now ?? (() => new Date());
  const log = createLog(configuration.logLevel);
  const stops: (() => Promise<void> | void)[] = [];
  /** In the opposite order of starting. */
  const stop = async () => {
    for (const step of stops.splice(0).reverse()) await step();
  };
  try {
    const privateServer =
      configuration.databaseUrl === undefined ? new PrivateServer(configuration.dataFolder, log) : undefined;
    if (privateServer !== undefined) stops.push(async () => await privateServer.stop());
    const address =
      privateServer === undefined ? { connectionString: configuration.databaseUrl } : await privateServer.start();
    const database = await openDatabase(address, log);
    stops.push(async () => await database.close());
    const migrated = await migrate(database.sql);
    if (migrated.length > 0) log.info({ migrations: migrated }, "The database schema is up to date");
    await ensurePartitions(database.sql, new Date());
    const feed = new EventFeed(database, log);
    await feed.start();
    stops.push(async () => await feed.stop());

    let port = configuration.port;
    const publicUrl = () => configuration.publicUrl ?? `http://localhost:${port}`;
    const outbound = outboundRequests(configuration.privateTargets);
    stops.push(async () => await outbound.close());
    const keys = await openSigningKeys(database.sql);
    const metrics = createMetrics();
    const jobs = new Jobs(database, log);
    const mail = createMail(configuration, publicUrl);
    stops.push(() => mail.close());
    const platform: Platform = {
      configuration,
      log,
      database,
      feed,
      metrics,
      jobs,
      mail,
      outbound,
      keys,
      now,
      publicUrl,
    };

    const directory = createDirectory(platform, {
      membershipChanged: async (tx, tenantId) => await policies.groups.membershipChanged(tx, tenantId),
      groupRemoved: async (tx, tenantId, group) => await policies.groups.groupRemoved(tx, tenantId, group),
    });
    const cloudOf = async (tenantId: string) => (await directory.tenants.get(tenantId)).cloud;
    const withIcon = (app: AppRow) => ({ ...app, icon: iconAddress(app.colorIcon) });
    const governancePorts: GovernancePorts = {
      app: async (tenantId, appId) => withIcon(await apps.get(tenantId, appId)),
      appsByRef: async (tenantId, refs, sql, usable) => (await apps.byRefs(tenantId, refs, sql, usable)).map(withIcon),
      governedApps: async (tenantId, sql) => await apps.governed(tenantId, sql),
      people: async (tenantId, who, sql) => await directory.people.find(tenantId, who, sql),
      groupsByName: async (tenantId, names, sql) => await directory.groups.byName(tenantId, names, sql),
      groupNames: async (tenantId, ids, sql) => await directory.groups.names(tenantId, ids, sql),
      groupsOf: async (tenantId, personId, sql) => await directory.groups.groupsOf(tenantId, personId, sql),
      waysUp: async (tenantId, personId, ids) => await directory.groups.waysUp(tenantId, personId, ids),
      teamStanding: async (tenantId, personId, teamId) => await directory.teams.standing(tenantId, personId, teamId),
      groupChanges,
      relations: directoryRelations,
    };
    const policies = createGovernance(platform, cloudOf, governancePorts);
    stops.push(() => policies.close());
    const { governance, access } = policies;
    const reader = new PackageReader();
    stops.push(async () => await reader.close());
    const catalog = createCatalog(platform, { governance, access }, reader, {
      versionsInUse: async (tx, tenantId, appId) => await installations.definitionsInUse(tx, tenantId, appId),
      firstPublished: async (tx, origin, app) => await policies.appRules.appPublished(tx, origin, app),
      appRemoved: async (tx, tenantId, appId) => {
        await installations.appRemoved(tx, tenantId, appId);
        await connectors.appRemoved(tx, tenantId, appId);
        await embedding.appRemoved(tx, tenantId, appId);
        await policies.appRemoved(tx, tenantId, appId);
      },
    });
    const { apps } = catalog;
    const embedding = embeddingService(platform);
    const setupOf = setupApps(apps, access);
    const installations = installationService(platform, apps, access, governance, {
      removed: async (tx, tenantId, appId, place) => {
        if (place.scope === "team") await connectors.appRemoved(tx, tenantId, appId, place.id);
      },
      policyGiving: async (tenantId, personId, app) => {
        const { given, policy } = await setupOf(tenantId, personId);
        return given.has(app.id) ? policy.name : undefined;
      },
    });
    const consents = consentService(platform, apps, installations, setupOf);
    const personalApps = personalAppService(platform, apps, access, installations, setupOf);
    const installed = installedAppService(apps, installations, personalApps);
    const {
      connectors,
      connections,
      registrations,
      webhooks,
      switches,
      cards,
      gate,
      targets,
      targetQueue,
      subscriptions,
      close: closeConnectors,
    } = createConnectors(platform, installations, apps, governance, access, reader, cloudOf, directory);
    const presenter = connectorPresenter(connectors, webhooks, apps, directory.people);
    stops.push(closeConnectors);
    const { messages, deliveries, presses, pictures, live, drain } = createConversation(
      platform,
      directory.teams,
      connectors,
      iconAddress,
      cards,
      {
        ...(options.now === undefined ? {} : { now: options.now }),
        afterInsert: async (transaction, tenantId, posts) => {
          await targetQueue.accept(transaction, tenantId, posts);
          return () => targetQueue.wake();
        },
      },
    );
    stops.push(drain);
    const { audit, auditQueries, auditFeed, catchUp, close: closeAudit } = createAudit(platform, directory, apps);
    stops.push(closeAudit);
    jobs.schedule(
      partitionJob(platform),
      { name: "roll-audit-content", cron: "* * * * *", run: async () => await auditFeed.rollAll() },
      { name: "sweep-audit-feeds", cron: "29 4 * * *", run: async () => await auditFeed.sweep() },
      { name: "sweep-audit-queries", cron: "31 4 * * *", run: async () => await auditQueries.sweep() },
      { name: "record-audit", cron: "* * * * *", run: catchUp },
      { name: "sweep-card-presses", cron: "23 * * * *", run: async () => await presses.sweep() },
      { name: "sweep-pictures", cron: "41 * * * *", run: async () => await pictures.sweep() },
      { name: "sweep-sessions", cron: "*/15 * * * *", run: async () => await directory.sessions.sweep() },
      { name: "sweep-embedding", cron: "*/15 * * * *", run: async () => await embedding.sweep() },
      { name: "sweep-connector-drafts", cron: "*/10 * * * *", run: async () => await connectors.sweep() },
    );
    await jobs.open();
    stops.push(async () => await jobs.stop());
    const bootstrap = bootstrapService(platform, { directory, governance: policies }, (within) => {
      const governed = policies.within(within, async (tenantId) => (await local.tenants.get(tenantId)).cloud);
      const local = createDirectory({ ...platform, database: within }, governed.groups);
      return { directory: local, governance: governed };
    });
    const demo = demoService(
      {
        directory,
        apps,
        installations,
        connectors,
        messages,
        applyBootstrap: async (file) => await bootstrap.apply(file),
      },
      examplesFolder,
    );
    const setup = setupService(platform, directory, async (tenantId, ownerId) => await demo.fill(tenantId, ownerId));
    if (configuration.bootstrapFile !== undefined) {
      const { tenantId, firstPersonId } = await bootstrap.applyFile(configuration.bootstrapFile);
      if (options.demo === true && firstPersonId !== undefined) await demo.fill(tenantId, firstPersonId);
    }

    /** Of people and applications, who both set things. */
    const namesOf = async (tenantId: string, ids: readonly string[]) =>
      new Map([
        ...(await directory.registrations.names(tenantId, ids)),
        ...(await directory.people.names(tenantId, ids)),
      ]);
    const present = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
    const catalogNames: CatalogNames = {
      people: async (tenantId, ids) => await namesOf(tenantId, present(ids)),
      teams: async (tenantId, ids) =>
        (await directory.teams.placeNames(tenantId, { teams: present(ids), channels: [] })).teams,
      chats: async (tenantId, ids) => await directory.chats.topics(tenantId, ids),
    };
    const sessionOf = (cookies: string | undefined) =>
      parseCookies(cookies ?? "", sessionCookie(publicUrl()))[sessionCookie(publicUrl())];
    const identify = async (cookies: string | undefined) => await directory.sessions.identify(sessionOf(cookies));
    const clientSession = (cookies: string | undefined) => directory.sessions.hashOf(sessionOf(cookies));
    const client = webClient(webFolder);
    const pages = connectorPageRoutes(connectors, directory.teams, embedding, client.hostDocument)
      .route("/", personalPageDocuments(personalApps, embedding, client.hostDocument))
      .route("/", embeddingWindowRoutes(embedding, clientSession))
      .route("/", connectAddress())
      .route("/", unsubscribeRoutes(subscriptions))
      .route("/", documentPages(documentsFolder))
      .route("/", client.routes);
    const application = createApplication({
      platform,
      identify,
      verifyBearer: async (token, audience) => await directory.tokens.verify(token, audience),
      protocols: [
        entraRoutes(platform, directory),
        exchangeRoutes(platform, { directory, governance, switches }),
        graphRoutes(platform, {
          ...directory,
          auditQueries,
          consents,
          governance,
          installed,
          teamsApps: {
            ...catalog,
            cloudOf,
            applications: async (tenantId, ids) => await directory.registrations.names(tenantId, ids),
          },
        }),
        activityFeedRoutes(platform, directory.tenants, auditFeed),
      ],
      api: createApi({
        setup: setupRoutes(setup, publicUrl),
        configuration: configurationRoutes(bootstrap, (tenantId) => exportConfiguration(tenantId, directory, policies)),
        directory: directoryRoutes(directory, platform),
        governance: createGovernanceRoutes(policies, governancePorts),
        apps: catalogRoutes(
          catalog,
          access,
          catalogNames,
          {
            ...appUsageService(platform, directoryRelations),
            policiesNaming: async (tenantId, app) => await policies.policies.naming(tenantId, app),
            connectors: async (tenantId, appId) => await connectors.countOf(tenantId, appId),
          },
          {
            teams: directory.teams,
            installedIn: async (tenantId, place) =>
              new Set((await installations.allIn(tenantId, place)).map(({ appId }) => appId)),
          },
        ),
        installations: installationRoutes(installations, directory.teams, apps, directory.people),
        chatInstallations: chatInstallationRoutes(installations, directory.chats, apps, directory.people),
        updateImpact: updateImpactRoutes(updateImpactService(platform, apps, governance, access)),
        consents: consentRoutes(consents, apps, directory),
        personalApps: personalAppRoutes(personalApps),
        teamApps: teamAppRoutes(
          teamAppService(platform, installations, { ...directoryRelations, ...catalogRelations }),
          apps,
          directory.people,
        ),
        personalPages: personalPageRoutes(personalApps, embedding, directory.tokens, clientSession),
        connectorOpening: connectorOpeningRoutes(
          connectors,
          directory.teams,
          access,
          directory.tokens,
          embedding,
          clientSession,
        ),
        connections: connectionRoutes(connections, directory.teams),
        embedding: embeddingRoutes(embedding, async (tenantId, appId) => await apps.get(tenantId, appId)),
        registrations: registrationRoutes(registrations, directory.people),
        connectors: connectorRoutes(connectors, directory.teams, apps, directory.people, presenter),
        mailWebhooks: mailWebhookRoutes(
          { connectors, webhooks, targets, switches, gate },
          directory.teams,
          directory.people,
        ),
        targets: targetRoutes(targets, gate, directory.people),
        webhooks: webhookRoutes(
          connectors,
          webhooks,
          directory.teams,
          presenter,
          connectorProblems(targets, deliveries),
        ),
        switches: switchRoutes(switches, directory.teams, namesOf),
        messages: messageRoutes(messages, iconAddress),
        presses: cardPressRoutes(presses, iconAddress),
        pictures: pictureRoutes(pictures),
        deliveries: deliveryRoutes(deliveries, gate, directory.people),
        audit: auditRoutes(audit, directory.people),
        live: liveRoutes(live, async (cookies) => (await identify(cookies)) !== undefined),
      }),
      pages,
    });

    const appOrigins = getRequestListener(appOriginApplication(platform, embedding).fetch);
    const posts = webhookListener(platform, connectors, deliveries);
    const everythingElse = getRequestListener(application.fetch);
    const server = createServer((request, response) => {
      // First: on an app's origin nothing else is to be found.
      if (embedding.names()?.label(request.headers.host) !== undefined) void appOrigins(request, response);
      else void (posts(request, response) || everythingElse(request, response));
    });
    await new Promise<void>((listening, failed) => {
      server.once("error", failed);
      server.listen(configuration.port, configuration.host, listening);
    });
    port = (server.address() as AddressInfo).port;
    stops.push(async () => {
      live.close();
      const closed = new Promise((done) => server.close(done));
      server.closeIdleConnections();
      const impatient = setTimeout(() => server.closeAllConnections(), 5_000);
      await closed;
      clearTimeout(impatient);
    });
    jobs.begin();
    // What a node that died had begun is nobody's until somebody asks.
    await targetQueue.sweep();
    const link = await setup.link();
    letYoungSpaceGrow();
    return { url: publicUrl(), port, setupLink: link === undefined ? undefined : publicUrl() + link, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
