import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { PeopleTeamRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { useSession } from "../../shared/session.ts";
import { teamsQuery } from "../../shared/teams.ts";
import { TeamsTree } from "./teams-tree.tsx";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0 },
  title: { padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalL}` },
});

/** The person's teams with their channels. @param alone on a phone the list is the page. */
export function TeamsList({ alone }: { alone: boolean }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const query = useQuery(teamsQuery);
  return (
    <nav className={styles.root} aria-label={t("client.teams.title")}>
      <Heading level={alone ? 1 : 2} className={styles.title}>
        {t("client.teams.title")}
      </Heading>
      <QueryView query={query} skeleton={<RowSkeletons rows={6} />}>
        {(teams) => (teams.length === 0 ? <NoTeams /> : <TeamsTree teams={teams} />)}
      </QueryView>
    </nav>
  );
}

function NoTeams(): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  const { administrator } = useSession();
  const action = (
    <Button appearance="primary" onClick={() => void navigate({ to: "/admin" })}>
      {t("client.teams.toAdmin")}
    </Button>
  );
  return (
    <StatePanel icon={<PeopleTeamRegular />} title={t("client.teams.none")} actions={administrator && action}>
      {administrator ? t("client.teams.noneForAdmin") : t("client.teams.noneForPerson")}
    </StatePanel>
  );
}
