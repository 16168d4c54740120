import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

/** Connectors that apps bring to a channel: what can be configured, and what is. */
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
      };
    },
  });
}

export type ChannelConnectors = Awaited<ReturnType<NonNullable<ReturnType<typeof channelConnectorsQuery>["queryFn"]>>>;
export type AvailableConnector = ChannelConnectors["available"][number];
export type ConfiguredConnector = ChannelConnectors["configured"][number];

/** One configuration of an app's connector, with its webhook, page and settings. */
export function connectorQuery(configurationId: string) {
  return queryOptions({
    queryKey: ["connector", configurationId],
    queryFn: async () => {
      const { app, page, ...one } = await read(api.connectors[":configurationId"].$get({ param: { configurationId } }));
      if (app === null || page === null) throw new Error("A webhook made by hand has no page.");
      return { ...one, app, page };
    },
  });
}

export type Connector = Awaited<ReturnType<NonNullable<ReturnType<typeof connectorQuery>["queryFn"]>>>;
