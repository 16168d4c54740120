import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { ChangeRow } from "../../shared/changes/change-row.tsx";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { languageState } from "../../shared/language/language-store.ts";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { useObservable } from "../../shared/observable.ts";
import { settingsQuery } from "../settings/settings-query.ts";
import { type AppComparison, comparisonQuery } from "./version-queries.ts";

/** More than anybody reads at once. */
const shownAtOnce = 50;
const classes = ["permission", "capability", "metadata"] as const;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  reasons: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, "& li": { overflowWrap: "anywhere" } },
  more: { alignSelf: "start" },
});

type Verdict = AppComparison["consent"]["current"];

/** Whether people must agree again, by the organisation's rules. */
function ConsentVerdict({ verdict }: { verdict: Verdict }): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <MessageBar intent={verdict.required ? "warning" : "success"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {verdict.required ? t("admin.versions.consentNeeded") : t("admin.versions.noConsent")}
        </MessageBarTitle>
        {verdict.required && (
          <ul className={styles.reasons}>
            {verdict.reasons.slice(0, shownAtOnce).map(({ trigger, pointer, message }) => (
              <li key={`${trigger} ${pointer}`}>{message}</li>
            ))}
          </ul>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

function Changes({ changes }: { changes: AppComparison["changes"] }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [most, setMost] = useState(shownAtOnce);
  const titles = {
    permission: (count: number) => t("admin.versions.permissions", { count }),
    capability: (count: number) => t("admin.versions.capabilities", { count }),
    metadata: (count: number) => t("admin.versions.metadata", { count }),
  };
  let left = most;
  return (
    <>
      {classes.map((name) => {
        const of = changes.filter((change) => change.class === name);
        const some = of.slice(0, left);
        left -= some.length;
        return some.length === 0 ? null : (
          <section key={name}>
            <Heading level={3} size={400}>
              {titles[name](of.length)}
            </Heading>
            <ul className={styles.list}>
              {some.map((change) => (
                <ChangeRow key={`${change.kind} ${change.pointer}`} change={change} />
              ))}
            </ul>
          </section>
        );
      })}
      {changes.length > most && (
        <Button className={styles.more} onClick={() => setMost(most + shownAtOnce)}>
          {t("shared.findings.more", { count: changes.length - most })}
        </Button>
      )}
    </>
  );
}

interface ComparisonViewProps {
  readonly appId: string;
  /** Ids of versions. */
  readonly from: string;
  readonly to: string;
}

/** Two versions of an app beside each other: what changed by what it means for people, and whether they are asked again. */
export function ComparisonView({ appId, from, to }: ComparisonViewProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { language } = useObservable(languageState);
  const query = useQuery(comparisonQuery(appId, from, to, language));
  const { data: settings } = useQuery(settingsQuery);
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={3} />}>
      {({ changes, consent }) => (
        <div className={styles.root}>
          {settings !== undefined && <ConsentVerdict verdict={consent[settings.consentRules]} />}
          {changes.length === 0 ? <Text>{t("admin.versions.same")}</Text> : <Changes changes={changes} />}
        </div>
      )}
    </QueryView>
  );
}
