import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from "@fluentui/react-components";
import {
  BookRegular,
  EditRegular,
  type FluentIcon,
  LockClosedRegular,
  PersonArrowRightRegular,
} from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { FormattedDate } from "react-intl";
import { hasCode } from "../../shared/api/problem.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { languageState } from "../../shared/language/language-store.ts";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { useObservable } from "../../shared/observable.ts";
import { type Consent, consentQuery } from "./consent-query.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXL, maxWidth: "800px" },
  heading: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  list: {
    listStyleType: "none",
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    "& li": { display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  },
  id: { color: tokens.colorNeutralForeground3 },
});

const kinds = ["reads", "writes", "acts"] as const;
const icons: Record<(typeof kinds)[number], FluentIcon> = {
  reads: BookRegular,
  writes: EditRegular,
  acts: PersonArrowRightRegular,
};

function Permissions({ consent }: { consent: Consent }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const titles = {
    reads: t("admin.app.permissions.reads"),
    writes: t("admin.app.permissions.writes"),
    acts: t("admin.app.permissions.acts"),
  };
  const { organisationConsent } = consent;
  return (
    <div className={styles.root}>
      <MessageBar layout="multiline">
        <MessageBarBody>
          {organisationConsent === null ? (
            t("admin.app.permissions.notForAll")
          ) : (
            <>
              {t("admin.app.permissions.forAll", {
                person: organisationConsent.grantedBy ?? t("admin.app.access.somebody"),
              })}{" "}
              <FormattedDate value={organisationConsent.grantedAt} dateStyle="long" />
            </>
          )}
        </MessageBarBody>
      </MessageBar>
      {consent.permissions.length === 0 && <Text>{t("admin.app.permissions.none")}</Text>}
      {kinds.map((kind) => {
        const permissions = consent.permissions.filter((permission) => permission.kind === kind);
        const Icon = icons[kind];
        return (
          permissions.length > 0 && (
            <section key={kind}>
              <Heading level={2} size={400} className={styles.heading}>
                <Icon aria-hidden />
                {titles[kind]}
              </Heading>
              <ul className={styles.list}>
                {permissions.map(({ id, title }) => (
                  <li key={id}>
                    <Text>{title}</Text>
                    <Text size={200} className={styles.id}>
                      {id}
                    </Text>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}

/** What the app may read, write, and do in people's names. */
export function PermissionsTab({ appId }: { appId: string }): ReactElement {
  const t = useText();
  const { language } = useObservable(languageState);
  const query = useQuery(consentQuery(appId, language));
  if (hasCode(query.error, "access/app-not-available")) {
    return (
      <StatePanel icon={<LockClosedRegular />} title={t("admin.app.permissions.blocked.title")}>
        {t("admin.app.permissions.blocked.text")}
      </StatePanel>
    );
  }
  return (
    <QueryView query={query} skeleton={<RowSkeletons />}>
      {(consent) => <Permissions consent={consent} />}
    </QueryView>
  );
}
