import { Button, makeStyles, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import { DeleteRegular, EditRegular, PeopleCommunityRegular, PersonAddRegular } from "@fluentui/react-icons";
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
import { type GroupSearch, type GroupTab, groupTabs } from "../admin-search.ts";
import { Breadcrumbs } from "../breadcrumbs.tsx";
import { PageTabs } from "../page-tabs.tsx";
import { searchChange } from "../search-change.ts";
import { useOpenings } from "../use-openings.ts";
import { AddToGroup } from "./add-to-group.tsx";
import { DeleteGroup } from "./delete-group.tsx";
import { GroupDrawer } from "./group-drawer.tsx";
import { GroupPeople } from "./group-people.tsx";
import { type Group, groupQuery } from "./group-queries.ts";
import { GroupsBeside } from "./groups-beside.tsx";

const route = getRouteApi("/frame/admin/groups/$groupId");

const useStyles = makeStyles({
  acts: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** A group: the people and groups in it, and the groups it is in. */
export function GroupPage(): ReactElement {
  const t = useText();
  const { groupId } = route.useParams();
  const query = useQuery(groupQuery(groupId));
  usePageTitle(query.data?.displayName ?? t("admin.section.groups"));
  if (hasCode(query.error, "group/not-found")) {
    return (
      <StatePanel
        level={1}
        icon={<PeopleCommunityRegular />}
        title={t("problem.group/not-found")}
        actions={<ButtonLink to="/admin/groups">{t("admin.section.groups")}</ButtonLink>}
      >
        {t("admin.policies.groups.gone")}
      </StatePanel>
    );
  }
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={6} />}>
      {(group) => <GroupView key={group.id} group={group} />}
    </QueryView>
  );
}

function GroupView({ group }: { group: Group }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [open, setOpen] = useState<"add" | "change" | "delete">();
  const openings = useOpenings(open !== undefined);
  const restoreFocus = useRestoreFocusTarget();
  const close = () => setOpen(undefined);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = searchChange<GroupSearch>(navigate);
  const { tab = "people" } = search;
  const labels: Record<GroupTab, string> = {
    people: t("admin.policies.groups.members"),
    within: t("admin.policies.groups.within"),
    around: t("admin.policies.groups.around"),
  };
  return (
    <>
      <Breadcrumbs section={{ to: "/admin/groups", label: t("admin.section.groups") }} here={group.displayName} />
      <PageHeader
        title={group.displayName}
        subtitle={group.description}
        action={
          <div className={styles.acts}>
            <Button icon={<EditRegular />} onClick={() => setOpen("change")} {...restoreFocus}>
              {t("admin.policies.groups.edit")}
            </Button>
            <Button icon={<DeleteRegular />} onClick={() => setOpen("delete")} {...restoreFocus}>
              {t("admin.policies.groups.delete")}
            </Button>
            <Button appearance="primary" icon={<PersonAddRegular />} onClick={() => setOpen("add")} {...restoreFocus}>
              {t("admin.policies.groups.addPeople")}
            </Button>
          </div>
        }
      />
      <PageTabs
        tabs={groupTabs}
        labels={labels}
        value={tab}
        onChoose={(value) => void navigate({ search: value === "people" ? {} : { tab: value }, replace: true })}
      >
        {tab === "people" ? (
          <GroupPeople group={group} address={search} change={change} />
        ) : (
          <GroupsBeside key={tab} group={group} which={tab} address={search} change={change} />
        )}
      </PageTabs>
      <AddToGroup key={`add ${openings}`} group={group} open={open === "add"} onClose={close} />
      <GroupDrawer key={`change ${openings}`} group={group} open={open === "change"} onClose={close} onSaved={close} />
      <DeleteGroup group={group} open={open === "delete"} onClose={close} />
    </>
  );
}
