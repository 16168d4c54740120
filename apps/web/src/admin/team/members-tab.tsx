import { Text } from "@fluentui/react-components";
import { PeopleRegular } from "@fluentui/react-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, done } from "../../shared/api/client.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import type { Team } from "../../shared/teams.ts";
import { type ListAddress, ManagedList } from "../list/managed-list.tsx";
import type { SearchChange } from "../search-change.ts";
import { type Member, useMembers } from "../teams/team-queries.ts";
import { useMemberColumns } from "./member-columns.tsx";

const byName = { column: "name", descending: false };

interface MembersTabProps {
  readonly team: Team;
  readonly address: ListAddress;
  readonly change: SearchChange<ListAddress>;
}

/** Who is in a team, and as what. */
export function MembersTab({ team, address, change }: MembersTabProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const query = useMembers(team.id);
  const [leaving, setLeaving] = useState<Member>();
  const reread = async () => await queryClient.invalidateQueries({ queryKey: ["members", team.id] });
  const { mutate: changeRole, error } = useMutation({
    mutationFn: async ({ member, role }: { member: Member; role: Member["role"] }) => {
      const json = { upn: member.upn, role };
      await done(api.teams[":teamId"].members.$post({ param: { teamId: team.id }, json }));
      await reread();
    },
  });
  const [acts] = useState({
    onRole: (member: Member, role: Member["role"]) => changeRole({ member, role }),
    onRemove: setLeaving,
  });
  const columns = useMemberColumns(acts);
  return (
    <>
      <ProblemBar error={error} />
      <ManagedList
        name="members"
        label={t("admin.team.members")}
        query={query}
        columns={columns}
        idOf={(member) => member.personId}
        standardSorting={byName}
        address={address}
        change={change}
        searchLabel={t("admin.people.search")}
        namesOf={(member) => [member.displayName, member.upn]}
        counted={(count) => t("admin.people.count", { count })}
        empty={<StatePanel icon={<PeopleRegular />} title={t("admin.members.empty")} />}
      />
      <ConfirmDialog
        open={leaving !== undefined}
        title={t("admin.member.remove.title", { name: leaving?.displayName ?? "", team: team.displayName })}
        action={t("admin.member.remove.action", { name: leaving?.displayName ?? "" })}
        doing={t("admin.working")}
        act={async () => {
          const param = { teamId: team.id, personId: leaving?.personId ?? "" };
          await done(api.teams[":teamId"].members[":personId"].$delete({ param }));
          await reread();
        }}
        onDone={() => {
          const values = { name: leaving?.displayName ?? "", team: team.displayName };
          notify({ intent: "success", title: t("admin.member.remove.done", values) });
          setLeaving(undefined);
        }}
        onClose={() => setLeaving(undefined)}
      >
        <Text>{t("admin.member.remove.what")}</Text>
      </ConfirmDialog>
    </>
  );
}
