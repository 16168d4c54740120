import { Field, Input } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { hasCode } from "../../shared/api/problem.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import type { Team } from "../../shared/teams.ts";
import { FormDrawer } from "../form-drawer.tsx";
import { channelFaultText } from "../teams/channel-fault-text.ts";
import { channelNameFault, longestChannelName } from "../teams/channel-names.ts";

interface AddChannelDrawerProps {
  readonly team: Team;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Adds a channel to a team. Mounted anew for each opening. */
export function AddChannelDrawer({ team, open, onClose }: AddChannelDrawerProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const [displayName, setDisplayName] = useState("");
  const [tried, setTried] = useState(false);
  const known = team.channels.map((channel) => channel.displayName);
  const fault = channelNameFault(displayName, known);
  const add = useMutation({
    mutationFn: async () =>
      await read(
        api.teams[":teamId"].channels.$post({ param: { teamId: team.id }, json: { displayName: displayName.trim() } }),
      ),
    onSuccess: async (channel) => {
      await Promise.all(
        [["team", team.id], ["teams"], ["admin-teams"]].map(
          async (queryKey) => await queryClient.invalidateQueries({ queryKey }),
        ),
      );
      notify({ intent: "success", title: t("admin.channel.added", { name: channel.displayName }) });
      onClose();
    },
  });
  const taken = hasCode(add.error, "channel/name-taken");
  const why = taken ? "taken" : tried ? fault : undefined;
  return (
    <FormDrawer
      open={open}
      title={t("admin.channel.addTo", { team: team.displayName })}
      action={t("admin.channels.add")}
      pending={add.isPending}
      error={taken ? undefined : add.error}
      onSubmit={() => {
        setTried(true);
        if (fault === undefined) add.mutate();
      }}
      onClose={onClose}
    >
      <Field
        label={t("admin.channel.name")}
        required
        hint={t("admin.channel.name.hint", { most: longestChannelName })}
        validationMessage={why === undefined || (add.isSuccess && !taken) ? null : channelFaultText(why, t)}
      >
        <Input
          autoComplete="off"
          maxLength={longestChannelName}
          value={displayName}
          onChange={(_, data) => {
            setDisplayName(data.value);
            if (taken) add.reset();
          }}
        />
      </Field>
    </FormDrawer>
  );
}
