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
  Radio,
  RadioGroup,
  Text,
} from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { CopyField } from "../../shared/parts/copy-field.tsx";
import { useSession } from "../../shared/session.ts";
import { FormBody } from "./form-body.tsx";
import type { Target } from "./target-queries.ts";
import { useTargetText } from "./target-text.ts";

type Format = NonNullable<Target["format"]>;

interface AddTargetProps {
  readonly configurationId: string;
  readonly inTeam: boolean;
  readonly onClose: () => void;
  readonly onAdded: (targetId: string) => void;
}

/** One more place for a connector's cards. */
export function AddTarget({ configurationId, inTeam, onClose, onAdded }: AddTargetProps): ReactElement {
  const dialog = useDialogStyles();
  const t = useText();
  const { formats } = useTargetText();
  const { person, administrator } = useSession();
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<Target["kind"]>("relay");
  const [address, setAddress] = useState(person.upn);
  const [format, setFormat] = useState<Format>("workflows");
  const [url, setUrl] = useState("");
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: async () => {
      const json =
        kind === "groups"
          ? { kind }
          : kind === "mail"
            ? { kind, address: address.trim() }
            : { kind, format, url: url.trim() };
      return await read(api.connectors[":configurationId"].targets.$post({ param: { configurationId }, json }));
    },
    onSuccess: ({ id, secret }) => {
      void queryClient.invalidateQueries({ queryKey: ["targets", configurationId] });
      // A signing secret is shown this once; without one there is nothing left to say.
      if (secret === null) onAdded(id);
    },
  });
  const wrongUrl = kind === "relay" && !URL.canParse(url.trim());
  const wrongAddress = kind === "mail" && !address.includes("@");

  const made = add.data;
  if (made !== undefined && made.secret !== null)
    return (
      <Dialog open modalType="alert">
        <DialogSurface className={dialog.surface}>
          <DialogBody>
            <DialogTitle>{t("client.webhooks.target.added")}</DialogTitle>
            <DialogContent className={dialog.content}>
              <Text>{t("client.webhooks.target.secret.text")}</Text>
              <CopyField label={t("client.webhooks.target.secret")} value={made.secret} />
            </DialogContent>
            <DialogActions fluid>
              <Button appearance="primary" onClick={() => onAdded(made.id)}>
                {t("shared.done")}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    );

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={dialog.surface}>
        <FormBody
          title={t("client.webhooks.target.add")}
          action={t("client.webhooks.target.addThis")}
          doing={t("client.webhooks.target.adding")}
          pending={add.isPending}
          error={add.error}
          onSubmit={() => {
            setTried(true);
            if (!wrongUrl && !wrongAddress) add.mutate();
          }}
          onCancel={onClose}
        >
          <Field label={t("client.webhooks.target.kind")}>
            <RadioGroup
              value={kind}
              onChange={(_, data) => {
                add.reset();
                setKind(data.value as Target["kind"]);
              }}
            >
              <Radio value="relay" label={t("client.webhooks.target.relay")} />
              <Radio value="mail" label={t("client.webhooks.target.mail")} />
              {inTeam && <Radio value="groups" label={t("client.webhooks.target.groups")} />}
            </RadioGroup>
          </Field>
          {kind === "mail" && (
            <Field
              label={t("client.webhooks.target.address")}
              hint={t(
                administrator ? "client.webhooks.target.address.administrator" : "client.webhooks.target.address.hint",
              )}
              required
              validationMessage={tried && wrongAddress ? t("client.webhooks.target.address.wrong") : null}
            >
              <Input type="email" value={address} onChange={(_, { value }) => setAddress(value)} />
            </Field>
          )}
          {kind === "groups" && <Text>{t("client.webhooks.target.groups.text")}</Text>}
          {kind === "relay" && (
            <>
              <Field label={t("client.webhooks.target.format")}>
                <RadioGroup value={format} onChange={(_, data) => setFormat(data.value as Format)}>
                  <Radio value="workflows" label={formats.workflows} />
                  <Radio value="slack" label={formats.slack} />
                  <Radio value="json" label={formats.json} />
                </RadioGroup>
              </Field>
              <Field
                label={t("client.webhooks.target.url")}
                hint={t("client.webhooks.target.url.hint")}
                required
                validationMessage={tried && wrongUrl ? t("client.webhooks.target.url.wrong") : null}
              >
                <Input
                  type="url"
                  autoComplete="off"
                  value={url}
                  onChange={(_, { value }) => {
                    if (add.isError) add.reset();
                    setUrl(value);
                  }}
                />
              </Field>
            </>
          )}
        </FormBody>
      </DialogSurface>
    </Dialog>
  );
}
