import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

/** Connectors of a channel: what can be configured, and what is. */
export function channelConnectorsQuery(channelId: string) {
  return queryOptions({
    queryKey: ["connectors", channelId],
    queryFn: async () => await read(api.channels[":channelId"].connectors.$get({ param: { channelId } })),
  });
}

export type ChannelConnectors = Awaited<ReturnType<NonNullable<ReturnType<typeof channelConnectorsQuery>["queryFn"]>>>;
export type AvailableConnector = ChannelConnectors["available"][number];
export type ConfiguredConnector = ChannelConnectors["configured"][number];

/** One configuration with its webhook, page and settings. */
export function connectorQuery(configurationId: string) {
  return queryOptions({
    queryKey: ["connector", configurationId],
    queryFn: async () => await read(api.connectors[":configurationId"].$get({ param: { configurationId } })),
  });
}

export type Connector = Awaited<ReturnType<NonNullable<ReturnType<typeof connectorQuery>["queryFn"]>>>;
