import { Field, Input, Textarea } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import { useSession } from "../../shared/session.ts";
import { FormDrawer } from "../form-drawer.tsx";
import { PeoplePicker, type PickedPerson } from "../people/people-picker.tsx";
import { ChannelNamesField } from "./channel-names-field.tsx";

interface NewTeamDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onCreated: (team: { id: string; displayName: string }) => void;
}

/** Creates a team with its people and channels. Mounted anew for each. */
export function NewTeamDrawer({ open, onClose, onCreated }: NewTeamDrawerProps): ReactElement {
  const t = useText();
  const { person } = useSession();
  const queryClient = useQueryClient();
  const [displayName, setDisplayName] = useState("");
  const [description, setDescription] = useState("");
  const [owners, setOwners] = useState<PickedPerson[]>([person]);
  const [members, setMembers] = useState<PickedPerson[]>([]);
  const [channels, setChannels] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const nameless = displayName.trim() === "";
  const ownerless = owners.length === 0;

  const create = useMutation({
    mutationFn: async () =>
      await read(
        api.teams.$post({
          json: {
            displayName: displayName.trim(),
            description: description.trim(),
            owners: owners.map(({ id }) => id),
            members: members.map(({ id }) => id),
            channels,
          },
        }),
      ),
    onSuccess: async (team) => {
      await queryClient.invalidateQueries({ queryKey: ["admin-teams"] });
      notify({ intent: "success", title: t("admin.newTeam.created", { name: team.displayName }) });
      onCreated(team);
    },
  });

  return (
    <FormDrawer
      open={open}
      title={t("admin.teams.add")}
      action={t("admin.newTeam.create")}
      pending={create.isPending}
      error={create.error}
      onSubmit={() => {
        setTried(true);
        if (!nameless && !ownerless) create.mutate();
      }}
      onClose={onClose}
    >
      <Field
        label={t("admin.team.name")}
        required
        validationMessage={tried && nameless ? t("admin.team.name.missing") : null}
      >
        <Input
          autoComplete="off"
          maxLength={128}
          value={displayName}
          onChange={(_, data) => setDisplayName(data.value)}
        />
      </Field>
      <Field label={t("admin.team.description")}>
        <Textarea
          maxLength={1024}
          resize="vertical"
          value={description}
          onChange={(_, data) => setDescription(data.value)}
        />
      </Field>
      <PeoplePicker
        label={t("admin.team.owners")}
        hint={t("admin.newTeam.owners.hint")}
        required
        value={owners}
        onChange={setOwners}
        without={new Set(members.map(({ id }) => id))}
        fault={tried && ownerless ? t("problem.team/last-owner") : null}
      />
      <PeoplePicker
        label={t("admin.team.members")}
        value={members}
        onChange={setMembers}
        without={new Set(owners.map(({ id }) => id))}
      />
      <ChannelNamesField value={channels} onChange={setChannels} />
    </FormDrawer>
  );
}
