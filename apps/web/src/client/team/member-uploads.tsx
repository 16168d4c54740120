import { makeStyles, Switch, Text, tokens } from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { changeTeamSettings, teamSettingsQuery } from "../../shared/team-settings.ts";
import type { Team } from "../../shared/teams.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column" },
  text: { paddingInlineStart: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
  quiet: { paddingInlineStart: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground3 },
});

/** Whether members, and not owners alone, upload custom apps for the team. */
export function MemberUploads({ team }: { team: Team }): ReactElement | null {
  const styles = useStyles();
  const t = useText();
  const { formatDate } = useIntl();
  const queryClient = useQueryClient();
  const { data: settings, error } = useQuery(teamSettingsQuery(team.id));
  const change = useMutation({
    mutationFn: async (membersMayUpload: boolean) => await changeTeamSettings(team.id, { membersMayUpload }),
    onSuccess: (now) => queryClient.setQueryData(teamSettingsQuery(team.id).queryKey, now),
  });
  if (settings === undefined) return <ProblemBar error={error} />;
  const { setByName: person, since } = settings.set.membersMayUpload;
  const when = since === null ? undefined : formatDate(since, { dateStyle: "long", timeStyle: "short" });
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
      {when !== undefined && (
        <Text size={200} className={styles.quiet}>
          {person === null ? t("client.switches.when", { when }) : t("client.switches.whoWhen", { person, when })}
        </Text>
      )}
      {!settings.mayChange && (
        <Text size={200} className={styles.quiet}>
          {t("client.team.byOwner")}
        </Text>
      )}
      <ProblemBar error={change.error} />
    </div>
  );
}
