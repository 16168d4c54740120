import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { api, read } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";

/** What the organisation has set. */
export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: async () => await read(api.settings.$get()),
});

/** Who set each setting, and when. */
export const settingsInForceQuery = queryOptions({
  queryKey: ["settings", "in-force"],
  queryFn: async () => await read(api.settings["in-force"].$get()),
});

export type Settings = Awaited<ReturnType<NonNullable<typeof settingsQuery.queryFn>>>;

/** Changes settings; what they were comes back when the server refuses. */
export function useChangeSettings() {
  const t = useText();
  const { formatDate } = useIntl();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (change: Partial<Settings>) => await read(api.settings.$patch({ header: {}, json: change })),
    onSuccess: async (settings) => {
      queryClient.setQueryData(settingsQuery.queryKey, settings);
      const when = formatDate(new Date(), { dateStyle: "medium", timeStyle: "medium" });
      notify({ intent: "success", title: t("admin.settings.saved"), body: t("admin.policies.since", { when }) });
      await queryClient.invalidateQueries({ queryKey: settingsInForceQuery.queryKey });
      await Promise.all(
        ["apps", "access", "consent"].map(async (key) => await queryClient.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
}
