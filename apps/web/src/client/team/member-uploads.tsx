import { makeStyles, Switch, Text, tokens } from "@fluentui/react-components";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, read } from "../../shared/api/client.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import type { Team } from "../../shared/teams.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column" },
  text: { paddingInlineStart: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
  quiet: { paddingInlineStart: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground3 },
});

function teamSettingsQuery(teamId: string) {
  return queryOptions({
    queryKey: ["team-settings", teamId],
    queryFn: async () => await read(api.teams[":teamId"].settings.$get({ param: { teamId } })),
  });
}

/** Whether members, and not owners alone, upload custom apps for the team. */
export function MemberUploads({ team }: { team: Team }): ReactElement | null {
  const styles = useStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const { data: settings, error } = useQuery(teamSettingsQuery(team.id));
  const change = useMutation({
    mutationFn: async (membersMayUpload: boolean) =>
      await read(api.teams[":teamId"].settings.$patch({ param: { teamId: team.id }, json: { membersMayUpload } })),
    onSuccess: (now) => queryClient.setQueryData(teamSettingsQuery(team.id).queryKey, now),
  });
  if (settings === undefined) return <ProblemBar error={error} />;
  return (
    <div className={styles.root}>
      <Heading level={2}>{t("client.team.apps")}</Heading>
      <Switch
        checked={settings.membersMayUpload}
        disabled={!settings.mayChange || change.isPending}
        label={t("client.team.memberUploads")}
        onChange={(_, { checked }) => change.mutate(checked)}
      />
      <Text size={200} className={styles.text}>
        {t("client.team.memberUploads.text")}
      </Text>
      {!settings.mayChange && (
        <Text size={200} className={styles.quiet}>
          {t("client.team.byOwner")}
        </Text>
      )}
      <ProblemBar error={change.error} />
    </div>
  );
}
