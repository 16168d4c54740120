import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { type TeamSwitches, teamSwitchesQuery } from "../../shared/connector-switches.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import type { Team } from "../../shared/teams.ts";
import { SetBy } from "../settings/set-by.tsx";
import { SwitchRow } from "../settings/switch-row.tsx";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL, maxWidth: "720px" },
});

type Change = Partial<Record<"connectorsEnabled" | "allowMemberConnectors", boolean>>;

/** A team's connector switches. The organisation's go before them. */
export function ConnectorsTab({ team }: { team: Pick<Team, "id" | "displayName"> }): ReactElement {
  const query = useQuery(teamSwitchesQuery(team.id));
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={2} />}>
      {(held) => <Switches team={team} held={held} />}
    </QueryView>
  );
}

function Switches({ team, held }: { team: Pick<Team, "id" | "displayName">; held: TeamSwitches }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { connectorsEnabled, allowMemberConnectors, webhooks, refusal, mayChange } = held;
  const name = team.displayName;
  const change = useMutation({
    mutationFn: async (json: Change) =>
      await read(api.teams[":teamId"]["connector-switches"].$patch({ param: { teamId: team.id }, json })),
    onSuccess: (now) => {
      queryClient.setQueryData(teamSwitchesQuery(team.id).queryKey, now);
      notify({ intent: "success", title: t("admin.settings.saved") });
    },
  });
  const shown = (which: keyof Change) => (change.isPending ? change.variables[which] : undefined) ?? held[which].value;
  return (
    <div className={styles.root}>
      {refusal?.scope === "organisation" && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t("admin.team.connectors.organisation")}{" "}
            <TextLink to="/admin/settings">{t("admin.section.settings")}</TextLink>
          </MessageBarBody>
        </MessageBar>
      )}
      <SwitchRow
        label={t("admin.team.connectors.enabled")}
        what={t("admin.team.connectors.enabled.what")}
        checked={shown("connectorsEnabled")}
        disabled={change.isPending || !mayChange.connectorsEnabled}
        onChange={(on) => (on ? change.mutate({ connectorsEnabled: true }) : setAsking(true))}
      >
        <SetBy {...connectorsEnabled} />
      </SwitchRow>
      <SwitchRow
        label={t("admin.team.connectors.members")}
        what={t("admin.team.connectors.members.what")}
        checked={shown("allowMemberConnectors")}
        disabled={change.isPending || !mayChange.allowMemberConnectors}
        onChange={(allowed) => change.mutate({ allowMemberConnectors: allowed })}
      >
        <SetBy {...allowMemberConnectors} />
      </SwitchRow>
      <Text>{t("admin.team.connectors.count", { count: webhooks })}</Text>
      {!asking && <ProblemBar error={change.error} />}
      <ConfirmDialog
        open={asking}
        title={t("admin.team.connectors.off", { name })}
        action={t("admin.team.connectors.off.action", { name })}
        doing={t("admin.working")}
        act={async () => await change.mutateAsync({ connectorsEnabled: false })}
        onDone={() => setAsking(false)}
        onClose={() => {
          change.reset();
          setAsking(false);
        }}
      >
        <Text>{t("admin.team.connectors.off.what", { count: webhooks })}</Text>
        <Text>{t("admin.settings.connectors.off.stays")}</Text>
      </ConfirmDialog>
    </div>
  );
}
