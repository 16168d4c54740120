import { Switch, Text } from "@fluentui/react-components";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, read } from "../../shared/api/client.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import type { AppDetails } from "../apps/app-queries.ts";
import { SettingCard } from "../settings/setting-card.tsx";

function embeddingQuery(appId: string) {
  return queryOptions({
    queryKey: ["embedding", appId],
    queryFn: async () => await read(api.apps[":appId"].embedding.$get({ param: { appId } })),
  });
}

/** Whether the app's pages are shown through Parvis: for those that accept no host but Microsoft's. */
export function EmbeddingSetting({ app }: { app: AppDetails }): ReactElement | null {
  const t = useText();
  const queryClient = useQueryClient();
  const query = embeddingQuery(app.id);
  const { data } = useQuery(query);
  const change = useMutation({
    mutationFn: async (mode: "direct" | "legacy") =>
      await read(api.apps[":appId"].embedding.$put({ param: { appId: app.id }, json: { mode } })),
    onSuccess: (now) => queryClient.setQueryData(query.queryKey, now),
  });
  if (data === undefined) return null;
  const on = data.mode === "legacy";
  return (
    <SettingCard title={t("admin.app.embedding")} text={t("admin.app.embedding.text")}>
      <Switch
        checked={on}
        disabled={change.isPending || (!data.available && !on)}
        label={on ? t("admin.app.embedding.on") : t("admin.app.embedding.off")}
        onChange={(_, { checked }) => change.mutate(checked ? "legacy" : "direct")}
      />
      {!data.available && <Text>{t("admin.app.embedding.unavailable")}</Text>}
      <ProblemBar error={change.error} />
    </SettingCard>
  );
}
