import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, read } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import { ConsentBody } from "./consent-body.tsx";
import type { GivenConsent } from "./consent-query.ts";

interface InstallMineBodyProps {
  readonly appId: string;
  readonly onCancel: () => void;
  readonly onInstalled: () => void;
}

/** Agreeing to an app for oneself, and adding it. */
export function InstallMineBody({ appId, onCancel, onInstalled }: InstallMineBodyProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const install = useMutation({
    mutationFn: async (consent: GivenConsent) => await read(api.me.apps.$post({ json: { appId, consent } })),
    onSuccess: async ({ app }) => {
      await queryClient.invalidateQueries({ queryKey: ["my-apps"] });
      notify({ intent: "success", title: t("client.apps.mine.added", { app: app.displayName }) });
      onInstalled();
    },
  });
  return (
    <ConsentBody
      appId={appId}
      title={({ displayName }) => t("client.apps.mine.addTitle", { app: displayName })}
      agree={install.isPending ? t("client.install.installing") : t("client.apps.mine.agree")}
      pending={install.isPending}
      error={install.error}
      onAgree={install.mutate}
      onCancel={onCancel}
    />
  );
}
