import {
  Badge,
  Button,
  Dropdown,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Option,
  Text,
  tokens,
} from "@fluentui/react-components";
import { DeleteRegular, KeyRegular } from "@fluentui/react-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { useIntl } from "react-intl";
import { api, done, read } from "../../shared/api/client.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { CopyField } from "../../shared/parts/copy-field.tsx";
import { expired, expiryOf, type Lifetime, lifetimes } from "./expiry.ts";
import type { Registration, Secret } from "./registration-queries.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  secret: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  facts: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground3 },
  hint: { fontFamily: tokens.fontFamilyMonospace },
  make: { display: "flex", flexWrap: "wrap", alignItems: "end", gap: tokens.spacingHorizontalS },
  dropdown: { minWidth: "160px" },
});

/** At most this many at once, so that one can be replaced without a gap. */
const mostSecrets = 2;

/** The secrets of a registration: none is ever shown again after it was made. */
export function SecretsField({ registration }: { registration: Registration }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { formatDate } = useIntl();
  const queryClient = useQueryClient();
  const { clientId, secrets } = registration;
  const [lifetime, setLifetime] = useState<Lifetime>(12);
  const [removing, setRemoving] = useState<Secret>();
  const readAnew = async () => await queryClient.invalidateQueries({ queryKey: ["app-registrations"] });
  const make = useMutation({
    mutationFn: async () =>
      await read(
        api["app-registrations"][":clientId"].secrets.$post({
          param: { clientId },
          json: { expiresAt: expiryOf(lifetime, new Date()) },
        }),
      ),
    onSuccess: readAnew,
  });
  const lifetimeName = (months: Lifetime) =>
    months === null ? t("admin.registration.secret.never") : t("admin.registration.secret.months", { count: months });
  return (
    <section className={styles.root} aria-label={t("admin.registration.secrets")}>
      <Heading level={3} size={300}>
        {t("admin.registration.secrets")}
      </Heading>
      {secrets.length === 0 && <Text className={styles.muted}>{t("admin.registration.secrets.none")}</Text>}
      <ul className={styles.list}>
        {secrets.map((secret) => (
          <li key={secret.id} className={styles.secret}>
            <div className={styles.facts}>
              <Text>
                <span className={styles.hint}>{secret.hint}…</span>{" "}
                {expired(secret) && (
                  <Badge appearance="tint" color="danger">
                    {t("admin.registration.secret.expired")}
                  </Badge>
                )}
              </Text>
              <Text size={200} className={styles.muted}>
                {t("admin.registration.secret.made", {
                  date: formatDate(secret.createdAt, { dateStyle: "medium" }),
                })}{" "}
                {secret.expiresAt === null
                  ? t("admin.registration.secret.never.sentence")
                  : t("admin.registration.secret.until", {
                      date: formatDate(secret.expiresAt, { dateStyle: "medium" }),
                    })}
              </Text>
            </div>
            <Button
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={t("admin.registration.secret.remove", { hint: secret.hint })}
              onClick={() => setRemoving(secret)}
            />
          </li>
        ))}
      </ul>
      {make.data !== undefined && (
        <>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t("admin.registration.secret.once")}</MessageBarBody>
          </MessageBar>
          <CopyField label={t("admin.registration.secret.new")} value={make.data.secret} />
        </>
      )}
      {secrets.length < mostSecrets ? (
        <div className={styles.make}>
          <Field label={t("admin.registration.secret.lifetime")}>
            <Dropdown
              className={styles.dropdown}
              value={lifetimeName(lifetime)}
              selectedOptions={[String(lifetime)]}
              onOptionSelect={(_, { optionValue }) =>
                setLifetime(lifetimes.find((months) => String(months) === optionValue) ?? null)
              }
            >
              {lifetimes.map((months) => (
                <Option key={String(months)} value={String(months)}>
                  {lifetimeName(months)}
                </Option>
              ))}
            </Dropdown>
          </Field>
          <Button icon={<KeyRegular />} disabledFocusable={make.isPending} onClick={() => make.mutate()}>
            {t("admin.registration.secret.make")}
          </Button>
        </div>
      ) : (
        <Text size={200} className={styles.muted}>
          {t("problem.app-registration/too-many-secrets")}
        </Text>
      )}
      <ProblemBar error={make.error} />
      <ConfirmDialog
        key={removing?.id}
        open={removing !== undefined}
        title={t("admin.registration.secret.remove.title")}
        action={t("admin.registration.secret.remove.action")}
        doing={t("admin.working")}
        act={async () => {
          if (removing === undefined) return;
          const param = { clientId, secretId: removing.id };
          await done(api["app-registrations"][":clientId"].secrets[":secretId"].$delete({ param }));
          await readAnew();
        }}
        onDone={() => {
          make.reset();
          setRemoving(undefined);
        }}
        onClose={() => setRemoving(undefined)}
      >
        <Text>{t("admin.registration.secret.remove.what")}</Text>
      </ConfirmDialog>
    </section>
  );
}
