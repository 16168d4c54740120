import { Button, makeStyles, Text, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import {
  DeleteRegular,
  EditRegular,
  PeopleCommunityRegular,
  PersonAddRegular,
  PersonDeleteRegular,
} from "@fluentui/react-icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useMemo, useState } from "react";
import { api, done } from "../../shared/api/client.ts";
import { hasCode } from "../../shared/api/problem.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { useRevealedPage } from "../../shared/layout/reveal-page.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import type { GroupSearch } from "../admin-search.ts";
import { Breadcrumbs } from "../breadcrumbs.tsx";
import type { ListColumn } from "../list/list-column.ts";
import { ManagedList } from "../list/managed-list.tsx";
import { removalColumn } from "../list/removal-column.tsx";
import { PersonName } from "../people/person-name.tsx";
import { searchChange } from "../search-change.ts";
import { useOpenings } from "../use-openings.ts";
import { AddToGroup } from "./add-to-group.tsx";
import { DeleteGroup } from "./delete-group.tsx";
import { GroupDrawer } from "./group-drawer.tsx";
import { type Group, type GroupMember, groupQuery, useGroupMembers } from "./group-queries.ts";

const route = getRouteApi("/frame/admin/groups/$groupId");
const byName = { column: "name", descending: false };

const useStyles = makeStyles({
  acts: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** A group and the people in it. */
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
  useRevealedPage();
  const restoreFocus = useRestoreFocusTarget();
  const close = () => setOpen(undefined);
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
      <MemberList group={group} />
      <AddToGroup key={`add ${openings}`} group={group} open={open === "add"} onClose={close} />
      <GroupDrawer key={`change ${openings}`} group={group} open={open === "change"} onClose={close} onSaved={close} />
      <DeleteGroup group={group} open={open === "delete"} onClose={close} />
    </>
  );
}

function MemberList({ group }: { group: Group }): ReactElement {
  const t = useText();
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const query = useGroupMembers(group.id);
  const [leaving, setLeaving] = useState<GroupMember>();
  const columns = useMemo(
    (): ListColumn<GroupMember>[] => [
      {
        id: "name",
        label: t("admin.people.column.name"),
        render: (member) => <PersonName person={member} />,
        sortKey: ({ displayName }) => displayName,
        minWidth: 140,
        grow: 4,
        rank: 0,
      },
      removalColumn({
        label: t("admin.member.removing"),
        icon: <PersonDeleteRegular />,
        nameOf: ({ displayName }: GroupMember) => t("admin.member.remove", { name: displayName }),
        onRemove: setLeaving,
      }),
    ],
    [t],
  );
  const values = { name: leaving?.displayName ?? "", group: group.displayName };
  return (
    <>
      <ManagedList
        name="group-members"
        label={t("admin.policies.groups.members")}
        query={query}
        columns={columns}
        idOf={(member) => member.id}
        standardSorting={byName}
        address={address}
        change={searchChange<GroupSearch>(navigate)}
        searchLabel={t("admin.people.search")}
        namesOf={(member) => [member.displayName, member.upn]}
        counted={(count) => t("admin.people.count", { count })}
        empty={
          <StatePanel icon={<PeopleCommunityRegular />} title={t("admin.policies.groups.nobody")}>
            {t("admin.policies.groups.nobody.text")}
          </StatePanel>
        }
      />
      <ConfirmDialog
        open={leaving !== undefined}
        title={t("admin.policies.groups.leave.title", values)}
        action={t("admin.policies.groups.leave.action", values)}
        doing={t("admin.working")}
        act={async () => {
          const param = { groupId: group.id, personId: leaving?.id ?? "" };
          await done(api.groups[":groupId"].members[":personId"].$delete({ param }));
          await queryClient.invalidateQueries({ queryKey: ["groups"] });
        }}
        onDone={() => {
          notify({ intent: "success", title: t("admin.policies.groups.leave.done", values) });
          setLeaving(undefined);
        }}
        onClose={() => setLeaving(undefined)}
      >
        <Text>{t("admin.policies.groups.leave.what")}</Text>
      </ConfirmDialog>
    </>
  );
}
