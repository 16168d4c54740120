import { makeStyles, tokens } from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { changeTeamSettings, teamSettingsQuery } from "../../shared/team-settings.ts";
import type { Team } from "../../shared/teams.ts";
import { SetBy } from "../settings/set-by.tsx";
import { SwitchRow } from "../settings/switch-row.tsx";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL, maxWidth: "720px" },
});

/** Who uploads custom apps for a team. The organisation's switch and setup policies go before it. */
export function AppsTab({ team }: { team: Pick<Team, "id"> }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const query = useQuery(teamSettingsQuery(team.id));
  const change = useMutation({
    mutationFn: async (membersMayUpload: boolean) => await changeTeamSettings(team.id, { membersMayUpload }),
    onSuccess: (now) => {
      queryClient.setQueryData(teamSettingsQuery(team.id).queryKey, now);
      notify({ intent: "success", title: t("admin.settings.saved") });
    },
  });
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={1} />}>
      {({ membersMayUpload, set, mayChange }) => (
        <div className={styles.root}>
          <SwitchRow
            label={t("admin.team.uploads")}
            what={t("admin.team.uploads.what")}
            checked={change.isPending ? change.variables : membersMayUpload}
            disabled={change.isPending || !mayChange}
            onChange={(on) => change.mutate(on)}
          >
            <SetBy setBy={set.membersMayUpload.setByName} setAt={set.membersMayUpload.since} />
          </SwitchRow>
          <ProblemBar error={change.error} />
        </div>
      )}
    </QueryView>
  );
}
