import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

/** A channel's connectors: what can be configured, what is, and the webhooks that were made by hand. */
export function channelConnectorsQuery(channelId: string) {
  return queryOptions({
    queryKey: ["connectors", channelId],
    queryFn: async () => {
      const { available, configured } = await read(
        api.channels[":channelId"].connectors.$get({ param: { channelId } }),
      );
      return {
        available,
        configured: configured.flatMap(({ app, ...one }) => (app === null ? [] : [{ ...one, app }])),
        webhooks: configured.filter(({ kind }) => kind === "incoming"),
      };
    },
  });
}

export type ChannelConnectors = Awaited<ReturnType<NonNullable<ReturnType<typeof channelConnectorsQuery>["queryFn"]>>>;
export type AvailableConnector = ChannelConnectors["available"][number];
export type ConfiguredConnector = ChannelConnectors["configured"][number];
export type ChannelWebhook = ChannelConnectors["webhooks"][number];

/** One configuration, an app's or a webhook made by hand, with its address and settings. */
export function configurationQuery(configurationId: string) {
  return queryOptions({
    queryKey: ["connector", configurationId],
    queryFn: async () => await read(api.connectors[":configurationId"].$get({ param: { configurationId } })),
  });
}

export type Configuration = Awaited<ReturnType<NonNullable<ReturnType<typeof configurationQuery>["queryFn"]>>>;

function ofApp({ app, page, ...one }: Configuration) {
  if (app === null || page === null) throw new Error("A webhook made by hand has no page.");
  return { ...one, app, page };
}

/** One configuration of an app's connector, with its webhook, page and settings. */
export function connectorQuery(configurationId: string) {
  return queryOptions({ ...configurationQuery(configurationId), select: ofApp });
}
