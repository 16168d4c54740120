import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { AddRegular, PeopleCommunityRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import type { GroupsSearch } from "../admin-search.ts";
import { ManagedList } from "../list/managed-list.tsx";
import { useDialogAddress } from "../use-dialog-address.ts";
import { useOpenings } from "../use-openings.ts";
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
  const restoreFocus = useRestoreFocusTarget();
  const columns = useGroupColumns();
  const query = useGroups(search.search);
  const [created, setCreated] = useState<string>();
  usePageTitle(t("admin.section.groups"));

  const change = (next: { [Word in keyof GroupsSearch]?: GroupsSearch[Word] | undefined }, replace = true) =>
    void navigate({ search: (before) => ({ ...before, ...next }) as GroupsSearch, replace });
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
        title={t("admin.section.groups")}
        subtitle={t("admin.policies.groups.subtitle")}
        action={
          <Button {...opens} icon={<AddRegular />}>
            {t("admin.policies.groups.add")}
          </Button>
        }
      />
      <ManagedList
        name="groups"
        label={t("admin.section.groups")}
        query={query}
        columns={columns}
        idOf={(group) => group.id}
        standardSorting={byName}
        address={search}
        onAddress={({ search: words, sort }) => change({ search: words, sort })}
        searchLabel={t("admin.policies.groups.search")}
        onClear={() => change({ search: undefined })}
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
        reveal={created}
        onRevealed={() => setCreated(undefined)}
      />
      <GroupDrawer
        key={openings}
        group={undefined}
        open={isOpen}
        onClose={dialog.close}
        onSaved={(group) => {
          // What is searched for may hide it.
          if (search.search === undefined) dialog.close();
          else change({ open: undefined, search: undefined });
          setCreated(group.id);
        }}
      />
    </>
  );
}
