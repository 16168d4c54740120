import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, done } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import type { Team } from "../../shared/teams.ts";
import { FormDrawer } from "../form-drawer.tsx";
import { PeoplePicker, type PickedPerson } from "../people/people-picker.tsx";
import { type Member, useMembers } from "../teams/team-queries.ts";

interface AddMembersDrawerProps {
  readonly team: Team;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Takes people into a team. Mounted anew for each opening. */
export function AddMembersDrawer({ team, open, onClose }: AddMembersDrawerProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const { data: members = [] } = useMembers(team.id);
  const [people, setPeople] = useState<PickedPerson[]>([]);
  const [role, setRole] = useState<Member["role"]>("member");
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: async () => {
      // One after the other: who was added is taken off the list, so that trying again goes on where it stopped.
      for (const { upn, id } of people) {
        await done(api.teams[":teamId"].members.$post({ param: { teamId: team.id }, json: { upn, role } }));
        setPeople((left) => left.filter((one) => one.id !== id));
      }
      return people.length;
    },
    onSettled: async () => await queryClient.invalidateQueries({ queryKey: ["members", team.id] }),
    onSuccess: (count) => {
      notify({ intent: "success", title: t("admin.members.added", { count, team: team.displayName }) });
      onClose();
    },
  });
  return (
    <FormDrawer
      open={open}
      title={t("admin.members.addTo", { team: team.displayName })}
      action={t("admin.members.addAction", { count: people.length })}
      pending={add.isPending}
      error={add.error}
      onSubmit={() => {
        setTried(true);
        if (people.length > 0) add.mutate();
      }}
      onClose={onClose}
    >
      <PeoplePicker
        label={t("admin.section.people")}
        hint={t("admin.picker.hint")}
        required
        value={people}
        onChange={setPeople}
        without={new Set(members.map((member) => member.personId))}
        fault={tried && people.length === 0 && !add.isPending ? t("admin.picker.missing") : null}
      />
      <Field label={t("admin.member.role")}>
        <RadioGroup value={role} onChange={(_, { value }) => setRole(value === "owner" ? "owner" : "member")}>
          <Radio value="member" label={t("admin.member.memberMay")} />
          <Radio value="owner" label={t("admin.member.ownerMay")} />
        </RadioGroup>
      </Field>
    </FormDrawer>
  );
}
