import { Dialog, DialogSurface, Text } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { FormBody } from "./form-body.tsx";
import { WebhookName } from "./webhook-name.tsx";

interface CreateMailWebhookProps {
  readonly teamId: string | undefined;
  readonly onClose: () => void;
}

/** A webhook whose cards go by mail. Leads to its page, where its address stands. */
export function CreateMailWebhook({ teamId, onClose }: CreateMailWebhookProps): ReactElement {
  const dialog = useDialogStyles();
  const t = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: async () =>
      await read(
        api["mail-webhooks"].$post({ json: { name: name.trim(), ...(teamId === undefined ? {} : { teamId }) } }),
      ),
    onSuccess: async ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: ["mail-webhooks"] });
      onClose();
      await navigate({ to: "/mail-webhooks/$configurationId", params: { configurationId: id } });
    },
  });

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={dialog.surface}>
        <FormBody
          title={t("client.webhooks.mail.new")}
          action={t("client.webhooks.create")}
          doing={t("client.webhooks.creating")}
          pending={create.isPending}
          error={create.error}
          onSubmit={() => {
            setTried(true);
            if (name.trim() !== "") create.mutate();
          }}
          onCancel={onClose}
        >
          <Text>{teamId === undefined ? t("client.webhooks.mail.noneOwn") : t("client.webhooks.mail.noneTeam")}</Text>
          <WebhookName
            hint={t("client.webhooks.mail.name.hint")}
            value={name}
            tried={tried}
            onChange={(value) => {
              if (create.isError) create.reset();
              setName(value);
            }}
          />
        </FormBody>
      </DialogSurface>
    </Dialog>
  );
}
