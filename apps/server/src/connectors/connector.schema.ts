import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";
import { graceSeconds } from "./rate-limit.rules.ts";

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

export const kind = z.enum(["connector", "incoming"]).openapi({
  description: "`connector`: configured on an app's page. `incoming`: a webhook made directly in the channel",
});

export const mode = z.enum(["compatible", "strict"]).openapi({
  description:
    "How senders are answered: `compatible` as Office 365 connectors did, where failures behind the door are a text " +
    "with status 200; `strict` with real status codes, problem documents (RFC 9457) and rate limit headers",
});

export const rateLimit = z
  .object({
    seconds: z.number().int().min(1).max(2_678_400).openapi({ description: "Length of the window" }),
    max: z.number().int().min(1).max(1_000_000_000).openapi({ description: "Cards taken in each window" }),
  })
  .openapi("RateLimit");

const rateLimits = z
  .array(rateLimit)
  .max(8)
  .refine((limits) => new Set(limits.map(({ seconds }) => seconds)).size === limits.length, {
    message: "Each length of a window may stand once",
  })
  .nullable()
  .openapi({ description: "Windows of its own; an empty list is no limit, null the usual ones" });

const channelSummary = z.object({ id: z.uuid(), displayName: z.string(), isGeneral: z.boolean() });

/** What stands in every list of configurations. */
export const configurationSummary = z
  .object({
    id: z.uuid(),
    kind,
    app: appSummary.nullable().openapi({ description: "Null for an incoming webhook" }),
    name: z.string(),
    icon: z.string().nullable().openapi({ description: "Picture beside its messages" }),
    mode,
    configuredBy: z.string().nullable(),
    changedAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable().openapi({ description: "When something was posted last" }),
  })
  .openapi("ConnectorSummary");

export const configuration = configurationSummary
  .extend({
    state: z.enum(["draft", "active"]),
    team: z.object({ id: z.uuid(), displayName: z.string() }),
    channel: channelSummary,
    settings,
    webhookUrl: z.string().openapi({ description: "Where senders post. A secret: whoever has it may post" }),
    addressSince: z.iso.datetime().openapi({ description: "When this address was made" }),
    previousAddresses: z
      .array(z.object({ worksUntil: z.iso.datetime(), lastUsedAt: z.iso.datetime().nullable() }))
      .openapi({ description: "Addresses that were replaced and still work for a while" }),
    rateLimits,
    effectiveRateLimits: z.array(rateLimit).openapi({ description: "The windows that hold" }),
    page: z
      .object({
        configureUrl: z
          .string()
          .openapi({ description: "Page for the dialog: the publisher's, or the one it asked to be reopened with" }),
        removeUrl: z.string().nullable(),
        configurationUrl: z.string(),
        validDomains: z.array(z.string()),
      })
      .nullable()
      .openapi({ description: "Null for an incoming webhook, which has none" }),
  })
  .openapi("ConnectorConfiguration");

export const overview = z
  .object({
    available: z
      .array(
        appSummary.extend({
          connectorId: z.string(),
          distribution: z
            .enum(["store", "organization", "sideloaded"])
            .openapi({ description: "`sideloaded`: uploaded for somebody alone, not for the organisation" }),
        }),
      )
      .openapi({ description: "Apps of the team that bring a connector" }),
    configured: z.array(configurationSummary),
  })
  .openapi("ChannelConnectors");

export const problem = z.enum(["turned-away", "target-failing", "target-stopped"]).openapi({
  description:
    "`turned-away`: of what was posted in the last day, something was throttled or refused. `target-failing`, " +
    "`target-stopped`: cards do not reach a target",
});

export const teamConnectors = pageOf(
  configurationSummary.extend({ channel: channelSummary, problems: z.array(problem) }),
).openapi("TeamConnectors", { description: "Oldest first" });
export const teamConnectorsQuery = pageQuery.extend({
  channelId: z.uuid().optional().openapi({ description: "Only those of one channel" }),
});

const webhookName = z.string().trim().min(1).max(80).openapi({ description: "Name beside its messages" });
const picture = z
  .string()
  .max(400_000)
  .regex(/^data:image\/(png|jpeg|gif);base64,[A-Za-z0-9+/]+=*$/, "Expected a PNG, JPEG or GIF as a data: URL in base64")
  .nullable()
  .openapi({ description: "PNG, JPEG or GIF as a `data:` URL, 256 KB and 2048 pixels a side at most; null for none" });

export const newWebhook = z
  .object({ name: webhookName, picture: picture.optional(), mode: mode.optional(), rateLimits: rateLimits.optional() })
  .openapi("NewWebhook");

export const changedWebhook = z
  .object({
    name: webhookName.optional(),
    picture: picture.optional(),
    mode: mode.optional(),
    rateLimits: rateLimits.optional(),
  })
  .openapi("ChangedWebhook", {
    description: "What is left out stays. Name and picture are an incoming webhook's only",
  });

export const rotation = z
  .object({
    graceSeconds: z
      .number()
      .int()
      .min(0)
      .max(graceSeconds.most)
      .default(graceSeconds.usual)
      .openapi({ description: "How long the old address goes on working; 0 ends it at once" }),
  })
  .openapi("WebhookRotation");

export const origin = z
  .object({
    name: z.string(),
    kind,
    app: appSummary
      .nullable()
      .openapi({ description: "Null when the app was removed since, and for an incoming webhook" }),
    configuredBy: z.string().nullable(),
  })
  .openapi("MessageOrigin", { description: "Why messages of a connector are in a channel" });

export const newConfiguration = z.object({ appId: z.uuid() }).openapi("NewConnectorConfiguration");
export const savedConfiguration = z.object({ settings }).openapi("SavedConnectorConfiguration");
export const channelPath = z.object({ channelId: z.uuid() });
export const configurationPath = z.object({ configurationId: z.uuid() });
export const teamPath = z.object({ teamId: z.uuid() });

export const pageToken = z
  .object({
    token: z.string().openapi({ description: "A signed JWT; a secret of the page" }),
    expiresInSeconds: z.int(),
  })
  .openapi("PageToken");
