import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { PeopleTeamAddRegular, PeopleTeamRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import type { TeamsSearch } from "../admin-search.ts";
import { ManagedList } from "../list/managed-list.tsx";
import { useDialogAddress } from "../use-dialog-address.ts";
import { useOpenings } from "../use-openings.ts";
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
  const restoreFocus = useRestoreFocusTarget();
  const columns = useTeamColumns();
  const query = useTeams(search.search);
  const [created, setCreated] = useState<string>();
  usePageTitle(t("admin.section.teams"));

  const change = (next: { [Word in keyof TeamsSearch]?: TeamsSearch[Word] | undefined }, replace = true) =>
    void navigate({ search: (before) => ({ ...before, ...next }) as TeamsSearch, replace });
  const isOpen = search.open === "new";
  const dialog = useDialogAddress(
    isOpen,
    () => change({ open: "new" }, false),
    () => change({ open: undefined }),
  );
  const openings = useOpenings(isOpen);
  const opens = { appearance: "primary", onClick: dialog.open, ...restoreFocus } as const;

  return (
    <>
      <PageHeader
        title={t("admin.section.teams")}
        subtitle={t("admin.teams.subtitle")}
        action={
          <Button {...opens} icon={<PeopleTeamAddRegular />}>
            {t("admin.teams.add")}
          </Button>
        }
      />
      <ManagedList
        name="teams"
        label={t("admin.section.teams")}
        query={query}
        columns={columns}
        idOf={(team) => team.id}
        standardSorting={byName}
        address={search}
        onAddress={({ search: words, sort }) => change({ search: words, sort })}
        searchLabel={t("admin.teams.search")}
        onClear={() => change({ search: undefined })}
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
        reveal={created}
        onRevealed={() => setCreated(undefined)}
      />
      <NewTeamDrawer
        key={openings}
        open={isOpen}
        onClose={dialog.close}
        onCreated={(team) => {
          // What is searched for may hide it.
          if (search.search === undefined) dialog.close();
          else change({ open: undefined, search: undefined });
          setCreated(team.id);
        }}
      />
    </>
  );
}
