import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { AddRegular, PeopleCommunityRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import type { GroupsSearch } from "../admin-search.ts";
import { ListPage } from "../list/list-page.tsx";
import { useNewItem } from "../list/use-new-item.ts";
import { searchChange } from "../search-change.ts";
import { useGroupColumns } from "./group-columns.tsx";
import { GroupDrawer } from "./group-drawer.tsx";
import { useGroups } from "./group-queries.ts";

const route = getRouteApi("/frame/admin/groups");
const byName = { column: "name", descending: false };

/** Groups of people. */
export function GroupsPage(): ReactElement {
  const t = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = searchChange<GroupsSearch>(navigate);
  const form = useNewItem(search, change);
  const opens = { appearance: "primary", onClick: form.open, ...useRestoreFocusTarget() } as const;
  return (
    <>
      <ListPage
        name="groups"
        title={t("admin.section.groups")}
        subtitle={t("admin.policies.groups.subtitle")}
        action={
          <Button {...opens} icon={<AddRegular />}>
            {t("admin.policies.groups.add")}
          </Button>
        }
        query={useGroups(search.search)}
        columns={useGroupColumns()}
        idOf={(group) => group.id}
        standardSorting={byName}
        address={search}
        change={change}
        searchLabel={t("admin.policies.groups.search")}
        counted={(count) => t("admin.policies.groups.count", { count })}
        empty={
          <StatePanel
            icon={<PeopleCommunityRegular />}
            title={t("admin.policies.groups.empty.title")}
            actions={<Button {...opens}>{t("admin.policies.groups.add")}</Button>}
          >
            {t("admin.policies.groups.empty.text")}
          </StatePanel>
        }
        onOpen={(group) => void navigate({ to: "/admin/groups/$groupId", params: { groupId: group.id } })}
        {...form.reveal}
      />
      <GroupDrawer
        key={form.openings}
        group={undefined}
        open={form.isOpen}
        onClose={form.close}
        onSaved={form.onMade}
      />
    </>
  );
}
