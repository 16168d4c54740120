import { Button, DialogActions, DialogBody, DialogContent, DialogTitle, Text } from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { teamSwitchesQuery } from "../../shared/connector-switches.ts";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { CopyField } from "../../shared/parts/copy-field.tsx";
import type { Channel, Team } from "../../shared/teams.ts";
import { SwitchedOffBar } from "../connectors/switched-off-bar.tsx";
import { curlLine } from "../connectors/webhook-body.tsx";
import { FormBody } from "./form-body.tsx";
import { WebhookName } from "./webhook-name.tsx";
import { WebhookPicture } from "./webhook-picture.tsx";

interface CreateWebhookBodyProps {
  readonly team: Team;
  readonly channel: Channel;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** A webhook made directly in a channel: its name and picture, then its address to take along. */
export function CreateWebhookBody({ team, channel, onBack, onClose }: CreateWebhookBodyProps): ReactElement {
  const dialog = useDialogStyles();
  const t = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const switches = useQuery(teamSwitchesQuery(team.id)).data;
  const refused = (switches?.refusal ?? null) !== null;
  const [name, setName] = useState("");
  const [picture, setPicture] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: async () =>
      await read(
        api.channels[":channelId"].webhooks.$post({
          param: { channelId: channel.id },
          json: { name: name.trim(), ...(picture === null ? {} : { picture }) },
        }),
      ),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ["connectors", channel.id] }),
  });

  if (create.data !== undefined) {
    const { id, webhookUrl } = create.data;
    return (
      <DialogBody>
        <DialogTitle>{t("client.webhooks.created", { name: create.data.name })}</DialogTitle>
        <DialogContent className={dialog.content}>
          <Text>{t("client.webhook.explained", { channel: channel.displayName })}</Text>
          <CopyField label={t("client.webhook.address")} value={webhookUrl} long />
          <CopyField label={t("client.webhook.try")} value={curlLine(webhookUrl, t("client.webhook.hello"))} long />
        </DialogContent>
        <DialogActions fluid>
          <Button
            onClick={() =>
              void navigate({
                to: "/teams/$teamId/connectors/$configurationId",
                params: { teamId: team.id, configurationId: id },
                search: {},
              })
            }
          >
            {t("client.webhooks.openPage")}
          </Button>
          <Button autoFocus appearance="primary" onClick={onClose}>
            {t("shared.done")}
          </Button>
        </DialogActions>
      </DialogBody>
    );
  }

  return (
    <FormBody
      title={t("client.webhooks.new", { channel: channel.displayName })}
      action={t("client.webhooks.create")}
      doing={t("client.webhooks.creating")}
      pending={create.isPending}
      refused={refused}
      error={create.error}
      onSubmit={() => {
        setTried(true);
        if (name.trim() !== "") create.mutate();
      }}
      onCancel={onBack}
    >
      <SwitchedOffBar switches={switches} />
      <WebhookName
        hint={t("client.webhooks.name.hint")}
        value={name}
        tried={tried}
        onChange={(value) => {
          if (create.isError) create.reset();
          setName(value);
        }}
      />
      <WebhookPicture src={picture} onChange={setPicture} />
    </FormBody>
  );
}
