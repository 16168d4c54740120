import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { PeopleTeamAddRegular, PeopleTeamRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import type { TeamsSearch } from "../admin-search.ts";
import { ListPage } from "../list/list-page.tsx";
import { useNewItem } from "../list/use-new-item.ts";
import { searchChange } from "../search-change.ts";
import { NewTeamDrawer } from "./new-team-drawer.tsx";
import { useTeamColumns } from "./team-columns.tsx";
import { useTeams } from "./team-queries.ts";

const route = getRouteApi("/frame/admin/teams");
const byName = { column: "name", descending: false };

/** Every team of the organisation. */
export function TeamsPage(): ReactElement {
  const t = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = searchChange<TeamsSearch>(navigate);
  const form = useNewItem(search, change);
  const opens = { appearance: "primary", onClick: form.open, ...useRestoreFocusTarget() } as const;
  return (
    <>
      <ListPage
        name="teams"
        title={t("admin.section.teams")}
        subtitle={t("admin.teams.subtitle")}
        action={
          <Button {...opens} icon={<PeopleTeamAddRegular />}>
            {t("admin.teams.add")}
          </Button>
        }
        query={useTeams(search.search)}
        columns={useTeamColumns()}
        idOf={(team) => team.id}
        standardSorting={byName}
        address={search}
        change={change}
        searchLabel={t("admin.teams.search")}
        counted={(count) => t("admin.teams.count", { count })}
        empty={
          <StatePanel
            icon={<PeopleTeamRegular />}
            title={t("admin.teams.empty.title")}
            actions={<Button {...opens}>{t("admin.teams.empty.create")}</Button>}
          >
            {t("admin.teams.empty.text")}
          </StatePanel>
        }
        onOpen={(team) => void navigate({ to: "/admin/teams/$teamId", params: { teamId: team.id } })}
        {...form.reveal}
      />
      <NewTeamDrawer key={form.openings} open={form.isOpen} onClose={form.close} onCreated={form.onMade} />
    </>
  );
}
