import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from "@fluentui/react-components";
import { BookOpenRegular, EditRegular, PersonFeedbackRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import type { Consent } from "./consent-query.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  heading: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  list: { margin: 0, paddingInlineStart: "28px" },
});

const kinds = ["reads", "writes", "acts"] as const;
const icons = { reads: <BookOpenRegular />, writes: <EditRegular />, acts: <PersonFeedbackRegular /> };

/** What somebody agrees to: what the app adds, and what it may do, grouped. */
export function ConsentDetails({ consent }: { consent: Consent }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const intl = useIntl();
  const { adds, permissions, organisationConsent } = consent;
  const titles = {
    reads: t("client.consent.reads"),
    writes: t("client.consent.writes"),
    acts: t("client.consent.acts"),
  };
  return (
    <div className={styles.root}>
      {organisationConsent && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {t("client.consent.organisationAgreed", {
              person: organisationConsent.grantedBy ?? t("client.consent.somebody"),
              when: intl.formatDate(organisationConsent.grantedAt, { dateStyle: "long" }),
            })}
          </MessageBarBody>
        </MessageBar>
      )}
      <section className={styles.group}>
        <Heading level={3} size={300}>
          {t("client.consent.adds")}
        </Heading>
        <ul className={styles.list}>
          {adds.map(({ kind, title, details }) => (
            <li key={kind + title}>
              <Text block>{title}</Text>
              {details.map((detail) => (
                <Text key={detail} block size={200}>
                  {detail}
                </Text>
              ))}
            </li>
          ))}
        </ul>
      </section>
      {kinds.map((kind) => {
        const asked = permissions.filter((permission) => permission.kind === kind);
        if (asked.length === 0) return null;
        return (
          <section key={kind} className={styles.group}>
            <Heading level={3} size={300} className={styles.heading}>
              {icons[kind]}
              {titles[kind]}
            </Heading>
            <ul className={styles.list}>
              {asked.map(({ id, title }) => (
                <li key={id}>
                  <Text>{title}</Text>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {permissions.length === 0 && <Text>{t("client.consent.noPermissions")}</Text>}
    </div>
  );
}
