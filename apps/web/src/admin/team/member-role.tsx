import { Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import type { Member } from "../teams/team-queries.ts";

interface MemberRoleProps {
  readonly member: Member;
  readonly onChange: (role: Member["role"]) => void;
}

/** What somebody is in the team; choosing another changes it at once. */
export function MemberRole({ member, onChange }: MemberRoleProps): ReactElement {
  const t = useText();
  return (
    <Select
      size="small"
      aria-label={t("admin.member.roleOf", { name: member.displayName })}
      value={member.role}
      onChange={(_, { value }) => onChange(value === "owner" ? "owner" : "member")}
    >
      <option value="owner">{t("admin.member.owner")}</option>
      <option value="member">{t("admin.member.member")}</option>
    </Select>
  );
}
