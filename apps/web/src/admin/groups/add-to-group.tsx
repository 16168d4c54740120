import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import { FormDrawer } from "../form-drawer.tsx";
import { PeoplePicker, type PickedPerson } from "../people/people-picker.tsx";
import { type Group, useGroupMembers } from "./group-queries.ts";

interface AddToGroupProps {
  readonly group: Group;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Puts people into a group. Mounted anew for each opening. */
export function AddToGroup({ group, open, onClose }: AddToGroupProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const { data: members = [] } = useGroupMembers(group.id);
  const [people, setPeople] = useState<PickedPerson[]>([]);
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: async () =>
      await read(
        api.groups[":groupId"].members.$post({
          param: { groupId: group.id },
          json: { people: people.map(({ id }) => id) },
        }),
      ),
    onSuccess: async ({ added }) => {
      await queryClient.invalidateQueries({ queryKey: ["groups"] });
      notify({
        intent: "success",
        title: t("admin.policies.groups.added", { count: added, group: group.displayName }),
      });
      onClose();
    },
  });
  return (
    <FormDrawer
      open={open}
      title={t("admin.policies.groups.addTo", { group: group.displayName })}
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
        without={new Set(members.map((member) => member.id))}
        fault={tried && people.length === 0 && !add.isPending ? t("admin.picker.missing") : null}
      />
    </FormDrawer>
  );
}
