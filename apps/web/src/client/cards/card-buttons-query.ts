import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

/** What buttons of a channel's cards can do: whether they are switched off, and which connectors take answers. */
export function cardButtonsQuery(channelId: string) {
  return queryOptions({
    queryKey: ["card-buttons", channelId],
    queryFn: async () => await read(api.channels[":channelId"]["card-buttons"].$get({ param: { channelId } })),
  });
}
