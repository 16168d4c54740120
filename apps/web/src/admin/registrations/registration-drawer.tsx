import { Checkbox, Divider, Field, Input, makeStyles, Text, Textarea, tokens } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import { CopyField } from "../../shared/parts/copy-field.tsx";
import { useSession } from "../../shared/session.ts";
import { FormDrawer } from "../form-drawer.tsx";
import { DeleteRegistration } from "./delete-registration.tsx";
import { PermissionsField } from "./permissions-field.tsx";
import type { Registration } from "./registration-queries.ts";
import { SecretsField } from "./secrets-field.tsx";

const useStyles = makeStyles({
  label: { display: "flex", flexDirection: "column" },
  hint: { color: tokens.colorNeutralForeground3 },
});

interface RegistrationDrawerProps {
  /** Which to edit; undefined for a new one. */
  readonly given: Registration | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSaved: (registration: Registration, made: boolean) => void;
}

/** Registers a program, or changes one. Mounted anew for each. */
export function RegistrationDrawer({ given, open, onClose, onSaved }: RegistrationDrawerProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { organisation } = useSession();
  const queryClient = useQueryClient();
  const [displayName, setDisplayName] = useState(given?.displayName ?? "");
  const [publicClient, setPublicClient] = useState(given?.publicClient ?? false);
  const [appRoles, setAppRoles] = useState<readonly string[]>(given?.appRoles ?? []);
  const [addresses, setAddresses] = useState(given?.redirectUris.join("\n") ?? "");
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: async () => {
      const redirectUris = addresses.split("\n").flatMap((line) => line.trim() || []);
      const json = { displayName: displayName.trim(), publicClient, appRoles: [...appRoles], redirectUris };
      return given === undefined
        ? await read(api["app-registrations"].$post({ json }))
        : await read(api["app-registrations"][":clientId"].$patch({ param: { clientId: given.clientId }, json }));
    },
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: ["app-registrations"] });
      const { displayName: name } = saved;
      const title =
        given === undefined ? t("admin.registration.created", { name }) : t("admin.registration.saved", { name });
      notify({ intent: "success", title });
      onSaved(saved, given === undefined);
    },
  });
  const nameMissing = tried && displayName.trim() === "";
  return (
    <FormDrawer
      open={open}
      title={given?.displayName ?? t("admin.registrations.add")}
      action={given === undefined ? t("admin.registration.create") : t("admin.registration.save")}
      pending={save.isPending}
      error={save.error}
      onSubmit={() => {
        setTried(true);
        if (displayName.trim() !== "") save.mutate();
      }}
      onClose={onClose}
    >
      <Field
        label={t("admin.registration.name")}
        required
        validationMessage={nameMissing ? t("admin.registration.name.missing") : null}
      >
        <Input
          autoComplete="off"
          maxLength={120}
          value={displayName}
          onChange={(_, data) => setDisplayName(data.value)}
        />
      </Field>
      <PermissionsField value={appRoles} onChange={setAppRoles} />
      <Checkbox
        checked={publicClient}
        onChange={(_, { checked }) => setPublicClient(checked === true)}
        label={
          <span className={styles.label}>
            {t("admin.registration.public")}
            <Text size={200} className={styles.hint}>
              {t("admin.registration.public.hint")}
            </Text>
          </span>
        }
      />
      <Field label={t("admin.registration.redirects")} hint={t("admin.registration.redirects.hint")}>
        <Textarea value={addresses} onChange={(_, data) => setAddresses(data.value)} rows={2} resize="vertical" />
      </Field>
      {given !== undefined && (
        <>
          <Divider />
          <CopyField label={t("admin.registration.clientId")} value={given.clientId} />
          <CopyField label={t("admin.registration.tenantId")} value={organisation.id} />
          <SecretsField registration={given} />
          <DeleteRegistration registration={given} onDone={onClose} />
        </>
      )}
    </FormDrawer>
  );
}
