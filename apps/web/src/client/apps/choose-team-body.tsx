import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  SearchBox,
  Text,
} from "@fluentui/react-components";
import { PeopleTeamRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { matches } from "../../shared/language/matches.ts";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import { type Team, teamsQuery } from "../../shared/teams.ts";
import type { AppDetails } from "./app-queries.ts";

/** More are found by search. */
const mostShown = 50;

const useStyles = makeStyles({
  content: { minHeight: "200px" },
  teams: { maxHeight: "40vh", overflowY: "auto" },
});

interface ChooseTeamBodyProps {
  readonly app: AppDetails;
  readonly onChoose: (teamId: string) => void;
  readonly onCancel: () => void;
}

/** Which team an app is to be added to: those that the person manages. */
export function ChooseTeamBody({ app, onChoose, onCancel }: ChooseTeamBodyProps): ReactElement {
  const styles = useStyles();
  const dialog = useDialogStyles();
  const t = useText();
  const query = useQuery(teamsQuery);
  const [chosen, setChosen] = useState<string>();
  const managed = query.data?.filter((team) => team.mayManage) ?? [];
  const team = managed.find((one) => one.id === chosen);
  return (
    <DialogBody>
      <DialogTitle>
        <AppIdentity
          heading
          icon={app.icons.color}
          name={t("client.install.where", { app: app.displayName })}
          second={app.publisherName}
        />
      </DialogTitle>
      <DialogContent className={mergeClasses(dialog.content, styles.content)}>
        <QueryView query={query} skeleton={<RowSkeletons rows={4} />}>
          {() =>
            managed.length === 0 ? (
              <StatePanel icon={<PeopleTeamRegular />} title={t("client.install.noTeam")}>
                {t("client.install.noTeamHow")}
              </StatePanel>
            ) : (
              <TeamChoice teams={managed} chosen={chosen} onChoose={setChosen} />
            )
          }
        </QueryView>
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onCancel}>{t("shared.cancel")}</Button>
        <Button appearance="primary" disabledFocusable={team === undefined} onClick={() => team && onChoose(team.id)}>
          {team === undefined
            ? t("client.install.continue")
            : t("client.install.continueWith", { team: team.displayName })}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

interface TeamChoiceProps {
  readonly teams: readonly Team[];
  readonly chosen: string | undefined;
  readonly onChoose: (teamId: string) => void;
}

function TeamChoice({ teams, chosen, onChoose }: TeamChoiceProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [find, setFind] = useState("");
  const found = teams.filter((team) => matches(find, team.displayName));
  return (
    <>
      {teams.length > 7 && (
        <SearchBox
          aria-label={t("client.install.searchTeams")}
          placeholder={t("client.install.searchTeams")}
          value={find}
          onChange={(_, data) => setFind(data.value)}
        />
      )}
      <RadioGroup
        className={styles.teams}
        aria-label={t("client.install.teams")}
        value={chosen ?? ""}
        onChange={(_, data) => onChoose(data.value)}
      >
        {found.slice(0, mostShown).map((team) => (
          <Radio key={team.id} value={team.id} label={team.displayName} />
        ))}
      </RadioGroup>
      {found.length === 0 && <Text>{t("client.search.nothing", { find })}</Text>}
      {found.length > mostShown && (
        <Text size={200}>{t("client.install.moreTeams", { count: found.length - mostShown })}</Text>
      )}
    </>
  );
}
