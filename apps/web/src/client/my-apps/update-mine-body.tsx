import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, read } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import type { MyApp } from "../../shared/my-apps.ts";
import { ConsentBody } from "../install/consent-body.tsx";
import type { GivenConsent } from "../install/consent-query.ts";
import { WhyAsked } from "../install/why-asked.tsx";

/** A newer version that needs a fresh consent, or consent that was withdrawn: why it is asked, and for what. */
export function UpdateMineBody({ mine, onClose }: { mine: MyApp; onClose: () => void }): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const { app, update, version, consentWithdrawn } = mine;
  const upgrade = useMutation({
    mutationFn: async (consent: GivenConsent) =>
      await read(api.me.apps[":appId"].upgrade.$post({ param: { appId: app.id }, json: { consent } })),
    onSuccess: async (now) => {
      notify({ intent: "success", title: t("client.upgrade.done", { app: app.displayName, version: now.version }) });
      await queryClient.invalidateQueries({ queryKey: ["my-apps"] });
      onClose();
    },
  });
  return (
    <ConsentBody
      appId={app.id}
      title={({ displayName, version: next }) => t("client.upgrade.title", { app: displayName, version: next })}
      agree={t("client.apps.mine.accept")}
      reason={
        <WhyAsked
          version={version}
          update={update}
          withdrawn={consentWithdrawn ? t("client.apps.personal.withdrawn", { app: app.displayName }) : undefined}
        />
      }
      pending={upgrade.isPending}
      error={upgrade.error}
      onAgree={upgrade.mutate}
      onCancel={onClose}
    />
  );
}
