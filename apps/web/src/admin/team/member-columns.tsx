import { Avatar, Button, Text } from "@fluentui/react-components";
import { PersonDeleteRegular } from "@fluentui/react-icons";
import { type ReactElement, useMemo } from "react";
import { useText } from "../../shared/language/text.ts";
import type { ListColumn } from "../list/list-column.ts";
import { TwoLines } from "../list/two-lines.tsx";
import type { Member } from "../teams/team-queries.ts";
import { MemberRole } from "./member-role.tsx";

function MemberName({ member }: { member: Member }): ReactElement {
  const { personId, displayName, upn } = member;
  return (
    <TwoLines
      crowded
      media={<Avatar name={displayName} color="colorful" idForColor={personId} size={32} aria-hidden />}
      first={
        <Text truncate wrap={false} title={displayName}>
          {displayName}
        </Text>
      }
      second={upn}
    />
  );
}

interface MemberActs {
  readonly onRole: (member: Member, role: Member["role"]) => void;
  readonly onRemove: (member: Member) => void;
}

export function useMemberColumns({ onRole, onRemove }: MemberActs): ListColumn<Member>[] {
  const t = useText();
  return useMemo(
    () => [
      {
        id: "name",
        label: t("admin.people.column.name"),
        render: (member) => <MemberName member={member} />,
        sortKey: (member) => member.displayName,
        minWidth: 140,
        grow: 4,
        rank: 0,
      },
      {
        id: "role",
        label: t("admin.member.role"),
        render: (member) => <MemberRole member={member} onChange={(role) => onRole(member, role)} />,
        sortKey: (member) => (member.role === "owner" ? 0 : 1),
        minWidth: 128,
        rank: 0,
        control: true,
      },
      {
        id: "remove",
        label: t("admin.member.removing"),
        hideLabel: true,
        render: (member) => (
          <Button
            appearance="subtle"
            icon={<PersonDeleteRegular />}
            aria-label={t("admin.member.remove", { name: member.displayName })}
            title={t("admin.member.remove", { name: member.displayName })}
            onClick={() => onRemove(member)}
          />
        ),
        minWidth: 48,
        grow: 0,
        rank: 0,
        control: true,
      },
    ],
    [t, onRole, onRemove],
  );
}
