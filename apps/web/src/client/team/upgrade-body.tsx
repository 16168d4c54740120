import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, read } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import type { Team } from "../../shared/teams.ts";
import { ConsentBody } from "../install/consent-body.tsx";
import type { GivenConsent } from "../install/consent-query.ts";
import { type Installation, reasonWords } from "./installations-query.ts";

const useStyles = makeStyles({ reasons: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL } });

interface UpgradeBodyProps {
  readonly team: Team;
  readonly installation: Installation;
  readonly onClose: () => void;
}

/** A newer version that needs a fresh consent: why, and what it asks for now. */
export function UpgradeBody({ team, installation, onClose }: UpgradeBodyProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const { id: installationId, app, update, version } = installation;
  const reasons = reasonWords(update?.reasons ?? []);
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
      await queryClient.invalidateQueries({ queryKey: ["installations", team.id] });
      onClose();
    },
  });
  return (
    <ConsentBody
      appId={app.id}
      title={({ displayName, version: next }) => t("client.upgrade.title", { app: displayName, version: next })}
      agree={t("client.upgrade.agree", { team: team.displayName })}
      reason={
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t("client.upgrade.why", { version })}</MessageBarTitle>
            <ul className={styles.reasons}>
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      }
      pending={upgrade.isPending}
      error={upgrade.error}
      onAgree={upgrade.mutate}
      onCancel={onClose}
    />
  );
}
