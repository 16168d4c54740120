import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

/** More are found by search. */
const mostShown = 12;

/** Apps of the organisation that bring a connector. Which do is part of an app's details, so each is asked for. */
export function addableConnectorsQuery(search: string) {
  return queryOptions({
    queryKey: ["apps", "with-connector", search],
    queryFn: async () => {
      const query = { limit: String(mostShown), ...(search === "" ? {} : { search }) };
      const { items } = await read(api.apps.$get({ query }));
      const details = await Promise.all(
        items.map(async ({ id }) => await read(api.apps[":appId"].$get({ param: { appId: id } }))),
      );
      return details.filter((app) => app.capabilities.connectors.length > 0);
    },
    placeholderData: (before) => before,
  });
}
