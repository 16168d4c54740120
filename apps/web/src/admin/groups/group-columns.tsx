import { Avatar } from "@fluentui/react-components";
import { PeopleCommunityRegular } from "@fluentui/react-icons";
import { type ReactElement, useMemo } from "react";
import { FormattedDate, FormattedNumber } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import type { ListColumn } from "../list/list-column.ts";
import { CellText, TwoLines } from "../list/two-lines.tsx";
import { groupKindName } from "./group-kinds.ts";
import type { Group } from "./group-queries.ts";

export function GroupName({ group, crowded = false }: { group: Group; crowded?: boolean }): ReactElement {
  return (
    <TwoLines
      crowded={crowded}
      media={<Avatar icon={<PeopleCommunityRegular />} color="colorful" idForColor={group.id} size={32} aria-hidden />}
      first={
        <TextLink to="/admin/groups/$groupId" params={{ groupId: group.id }} title={group.displayName}>
          {group.displayName}
        </TextLink>
      }
      second={group.description}
    />
  );
}

export function useGroupColumns(): ListColumn<Group>[] {
  const t = useText();
  return useMemo(
    () => [
      {
        id: "name",
        label: t("admin.policies.group"),
        render: (group) => <GroupName group={group} />,
        sortKey: (group) => group.displayName,
        minWidth: 200,
        grow: 4,
        rank: 0,
        control: true,
      },
      {
        id: "members",
        label: t("admin.policies.groups.members"),
        render: (group) => <FormattedNumber value={group.allMembers} />,
        sortKey: (group) => group.allMembers,
        minWidth: 96,
        rank: 1,
      },
      {
        id: "groups",
        label: t("admin.policies.groups.within"),
        render: (group) => <FormattedNumber value={group.groups} />,
        sortKey: (group) => group.groups,
        minWidth: 96,
        rank: 4,
      },
      {
        id: "kind",
        label: t("admin.policies.groups.kind"),
        render: (group) => <CellText>{groupKindName(group.kind, t)}</CellText>,
        sortKey: (group) => groupKindName(group.kind, t),
        minWidth: 160,
        rank: 2,
      },
      {
        id: "created",
        label: t("admin.policies.groups.created"),
        render: (group) => <FormattedDate value={group.createdAt} dateStyle="medium" />,
        sortKey: (group) => Date.parse(group.createdAt),
        minWidth: 120,
        rank: 3,
        hiddenAtFirst: true,
      },
    ],
    [t],
  );
}
