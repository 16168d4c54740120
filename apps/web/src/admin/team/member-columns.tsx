import { PersonDeleteRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { useText } from "../../shared/language/text.ts";
import type { ListColumn } from "../list/list-column.ts";
import { removalColumn } from "../list/removal-column.tsx";
import { PersonName } from "../people/person-name.tsx";
import type { Member } from "../teams/team-queries.ts";
import { MemberRole } from "./member-role.tsx";

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
        render: ({ personId, displayName, upn }) => <PersonName person={{ id: personId, displayName, upn }} />,
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
      removalColumn({
        label: t("admin.member.removing"),
        icon: <PersonDeleteRegular />,
        nameOf: ({ displayName }) => t("admin.member.remove", { name: displayName }),
        onRemove,
      }),
    ],
    [t, onRole, onRemove],
  );
}
