import { Text } from "@fluentui/react-components";
import { PeopleCommunityRegular, PersonDeleteRegular } from "@fluentui/react-icons";
import { type ReactElement, useMemo, useState } from "react";
import { api, done } from "../../shared/api/client.ts";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { FilterChips } from "../../shared/list/filter-chips.tsx";
import { type GroupSearch, membershipKinds } from "../admin-search.ts";
import type { ListColumn } from "../list/list-column.ts";
import { ManagedList } from "../list/managed-list.tsx";
import { removalColumn } from "../list/removal-column.tsx";
import { PersonName } from "../people/person-name.tsx";
import type { SearchChange } from "../search-change.ts";
import { type Group, type GroupMember, useGroupMembers } from "./group-queries.ts";
import { Leaving } from "./leaving.tsx";

const byName = { column: "name", descending: false };

/** Themselves, or by which groups within it; the first leads to its page. */
function HowMember({ member: { direct, through } }: { member: GroupMember }): ReactElement {
  const t = useText();
  const [first, ...others] = through;
  const names = through.map(({ displayName }) => displayName);
  return (
    <Text
      truncate
      wrap={false}
      block
      title={[...(direct ? [t("admin.policies.groups.direct")] : []), ...names].join(", ")}
    >
      {direct && t("admin.policies.groups.direct")}
      {direct && first !== undefined && ", "}
      {first !== undefined && (
        <TextLink to="/admin/groups/$groupId" params={{ groupId: first.id }}>
          {first.displayName}
        </TextLink>
      )}
      {others.map(({ displayName }) => `, ${displayName}`)}
    </Text>
  );
}

function useColumns(nested: boolean, onRemove: (member: GroupMember) => void): ListColumn<GroupMember>[] {
  const t = useText();
  return useMemo(() => {
    const how: ListColumn<GroupMember> = {
      id: "how",
      label: t("admin.policies.groups.how"),
      render: (member) => <HowMember member={member} />,
      sortKey: ({ direct, through }) => (direct ? "" : (through[0]?.displayName ?? "")),
      minWidth: 112,
      grow: 2,
      rank: 1,
      control: true,
    };
    return [
      {
        id: "name",
        label: t("admin.people.column.name"),
        render: (member) => <PersonName person={member} />,
        sortKey: ({ displayName }) => displayName,
        minWidth: 140,
        grow: 4,
        rank: 0,
      },
      ...(nested ? [how] : []),
      removalColumn({
        label: t("admin.member.removing"),
        icon: <PersonDeleteRegular />,
        nameOf: ({ displayName }: GroupMember) => t("admin.member.remove", { name: displayName }),
        mayRemove: ({ direct }) => direct,
        onRemove,
      }),
    ];
  }, [t, nested, onRemove]);
}

interface GroupPeopleProps {
  readonly group: Group;
  readonly address: GroupSearch;
  readonly change: SearchChange<GroupSearch>;
}

/** Who is in a group: themselves, or by a group within it. */
export function GroupPeople({ group, address, change }: GroupPeopleProps): ReactElement {
  const t = useText();
  const query = useGroupMembers(group.id, address.search);
  const [leaving, setLeaving] = useState<GroupMember>();
  const nested = group.groups > 0;
  const columns = useColumns(nested, setLeaving);
  const { how } = address;
  const labels = { direct: t("admin.policies.groups.direct"), nested: t("admin.policies.groups.nested") };
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
        change={change}
        searchLabel={t("admin.people.search")}
        chips={
          nested && (
            <FilterChips
              label={t("admin.policies.groups.how")}
              choices={membershipKinds.map((value) => ({ value, label: labels[value] }))}
              value={how}
              onChoose={(value) => change({ how: value })}
            />
          )
        }
        filter={how === undefined ? undefined : ({ direct }) => direct === (how === "direct")}
        onClear={() => change({ search: undefined, how: undefined })}
        counted={(count) => t("admin.people.count", { count })}
        empty={
          <StatePanel icon={<PeopleCommunityRegular />} title={t("admin.policies.groups.nobody")}>
            {t("admin.policies.groups.nobody.text")}
          </StatePanel>
        }
      />
      <Leaving
        member={leaving?.displayName}
        group={group.displayName}
        what={
          leaving !== undefined && leaving.through.length > 0
            ? t("admin.policies.groups.leave.stays", { group: leaving.through[0]?.displayName ?? "" })
            : t("admin.policies.groups.leave.what")
        }
        change={{ change: "leaveGroup", group: group.id, people: [leaving?.id ?? ""] }}
        act={async () => {
          const param = { groupId: group.id, personId: leaving?.id ?? "" };
          await done(api.groups[":groupId"].members[":personId"].$delete({ param }));
        }}
        onClose={() => setLeaving(undefined)}
      />
    </>
  );
}
