import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, read } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import { ConsentBody } from "../install/consent-body.tsx";
import type { GivenConsent } from "../install/consent-query.ts";
import { WhyAsked } from "../install/why-asked.tsx";
import type { Installation } from "./installations-query.ts";

interface UpgradeBodyProps {
  readonly team: { readonly id: string; readonly displayName: string };
  readonly installation: Installation;
  readonly onClose: () => void;
}

/** A newer version that needs a fresh consent: why, and what it asks for now. */
export function UpgradeBody({ team, installation, onClose }: UpgradeBodyProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const { id: installationId, app, update, version, consentWithdrawn } = installation;
  const upgrade = useMutation({
    mutationFn: async (consent: GivenConsent) =>
      await read(
        api.teams[":teamId"].installations[":installationId"].upgrade.$post({
          param: { teamId: team.id, installationId },
          json: { consent },
        }),
      ),
    onSuccess: async (now) => {
      notify({ intent: "success", title: t("client.upgrade.done", { app: app.displayName, version: now.version }) });
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ["installations", team.id] }),
        queryClient.invalidateQueries({ queryKey: ["my-apps"] }),
      ]);
      onClose();
    },
  });
  return (
    <ConsentBody
      appId={app.id}
      title={({ displayName, version: next }) => t("client.upgrade.title", { app: displayName, version: next })}
      agree={t("client.upgrade.agree", { team: team.displayName })}
      reason={
        <WhyAsked
          version={version}
          update={update}
          withdrawn={consentWithdrawn ? t("client.upgrade.withdrawn", { app: app.displayName }) : undefined}
        />
      }
      pending={upgrade.isPending}
      error={upgrade.error}
      onAgree={upgrade.mutate}
      onCancel={onClose}
    />
  );
}
