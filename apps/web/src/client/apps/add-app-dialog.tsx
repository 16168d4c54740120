import { Dialog, DialogSurface } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { teamQuery, teamsQuery } from "../../shared/teams.ts";
import { InstallBody } from "../install/install-body.tsx";
import { InstallMineBody } from "../install/install-mine-body.tsx";
import type { AppDetails } from "./app-queries.ts";
import { ChooseTeamBody } from "./choose-team-body.tsx";
import { InstalledBody } from "./installed-body.tsx";

const route = getRouteApi("/frame/apps/$appId");

/** Adding an app: to which team, what is agreed to, and where to go from there. */
export function AddAppDialog({ app }: { app: AppDetails }): ReactElement {
  const styles = useDialogStyles();
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/apps/$appId" });
  // While it closes it shows what it showed.
  const [last, setLast] = useState(search);
  if (search.add && search !== last) setLast(search);
  const { team: teamId, installed, mine: forMe } = search.add ? search : last;
  const teams = useQuery(teamsQuery);
  const mine = teams.data?.find((one) => one.id === teamId);
  const alone = useQuery({
    ...teamQuery(teamId ?? ""),
    enabled: teamId !== undefined && teams.data !== undefined && mine === undefined,
  });
  const team = mine ?? alone.data;
  const close = () => void navigate({ search: {} });

  function body(): ReactElement {
    if (forMe) return <InstallMineBody appId={app.id} onCancel={close} onInstalled={close} />;
    if (team === undefined)
      return (
        <ChooseTeamBody
          app={app}
          onChoose={(id) => void navigate({ search: { add: true, team: id } })}
          onCancel={close}
        />
      );
    if (installed) return <InstalledBody app={app} team={team} onClose={close} />;
    const toChoice = () => void navigate({ search: { add: true } });
    const onInstalled = () =>
      void navigate({ search: { add: true, team: team?.id ?? "", installed: true }, replace: true });
    return <InstallBody appId={app.id} team={team} onCancel={toChoice} onInstalled={onInstalled} />;
  }

  return (
    <Dialog open={search.add === true} onOpenChange={(_, data) => !data.open && close()}>
      <DialogSurface className={styles.surface}>{body()}</DialogSurface>
    </Dialog>
  );
}
