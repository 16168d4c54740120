import { auditRoutes } from "./audit/index.ts";
import { catalogRoutes } from "./catalog/index.ts";
import {
  connectionRoutes,
  connectorOpeningRoutes,
  connectorRoutes,
  mailWebhookRoutes,
  registrationRoutes,
  switchRoutes,
  targetRoutes,
  webhookRoutes,
} from "./connectors/index.ts";
import { cardPressRoutes, deliveryRoutes, liveRoutes, messageRoutes, pictureRoutes } from "./conversation/index.ts";
import { directoryRoutes } from "./directory/index.ts";
import { embeddingRoutes } from "./embedding/index.ts";
import { createGovernanceRoutes } from "./governance/index.ts";
import {
  chatInstallationRoutes,
  consentRoutes,
  installationRoutes,
  personalAppRoutes,
  personalPageRoutes,
  teamAppRoutes,
  updateImpactRoutes,
} from "./installation/index.ts";
import { apiDocument, describeApi } from "./platform/http/api-description.ts";
import type { ApiDocument } from "./platform/http/api-page.ts";
import { createRouter } from "./platform/http/router.ts";
import { configurationRoutes, setupRoutes } from "./setup/index.ts";

/** The routes of every area. */
export interface ApiParts {
  readonly setup: ReturnType<typeof setupRoutes>;
  readonly configuration: ReturnType<typeof configurationRoutes>;
  readonly directory: ReturnType<typeof directoryRoutes>;
  readonly governance: ReturnType<typeof createGovernanceRoutes>;
  readonly apps: ReturnType<typeof catalogRoutes>;
  readonly installations: ReturnType<typeof installationRoutes>;
  readonly chatInstallations: ReturnType<typeof chatInstallationRoutes>;
  readonly consents: ReturnType<typeof consentRoutes>;
  readonly updateImpact: ReturnType<typeof updateImpactRoutes>;
  readonly personalApps: ReturnType<typeof personalAppRoutes>;
  readonly personalPages: ReturnType<typeof personalPageRoutes>;
  readonly teamApps: ReturnType<typeof teamAppRoutes>;
  readonly connectors: ReturnType<typeof connectorRoutes>;
  readonly connectorOpening: ReturnType<typeof connectorOpeningRoutes>;
  readonly connections: ReturnType<typeof connectionRoutes>;
  readonly embedding: ReturnType<typeof embeddingRoutes>;
  readonly registrations: ReturnType<typeof registrationRoutes>;
  readonly mailWebhooks: ReturnType<typeof mailWebhookRoutes>;
  readonly targets: ReturnType<typeof targetRoutes>;
  readonly webhooks: ReturnType<typeof webhookRoutes>;
  readonly switches: ReturnType<typeof switchRoutes>;
  readonly messages: ReturnType<typeof messageRoutes>;
  readonly presses: ReturnType<typeof cardPressRoutes>;
  readonly pictures: ReturnType<typeof pictureRoutes>;
  readonly deliveries: ReturnType<typeof deliveryRoutes>;
  readonly audit: ReturnType<typeof auditRoutes>;
  readonly live: ReturnType<typeof liveRoutes>;
}

/** Parvis's own API as one router, described at `/api/openapi.json`. Mounted at `/api`. */
export function createApi(parts: ApiParts) {
  const api = createRouter()
    .route("/", parts.setup)
    .route("/", parts.configuration)
    .route("/", parts.directory.session)
    .route("/", parts.directory.sessionTokens)
    .route("/", parts.directory.people)
    .route("/", parts.directory.groups)
    .route("/", parts.directory.groupNesting)
    .route("/", parts.directory.teams)
    .route("/", parts.directory.chats)
    .route("/", parts.directory.registrations)
    .route("/", parts.governance.settings)
    .route("/", parts.governance.access)
    // Before the policies: `what-if` would be taken for a kind of them.
    .route("/", parts.governance.impact)
    .route("/", parts.governance.policies)
    .route("/", parts.governance.assignments)
    .route("/", parts.governance.requests)
    .route("/", parts.apps.managed)
    .route("/", parts.apps.apps)
    .route("/", parts.apps.submissions)
    .route("/", parts.apps.customizations)
    .route("/", parts.apps.uses)
    .route("/", parts.apps.uploads)
    .route("/", parts.installations)
    .route("/", parts.chatInstallations)
    .route("/", parts.consents)
    .route("/", parts.updateImpact)
    .route("/", parts.personalApps)
    .route("/", parts.personalPages)
    .route("/", parts.teamApps)
    .route("/", parts.connectors)
    .route("/", parts.connectorOpening)
    .route("/", parts.connections)
    .route("/", parts.embedding)
    .route("/", parts.registrations)
    .route("/", parts.mailWebhooks)
    .route("/", parts.targets)
    .route("/", parts.webhooks)
    .route("/", parts.switches)
    .route("/", parts.messages)
    .route("/", parts.presses)
    .route("/", parts.pictures)
    .route("/", parts.deliveries)
    .route("/", parts.audit)
    .route("/", parts.live);
  describeApi(api);
  return api;
}

/** For Hono's typed client, `hc<Api>`: the web client is checked against these routes. */
export type Api = ReturnType<typeof createApi>;

/** The description without a server behind it, for the reference pages: routes only reach for their services when asked. */
export function describedApi(): ApiDocument {
  const nobody = {} as never;
  return apiDocument(
    createApi({
      setup: setupRoutes(nobody, nobody),
      configuration: configurationRoutes(nobody, nobody),
      directory: directoryRoutes(nobody, nobody),
      governance: createGovernanceRoutes(nobody, nobody),
      apps: catalogRoutes(nobody, nobody, nobody, nobody, nobody),
      installations: installationRoutes(nobody, nobody, nobody, nobody),
      chatInstallations: chatInstallationRoutes(nobody, nobody, nobody, nobody),
      consents: consentRoutes(nobody, nobody, nobody),
      updateImpact: updateImpactRoutes(nobody),
      personalApps: personalAppRoutes(nobody),
      personalPages: personalPageRoutes(nobody, nobody, nobody, nobody),
      teamApps: teamAppRoutes(nobody, nobody, nobody),
      connectorOpening: connectorOpeningRoutes(nobody, nobody, nobody, nobody, nobody, nobody),
      connections: connectionRoutes(nobody, nobody),
      embedding: embeddingRoutes(nobody, nobody),
      registrations: registrationRoutes(nobody, nobody),
      connectors: connectorRoutes(nobody, nobody, nobody, nobody, nobody),
      mailWebhooks: mailWebhookRoutes(nobody, nobody, nobody),
      targets: targetRoutes(nobody, nobody, nobody),
      webhooks: webhookRoutes(nobody, nobody, nobody, nobody, nobody),
      switches: switchRoutes(nobody, nobody, nobody),
      messages: messageRoutes(nobody, nobody),
      presses: cardPressRoutes(nobody, nobody),
      pictures: pictureRoutes(nobody),
      deliveries: deliveryRoutes(nobody, nobody, nobody),
      audit: auditRoutes(nobody, nobody),
      live: liveRoutes(nobody, nobody),
    }),
  );
}
