import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Text,
} from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { useRevealedPage } from "../../shared/layout/reveal-page.ts";

const longestName = 80;
const useStyles = makeStyles({ form: { display: "contents" } });

interface CreateMailWebhookProps {
  readonly teamId: string | undefined;
  readonly onClose: () => void;
}

/** A webhook whose cards go by mail. Leads to its page, where its address stands. */
export function CreateMailWebhook({ teamId, onClose }: CreateMailWebhookProps): ReactElement {
  const styles = useStyles();
  const dialog = useDialogStyles();
  useRevealedPage();
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

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== "" && !create.isPending) create.mutate();
  }

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={dialog.surface}>
        <form className={styles.form} onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{t("client.webhooks.mail.new")}</DialogTitle>
            <DialogContent className={dialog.content}>
              <Text>
                {teamId === undefined ? t("client.webhooks.mail.noneOwn") : t("client.webhooks.mail.noneTeam")}
              </Text>
              <Field
                label={t("client.webhooks.name")}
                hint={t("client.webhooks.mail.name.hint")}
                required
                validationMessage={tried && name.trim() === "" ? t("client.webhooks.name.missing") : null}
              >
                <Input
                  autoFocus
                  maxLength={longestName}
                  value={name}
                  onChange={(_, { value }) => {
                    if (create.isError) create.reset();
                    setName(value);
                  }}
                />
              </Field>
              <ProblemBar error={create.error} />
            </DialogContent>
            <DialogActions fluid>
              <Button onClick={onClose}>{t("shared.cancel")}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={create.isPending}>
                {create.isPending ? t("client.webhooks.creating") : t("client.webhooks.create")}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
