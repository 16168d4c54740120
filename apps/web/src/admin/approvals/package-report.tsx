import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { AppsAddInRegular, CheckmarkCircleRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { FindingsList } from "../../shared/findings/findings-list.tsx";
import { languageState } from "../../shared/language/language-store.ts";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { useObservable } from "../../shared/observable.ts";
import { AskedList, permissionKinds } from "../../shared/parts/asked-list.tsx";
import { type PackageContent, packageQuery, type Submission } from "./submission-queries.ts";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  good: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
});

function Asked({ consent }: { consent: NonNullable<PackageContent["consent"]> }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { formatList } = useIntl();
  const titles = {
    reads: t("admin.approvals.reads"),
    writes: t("admin.approvals.writes"),
    acts: t("admin.approvals.acts"),
  };
  return (
    <section className={styles.section}>
      <AskedList
        icon={AppsAddInRegular}
        title={t("admin.approvals.adds")}
        lines={consent.adds.map(({ title, details, scopes }, index) => ({
          key: `${index} ${title}`,
          words: title,
          second: formatList([...details, ...scopes]),
        }))}
      />
      {permissionKinds.map(([kind, icon]) => (
        <AskedList
          key={kind}
          icon={icon}
          title={titles[kind]}
          lines={consent.permissions
            .filter((permission) => permission.kind === kind)
            .map(({ id, title, type, source }) => ({ key: `${id} ${type} ${source}`, words: title, second: id }))}
        />
      ))}
    </section>
  );
}

/** What a submitted package adds and may do, and what the rules find in it. */
export function PackageReport({ submission }: { submission: Submission }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { language } = useObservable(languageState);
  const query = useQuery(packageQuery(submission.appId, submission.id, language));
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={4} />}>
      {({ findings, consent }) => (
        <>
          {consent !== null && <Asked consent={consent} />}
          <section className={styles.section}>
            <Heading level={2} size={500}>
              {t("admin.approvals.findings")}
            </Heading>
            {findings.length === 0 ? (
              <Text className={styles.good}>
                <CheckmarkCircleRegular aria-hidden />
                {t("admin.approvals.noFindings")}
              </Text>
            ) : (
              <FindingsList findings={findings} />
            )}
          </section>
        </>
      )}
    </QueryView>
  );
}
