import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, read } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import type { Team } from "../../shared/teams.ts";
import { ConsentBody } from "./consent-body.tsx";
import type { GivenConsent } from "./consent-query.ts";

interface InstallBodyProps {
  readonly appId: string;
  readonly team: Pick<Team, "id" | "displayName">;
  readonly onCancel: () => void;
  readonly onInstalled: () => void;
}

/** Agreeing to an app for a team, and installing it. */
export function InstallBody({ appId, team, onCancel, onInstalled }: InstallBodyProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const install = useMutation({
    mutationFn: async (consent: GivenConsent) =>
      await read(api.teams[":teamId"].installations.$post({ param: { teamId: team.id }, json: { appId, consent } })),
    onSuccess: async ({ app }) => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ["installations", team.id] }),
        queryClient.invalidateQueries({ queryKey: ["connectors"] }),
      ]);
      notify({ intent: "success", title: t("client.install.done", { app: app.displayName, team: team.displayName }) });
      onInstalled();
    },
  });
  return (
    <ConsentBody
      appId={appId}
      title={({ displayName }) => t("client.install.title", { app: displayName, team: team.displayName })}
      agree={install.isPending ? t("client.install.installing") : t("client.install.agree", { team: team.displayName })}
      pending={install.isPending}
      error={install.error}
      onAgree={install.mutate}
      onCancel={onCancel}
    />
  );
}
