import { PeopleCommunityRegular, SubtractCircleRegular } from "@fluentui/react-icons";
import { type ReactElement, useMemo, useState } from "react";
import { FormattedNumber } from "react-intl";
import { api, done } from "../../shared/api/client.ts";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import type { ListColumn } from "../list/list-column.ts";
import { type ListAddress, ManagedList } from "../list/managed-list.tsx";
import { removalColumn } from "../list/removal-column.tsx";
import type { SearchChange } from "../search-change.ts";
import { GroupName } from "./group-columns.tsx";
import { type Group, useGroupsBeside } from "./group-queries.ts";
import { Leaving } from "./leaving.tsx";

const byName = { column: "name", descending: false };

interface GroupsBesideProps {
  readonly group: Group;
  /** The groups in it, or those it is in. */
  readonly which: "within" | "around";
  readonly address: ListAddress;
  readonly change: SearchChange<ListAddress>;
}

/** Groups that stand in a group themselves, or that it stands in. */
export function GroupsBeside({ group, which, address, change }: GroupsBesideProps): ReactElement {
  const t = useText();
  const query = useGroupsBeside(group.id, which);
  const [chosen, setChosen] = useState<Group>();
  const within = which === "within";
  const columns = useMemo(
    (): ListColumn<Group>[] => [
      {
        id: "name",
        label: t("admin.policies.group"),
        render: (one) => <GroupName crowded group={one} />,
        sortKey: ({ displayName }) => displayName,
        minWidth: 140,
        grow: 4,
        rank: 0,
        control: true,
      },
      {
        id: "members",
        label: t("admin.policies.groups.members"),
        render: ({ allMembers }) => <FormattedNumber value={allMembers} />,
        sortKey: ({ allMembers }) => allMembers,
        minWidth: 96,
        rank: 1,
      },
      removalColumn({
        label: t("admin.policies.groups.takingOut"),
        icon: <SubtractCircleRegular />,
        nameOf: ({ displayName }: Group) =>
          within
            ? t("admin.policies.groups.leave.action", { name: displayName })
            : t("admin.policies.groups.leaveThis", { name: displayName }),
        onRemove: setChosen,
      }),
    ],
    [t, within],
  );
  const [outer, inner] = within ? [group, chosen] : [chosen, group];
  const empty = within
    ? { title: t("admin.policies.groups.noneWithin"), text: t("admin.policies.groups.noneWithin.text") }
    : { title: t("admin.policies.groups.noneAround"), text: t("admin.policies.groups.noneAround.text") };
  return (
    <>
      <ManagedList
        name={`groups-${which}`}
        label={within ? t("admin.policies.groups.within") : t("admin.policies.groups.around")}
        query={query}
        columns={columns}
        idOf={({ id }) => id}
        standardSorting={byName}
        address={address}
        change={change}
        searchLabel={t("admin.policies.groups.search")}
        namesOf={({ displayName }) => [displayName]}
        counted={(count) => t("admin.policies.groups.count", { count })}
        empty={
          <StatePanel icon={<PeopleCommunityRegular />} title={empty.title}>
            {empty.text}
          </StatePanel>
        }
      />
      <Leaving
        member={chosen === undefined ? undefined : (inner?.displayName ?? "")}
        group={outer?.displayName ?? ""}
        what={t("admin.policies.groups.leave.nested", { count: inner?.allMembers ?? 0 })}
        change={{ change: "leaveGroup", group: outer?.id ?? "", groups: [inner?.id ?? ""] }}
        act={async () => {
          const param = { groupId: outer?.id ?? "", nestedId: inner?.id ?? "" };
          await done(api.groups[":groupId"].groups[":nestedId"].$delete({ param }));
        }}
        onClose={() => setChosen(undefined)}
      />
    </>
  );
}
