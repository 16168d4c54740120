import { Dropdown, Field, Option } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import { NamedDrawer } from "../named-drawer.tsx";
import { PeoplePicker, type PickedPerson } from "../people/people-picker.tsx";
import { groupKindName, groupKinds } from "./group-kinds.ts";
import type { Group } from "./group-queries.ts";

interface GroupDrawerProps {
  /** Which to change; undefined for a new one. */
  readonly group: Group | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSaved: (group: Group) => void;
}

/** Creates a group, or renames and describes one. Mounted anew for each opening. */
export function GroupDrawer({ group: given, open, onClose, onSaved }: GroupDrawerProps): ReactElement {
  const t = useText();
  // As it was when the drawer opened: what is typed is not to change under the hands.
  const [group] = useState(given);
  const queryClient = useQueryClient();
  const [named, setNamed] = useState({ name: group?.displayName ?? "", description: group?.description ?? "" });
  const [kind, setKind] = useState<Group["kind"]>("security");
  const [people, setPeople] = useState<PickedPerson[]>([]);
  const save = useMutation({
    mutationFn: async (): Promise<Group> => {
      const said = { displayName: named.name.trim(), description: named.description.trim() };
      if (group !== undefined)
        return await read(api.groups[":groupId"].$patch({ param: { groupId: group.id }, json: said }));
      return await read(api.groups.$post({ json: { ...said, kind, members: people.map(({ id }) => id) } }));
    },
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: ["groups"] });
      notify({
        intent: "success",
        title:
          group === undefined
            ? t("admin.policies.groups.created.done", { name: saved.displayName })
            : t("admin.policies.groups.saved", { name: saved.displayName }),
      });
      onSaved(saved);
    },
  });
  return (
    <NamedDrawer
      open={open}
      title={
        group === undefined
          ? t("admin.policies.groups.add")
          : t("admin.policies.groups.change", { name: group.displayName })
      }
      action={group === undefined ? t("admin.policies.groups.create") : t("admin.policies.groups.save")}
      value={named}
      onChange={setNamed}
      longestName={256}
      takenCode="group/name-taken"
      saving={save}
      onClose={onClose}
    >
      {group === undefined && (
        <>
          <Field label={t("admin.policies.groups.kind")} hint={t("admin.policies.groups.kind.hint")}>
            <Dropdown
              value={groupKindName(kind, t)}
              selectedOptions={[kind]}
              onOptionSelect={(_, { optionValue }) =>
                setKind(groupKinds.find((one) => one === optionValue) ?? "security")
              }
            >
              {groupKinds.map((one) => (
                <Option key={one} value={one}>
                  {groupKindName(one, t)}
                </Option>
              ))}
            </Dropdown>
          </Field>
          <PeoplePicker
            label={t("admin.policies.groups.members")}
            hint={t("admin.picker.hint")}
            value={people}
            onChange={setPeople}
          />
        </>
      )}
    </NamedDrawer>
  );
}
