import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from "@fluentui/react-components";
import { LockClosedRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { FormattedDate } from "react-intl";
import { hasCode } from "../../shared/api/problem.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { languageState } from "../../shared/language/language-store.ts";
import { useText } from "../../shared/language/text.ts";
import { useObservable } from "../../shared/observable.ts";
import { AskedList, permissionKinds } from "../../shared/parts/asked-list.tsx";
import { type Consent, consentQuery } from "./consent-query.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXL, maxWidth: "800px" },
});

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
      {permissionKinds.map(([kind, icon]) => (
        <AskedList
          key={kind}
          icon={icon}
          title={titles[kind]}
          lines={consent.permissions
            .filter((permission) => permission.kind === kind)
            .map(({ id, title }) => ({ key: id, words: title, second: id }))}
        />
      ))}
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
