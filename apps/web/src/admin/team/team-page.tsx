import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { AddRegular, PeopleTeamRegular, PersonAddRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { hasCode } from "../../shared/api/problem.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import { teamQuery } from "../../shared/teams.ts";
import { type TeamSearch, type TeamTab, teamTabs } from "../admin-search.ts";
import { Breadcrumbs } from "../breadcrumbs.tsx";
import { PageTabs } from "../page-tabs.tsx";
import { searchChange } from "../search-change.ts";
import { useOpenings } from "../use-openings.ts";
import { AddChannelDrawer } from "./add-channel-drawer.tsx";
import { AddMembersDrawer } from "./add-members-drawer.tsx";
import { AppsTab } from "./apps-tab.tsx";
import { ChannelsTab } from "./channels-tab.tsx";
import { ConnectorsTab } from "./connectors-tab.tsx";
import { MembersTab } from "./members-tab.tsx";

const route = getRouteApi("/frame/admin/teams/$teamId");

/** One team: who is in it, its channels, who uploads apps for it, and its connector switches. */
export function TeamPage(): ReactElement {
  const t = useText();
  const { teamId } = route.useParams();
  const { tab = "members", ...address } = route.useSearch();
  const navigate = route.useNavigate();
  const restoreFocus = useRestoreFocusTarget();
  const query = useQuery(teamQuery(teamId));
  const [adding, setAdding] = useState(false);
  const openings = useOpenings(adding);
  usePageTitle(query.data?.displayName ?? t("admin.section.teams"));

  if (hasCode(query.error, "team/not-found")) {
    return (
      <StatePanel
        level={1}
        icon={<PeopleTeamRegular />}
        title={t("problem.team/not-found")}
        actions={<ButtonLink to="/admin/teams">{t("admin.section.teams")}</ButtonLink>}
      >
        {t("admin.team.gone")}
      </StatePanel>
    );
  }
  const labels: Record<TeamTab, string> = {
    members: t("admin.team.members"),
    channels: t("admin.team.channels"),
    apps: t("admin.team.apps"),
    connectors: t("admin.team.connectors"),
  };
  const Add = tab === "members" ? AddMembersDrawer : AddChannelDrawer;
  const List = tab === "members" ? MembersTab : ChannelsTab;
  const adds = tab === "members" || tab === "channels";
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={6} />}>
      {(team) => (
        <>
          <Breadcrumbs section={{ to: "/admin/teams", label: t("admin.section.teams") }} here={team.displayName} />
          <PageHeader
            title={team.displayName}
            subtitle={team.description}
            action={
              adds && (
                <Button
                  appearance="primary"
                  icon={tab === "members" ? <PersonAddRegular /> : <AddRegular />}
                  onClick={() => setAdding(true)}
                  {...restoreFocus}
                >
                  {tab === "members" ? t("admin.members.add") : t("admin.channels.add")}
                </Button>
              )
            }
          />
          <PageTabs
            tabs={teamTabs}
            labels={labels}
            value={tab}
            onChoose={(value) => void navigate({ search: value === "members" ? {} : { tab: value }, replace: true })}
          >
            {adds && <List key={team.id} team={team} address={address} change={searchChange<TeamSearch>(navigate)} />}
            {tab === "apps" && <AppsTab key={team.id} team={team} />}
            {tab === "connectors" && <ConnectorsTab key={team.id} team={team} />}
          </PageTabs>
          {adds && <Add key={`${tab} ${openings}`} team={team} open={adding} onClose={() => setAdding(false)} />}
        </>
      )}
    </QueryView>
  );
}
