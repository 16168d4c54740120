import { queryOptions, useMutation } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import type { ConnectRequest } from "./connect-request.ts";

const bodyOf = ({ connectorId, callbackUrl, state }: ConnectRequest) => ({
  connectorId,
  callbackUrl,
  ...(state !== undefined && { state }),
});

/** Who asks, and where to go back to. */
export function askedQuery(request: ConnectRequest) {
  return queryOptions({
    queryKey: ["connection-asked", request],
    queryFn: async () => await read(api["connector-connections"].$get({ query: bodyOf(request) })),
  });
}

export type ConnectionAsked = Awaited<ReturnType<NonNullable<ReturnType<typeof askedQuery>["queryFn"]>>>;

/** Goes back to the site; its next "back" does not come by here again. */
export function leaveFor(address: string): void {
  window.location.replace(address);
}

/** Makes the connection and takes the person back to the site with it. */
export function useConnect(request: ConnectRequest) {
  return useMutation({
    mutationFn: async (channelId: string) =>
      await read(api.channels[":channelId"].connections.$post({ param: { channelId }, json: bodyOf(request) })),
    onSuccess: ({ returnUrl }) => leaveFor(returnUrl),
  });
}
