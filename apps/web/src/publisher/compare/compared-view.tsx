import { Badge, Button, makeStyles, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import { DocumentDismissRegular, PauseRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { onlySet } from "../../shared/address.ts";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { useNarrow } from "../../shared/layout/narrow.ts";
import { DiffView } from "../diff/diff-view.tsx";
import type { Compared } from "../engine/compare.ts";
import { EngineProblem } from "../engine/engine-problem.tsx";
import { EngineWait } from "../engine/engine-wait.tsx";
import { type CompareSearch, type CompareTab, compareTabs } from "../publisher-search.ts";
import { ChangesTab } from "./changes-tab.tsx";
import type { ComparedJob } from "./use-compared.ts";
import { Verdicts } from "./verdicts.tsx";

const route = getRouteApi("/frame/publisher/compare");

const useStyles = makeStyles({
  tabs: { marginInline: `calc(-1 * ${tokens.spacingHorizontalMNudge})`, flexWrap: "wrap" },
  count: { marginInlineStart: tokens.spacingHorizontalXS },
});

/** Longer texts are not laid beside each other: it would take longer than reading them. */
const longest = 400_000;

/** What the engine says about the two, how far it is, or why it says nothing. */
export function ComparedView({ job }: { job: ComparedJob }): ReactElement {
  const t = useText();
  const { query, progress, cancel } = job;
  const { data, error, fetchStatus, refetch } = query;
  if (data !== undefined) return <Result compared={data} />;
  if (error !== null) return <EngineProblem error={error} onRetry={() => void refetch()} />;
  if (fetchStatus === "idle") {
    return (
      <StatePanel
        icon={<PauseRegular />}
        title={t("publisher.compare.stopped")}
        actions={
          <Button appearance="primary" onClick={() => void refetch()}>
            {t("publisher.compare.again")}
          </Button>
        }
      />
    );
  }
  return <EngineWait progress={progress} onCancel={() => void cancel()} />;
}

function Result({ compared }: { compared: Compared }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const narrow = useNarrow();
  const { tab = "changes" } = route.useSearch();
  const navigate = route.useNavigate();
  const { comparison, before, after, whole } = compared;
  if (comparison === null) {
    return (
      <StatePanel icon={<DocumentDismissRegular />} title={t("publisher.compare.unreadable")}>
        {t("publisher.compare.unreadableHow")}
      </StatePanel>
    );
  }
  const labels: Record<CompareTab, string> = {
    changes: t("publisher.compare.tab.changes"),
    manifest: t("publisher.compare.tab.manifest"),
  };
  return (
    <>
      <Verdicts comparison={comparison} />
      {!whole && <Text>{t("publisher.compare.manifestsAlone")}</Text>}
      <TabList
        className={styles.tabs}
        size={narrow ? "small" : "medium"}
        selectedValue={tab}
        onTabSelect={(_, { value }) =>
          void navigate({
            search: (search) =>
              onlySet<CompareSearch>({
                ...search,
                tab: value === "changes" ? undefined : compareTabs.find((one) => one === value),
              }),
            replace: true,
          })
        }
      >
        {compareTabs.map((value) => (
          <Tab key={value} value={value} id={`tab-${value}`} aria-controls="tab-panel">
            {labels[value]}
            {value === "changes" && (
              <Badge className={styles.count} appearance="tint" color="informative" size="small">
                {comparison.changes.length}
              </Badge>
            )}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`}>
        {tab === "changes" ? (
          <ChangesTab changes={comparison.changes} />
        ) : before.text.length + after.text.length > longest ? (
          <Text>{t("publisher.diff.tooLong")}</Text>
        ) : (
          <DiffView
            before={before.text}
            after={after.text}
            beforeLabel={t("publisher.compare.before")}
            afterLabel={t("publisher.compare.after")}
          />
        )}
      </div>
    </>
  );
}
