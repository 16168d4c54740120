import { z } from "@hono/zod-openapi";

/** An address as pages give it; whether it may be loaded is decided when it is. */
const address = z.string().max(2048);

export const settings = z
  .object({
    entityId: z.string().max(256).optional(),
    contentUrl: address.optional(),
    websiteUrl: address.optional(),
    removeUrl: address.optional(),
    suggestedDisplayName: z.string().max(256).optional(),
    configName: z.string().max(256).optional(),
  })
  .openapi("ConnectorSettings", { description: "What the configuration page stored with setSettings (teams-js)" });

const appSummary = z.object({ id: z.uuid(), displayName: z.string(), publisherName: z.string(), icon: z.string() });

export const configuration = z
  .object({
    id: z.uuid(),
    state: z.enum(["draft", "active"]),
    app: appSummary,
    name: z.string(),
    team: z.object({ id: z.uuid(), displayName: z.string() }),
    channel: z.object({ id: z.uuid(), displayName: z.string(), isGeneral: z.boolean() }),
    settings,
    webhookUrl: z.string().openapi({ description: "Where senders post. A secret: whoever has it may post" }),
    page: z.object({
      configureUrl: z
        .string()
        .openapi({ description: "Page for the dialog: the publisher's, or the one it asked to be reopened with" }),
      removeUrl: z.string().nullable(),
      configurationUrl: z.string(),
      validDomains: z.array(z.string()),
    }),
    configuredBy: z.string().nullable(),
    changedAt: z.iso.datetime(),
  })
  .openapi("ConnectorConfiguration");

export const overview = z
  .object({
    available: z
      .array(appSummary.extend({ connectorId: z.string() }))
      .openapi({ description: "Apps of the team that bring a connector" }),
    configured: z.array(
      z.object({
        id: z.uuid(),
        app: appSummary,
        name: z.string(),
        configuredBy: z.string().nullable(),
        changedAt: z.iso.datetime(),
      }),
    ),
  })
  .openapi("ChannelConnectors");

export const origin = z
  .object({
    name: z.string(),
    app: appSummary.nullable().openapi({ description: "Null when the app was removed since" }),
    configuredBy: z.string().nullable(),
  })
  .openapi("MessageOrigin", { description: "Why messages of a connector are in a channel" });

export const newConfiguration = z.object({ appId: z.uuid() }).openapi("NewConnectorConfiguration");
export const savedConfiguration = z.object({ settings }).openapi("SavedConnectorConfiguration");
export const channelPath = z.object({ channelId: z.uuid() });
export const configurationPath = z.object({ configurationId: z.uuid() });
