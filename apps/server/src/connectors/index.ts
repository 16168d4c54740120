import type { AppService, PackageReader } from "../catalog/index.ts";
import type { GovernanceService } from "../governance/index.ts";
import type { InstallationService } from "../installation/index.ts";
import type { Platform } from "../platform/platform.ts";
import { connectorService } from "./connector.service.ts";
import { registrationService } from "./registration.service.ts";
import { WebhookDirectory } from "./webhook-directory.ts";

export { connectorRoutes } from "./connector.routes.ts";
export type { ConnectorService } from "./connector.service.ts";
export { connectorPageRoutes } from "./connector-page.routes.ts";
export { registrationRoutes } from "./registration.routes.ts";
export type { Registration, RegistrationService } from "./registration.service.ts";
export { incomingWebhook, providerFor } from "./webhook-url.rules.ts";

/** Connectors of channels, and the webhooks they come with. */
export function createConnectors(
  platform: Platform,
  installations: InstallationService,
  apps: AppService,
  governance: GovernanceService,
  reader: PackageReader,
) {
  const webhooks = new WebhookDirectory(platform.database, platform.feed);
  return {
    connectors: connectorService(platform, installations, apps, governance, webhooks),
    registrations: registrationService(platform, apps, reader),
    close: () => webhooks.close(),
  };
}
