import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

/** The organisation's connector switches, who set them, and how much they concern. */
export const connectorSwitchesQuery = queryOptions({
  queryKey: ["connector-switches"],
  queryFn: async () => await read(api["connector-switches"].$get()),
});

export type ConnectorSwitches = Awaited<ReturnType<NonNullable<typeof connectorSwitchesQuery.queryFn>>>;
export type SwitchName = ConnectorSwitches["switches"][number]["name"];
