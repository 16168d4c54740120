import type { PageSettings } from "@parvis/host";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

/** Keeps what the page stored, once it has said that saving went well. */
export function useSaveConnector(configurationId: string, channelId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (settings: PageSettings) =>
      await read(api.connectors[":configurationId"].$put({ param: { configurationId }, json: { settings } })),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ["connectors", channelId] }),
  });
}
