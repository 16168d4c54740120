import { Button, Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { PeopleTeamRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { teamSwitchesQuery } from "../../shared/connector-switches.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import type { Session } from "../../shared/session.ts";
import { type Team, teamsQuery } from "../../shared/teams.ts";
import { SwitchedOffBar } from "../connectors/switched-off-bar.tsx";
import { type ConnectionAsked, leaveFor, useConnect } from "./connect-queries.ts";
import type { ConnectRequest } from "./connect-request.ts";
import { OtherAccount } from "./other-account.tsx";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  actions: { display: "flex", flexWrap: "wrap", justifyContent: "flex-end", gap: tokens.spacingHorizontalM },
});

interface ConnectFormProps {
  readonly asked: ConnectionAsked;
  readonly request: ConnectRequest;
  readonly person: Session["person"];
}

/** Who asks, for which channel, and what they may do then. */
export function ConnectForm({ asked, request, person }: ConnectFormProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const query = useQuery(teamsQuery);
  const { connector, site, declineUrl } = asked;
  const decline = <Button onClick={() => leaveFor(declineUrl)}>{t("client.connect.decline")}</Button>;
  return (
    <div className={styles.form}>
      <AppIdentity
        icon={connector.logo}
        name={connector.name}
        second={t("client.connect.whose", { company: connector.companyName, site })}
      />
      <Text>{connector.shortDescription}</Text>
      <OtherAccount person={person} />
      <QueryView query={query} skeleton={<RowSkeletons rows={2} />}>
        {(teams) =>
          teams.length === 0 ? (
            <StatePanel icon={<PeopleTeamRegular />} title={t("client.connect.noTeam")} actions={decline}>
              {t("client.connect.noTeamHow", { site })}
            </StatePanel>
          ) : (
            <ChannelForm asked={asked} request={request} teams={teams} decline={decline} />
          )
        }
      </QueryView>
    </div>
  );
}

interface ChannelFormProps {
  readonly asked: ConnectionAsked;
  readonly request: ConnectRequest;
  readonly teams: readonly Team[];
  readonly decline: ReactElement;
}

function ChannelForm({ asked, request, teams, decline }: ChannelFormProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [teamId, setTeamId] = useState(teams.length === 1 ? teams[0]?.id : undefined);
  const [chosen, setChosen] = useState<string>();
  const [tried, setTried] = useState(false);
  const team = teams.find(({ id }) => id === teamId);
  // The first is General, as in every list of channels.
  const channel = team?.channels.find(({ id }) => id === chosen) ?? team?.channels[0];
  const switches = useQuery({ ...teamSwitchesQuery(team?.id ?? ""), enabled: team !== undefined }).data;
  const connect = useConnect(request);
  const { connector, site } = asked;
  const refused = team !== undefined && switches !== undefined && switches.refusal !== null;
  const leaving = connect.isPending || connect.isSuccess;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (channel !== undefined && !refused && !leaving) connect.mutate(channel.id);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        label={t("client.connect.team")}
        required
        validationMessage={
          tried && team === undefined ? t("client.connect.teamExpected", { connector: connector.name }) : null
        }
      >
        <Select value={teamId ?? ""} onChange={(_, { value }) => setTeamId(value)}>
          {team === undefined && (
            <option value="" disabled>
              {t("client.connect.chooseTeam")}
            </option>
          )}
          {teams.map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("client.connect.channel")} required>
        <Select value={channel?.id ?? ""} disabled={team === undefined} onChange={(_, { value }) => setChosen(value)}>
          {team?.channels.map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </Select>
      </Field>
      {team !== undefined && <SwitchedOffBar switches={switches} />}
      <ProblemBar error={connect.error} />
      <div>
        <Text block>{t("client.connect.consent", { connector: connector.name })}</Text>
        <ul className={styles.list}>
          <li>
            <Text>{t("client.connect.mayPost")}</Text>
          </li>
          <li>
            <Text>{t("client.connect.mayKnow")}</Text>
          </li>
        </ul>
      </div>
      <div role="status">{leaving && <Text>{t("client.connect.leaving", { site })}</Text>}</div>
      <div className={styles.actions}>
        {decline}
        <Button type="submit" appearance="primary" disabledFocusable={refused || leaving}>
          {t("client.connect.allow")}
        </Button>
      </div>
    </form>
  );
}
