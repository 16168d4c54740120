import { makeStyles, Switch, Text, tokens } from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { api, read } from "../../shared/api/client.ts";
import { type TeamSwitches, teamSwitchesQuery } from "../../shared/connector-switches.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import type { Team } from "../../shared/teams.ts";
import { SwitchedOffBar } from "../connectors/switched-off-bar.tsx";
import { MemberUploads } from "./member-uploads.tsx";
import { TeamMail } from "./team-mail.tsx";

type SwitchName = "connectorsEnabled" | "allowMemberConnectors";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, maxWidth: "640px" },
  setting: { display: "flex", flexDirection: "column" },
  text: { paddingInlineStart: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
  quiet: { paddingInlineStart: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground3 },
});

/** What a team's owners, and administrators, decide about its connectors. */
export function TeamSettings({ team }: { team: Team }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const query = useQuery(teamSwitchesQuery(team.id));
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: async (json: Partial<Record<SwitchName, boolean>>) =>
      await read(api.teams[":teamId"]["connector-switches"].$patch({ param: { teamId: team.id }, json })),
    onSuccess: (now) => queryClient.setQueryData(teamSwitchesQuery(team.id).queryKey, now),
  });
  return (
    <section className={styles.root}>
      <Heading level={2}>{t("client.connectors")}</Heading>
      <QueryView query={query} skeleton={<RowSkeletons rows={2} />}>
        {(switches) => (
          <>
            <SwitchedOffBar switches={switches} />
            <Setting
              name="allowMemberConnectors"
              label={t("client.team.memberConnectors")}
              text={t("client.team.memberConnectors.text")}
              whoMay={t("client.team.byOwner")}
              switches={switches}
              pending={change.isPending}
              onChange={(value) => change.mutate({ allowMemberConnectors: value })}
            />
            <Setting
              name="connectorsEnabled"
              label={t("client.team.connectorsEnabled")}
              text={t("client.team.connectorsEnabled.text", { count: switches.webhooks })}
              whoMay={t("client.team.byAdministrator")}
              switches={switches}
              pending={change.isPending}
              onChange={(value) => change.mutate({ connectorsEnabled: value })}
            />
            <ProblemBar error={change.error} />
            <TeamMail team={team} mayChange={switches.mayChange.allowMemberConnectors} />
          </>
        )}
      </QueryView>
      <MemberUploads team={team} />
    </section>
  );
}

interface SettingProps {
  readonly name: SwitchName;
  readonly label: string;
  readonly text: string;
  /** Said to whoever may not change it. */
  readonly whoMay: string;
  readonly switches: TeamSwitches;
  readonly pending: boolean;
  readonly onChange: (value: boolean) => void;
}

function Setting({ name, label, text, whoMay, switches, pending, onChange }: SettingProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const intl = useIntl();
  const { value, setBy: person, setAt } = switches[name];
  const may = switches.mayChange[name];
  const when = setAt === null ? undefined : intl.formatDate(setAt, { dateStyle: "long", timeStyle: "short" });
  return (
    <div className={styles.setting}>
      <Switch
        checked={value}
        disabled={!may || pending}
        label={label}
        onChange={(_, { checked }) => may && onChange(checked)}
      />
      <Text size={200} className={styles.text}>
        {text}
      </Text>
      {when !== undefined && (
        <Text size={200} className={styles.quiet}>
          {person === null ? t("client.switches.when", { when }) : t("client.switches.whoWhen", { person, when })}
        </Text>
      )}
      {!may && (
        <Text size={200} className={styles.quiet}>
          {whoMay}
        </Text>
      )}
    </div>
  );
}
