import type { AppService, PackageReader } from "../catalog/index.ts";
import type { Cloud, PersonService, TeamService } from "../directory/index.ts";
import type { AccessService, GovernanceService } from "../governance/index.ts";
import type { InstallationService } from "../installation/index.ts";
import type { Platform } from "../platform/platform.ts";
import { cardReceiverService } from "./card-receiver.service.ts";
import { configurationGate } from "./configuration-gate.ts";
import { connectionService } from "./connection.service.ts";
import { connectorService } from "./connector.service.ts";
import { registrationService } from "./registration.service.ts";
import { subscriptionService } from "./subscription.service.ts";
import { switchesService } from "./switches.service.ts";
import { targetService } from "./target.service.ts";
import { TargetLocks } from "./target-locks.ts";
import { tellOwnersOfStoppedTargets } from "./target-notices.ts";
import { TargetQueue } from "./target-queue.ts";
import { targetSender } from "./target-sender.ts";
import { webhookService } from "./webhook.service.ts";
import { WebhookDirectory } from "./webhook-directory.ts";
import { WebhookUsage } from "./webhook-usage.ts";

export type { ConfigurationGate } from "./configuration-gate.ts";
export { connectAddress, connectionRoutes } from "./connection.routes.ts";
export { connectorPresenter } from "./connector.presenter.ts";
export { connectorRoutes } from "./connector.routes.ts";
export type { ConnectorService } from "./connector.service.ts";
export type { WebhookTarget } from "./connector.store.ts";
export { connectorOpeningRoutes } from "./connector-opening.routes.ts";
export { connectorPageRoutes } from "./connector-page.routes.ts";
export { connectorProblems } from "./connector-problems.ts";
export { mailWebhookRoutes } from "./mail-webhook.routes.ts";
export type { RateLimit, WebhookMode } from "./rate-limit.rules.ts";
export { registrationRoutes } from "./registration.routes.ts";
export { switchRoutes } from "./switches.routes.ts";
export type {
  SwitchReason,
  TeamSwitches,
} from "./switches.rules.ts";
export { type SwitchesService, switchProblem } from "./switches.service.ts";
export { targetRoutes } from "./target.routes.ts";
export { unsubscribeRoutes } from "./unsubscribe.routes.ts";
export { webhookRoutes } from "./webhook.routes.ts";
export { incomingWebhook, providerFor } from "./webhook-url.rules.ts";

/** Connectors of channels, and the webhooks they come with. */
export function createConnectors(
  platform: Platform,
  installations: InstallationService,
  apps: AppService,
  governance: GovernanceService,
  access: AccessService,
  reader: PackageReader,
  cloudOf: (tenantId: string) => Promise<Cloud>,
  directory: { readonly teams: TeamService; readonly people: PersonService },
) {
  const { service: switches, close: closeSwitches } = switchesService(platform, governance, cloudOf);
  const webhooks = new WebhookDirectory(platform.database, platform.feed);
  const usage = new WebhookUsage(platform.database, platform.log);
  const connectors = connectorService(platform, installations, apps, access, switches, webhooks, usage);
  const sender = targetSender(platform, directory.teams, switches);
  const locks = new TargetLocks(platform.database);
  const targetQueue = new TargetQueue(platform, sender, locks);
  tellOwnersOfStoppedTargets(platform, directory);
  const registrations = registrationService(platform, apps, reader);
  return {
    cards: cardReceiverService(platform, switches, apps, access),
    registrations,
    connections: connectionService(platform, registrations, connectors, apps, access),
    connectors,
    gate: configurationGate(connectors, directory.teams, switches),
    targets: targetService(platform, sender, targetQueue, directory.teams, webhooks),
    targetQueue,
    subscriptions: subscriptionService(platform, directory.teams),
    webhooks: webhookService(platform, apps, webhooks),
    switches,
    close: async () => {
      closeSwitches();
      webhooks.close();
      await usage.close();
      await locks.close();
    },
  };
}
