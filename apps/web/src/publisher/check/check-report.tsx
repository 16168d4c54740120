import { Badge, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { onlySet } from "../../shared/address.ts";
import { useText } from "../../shared/language/text.ts";
import { useNarrow } from "../../shared/layout/narrow.ts";
import type { CheckResult } from "../engine/check.ts";
import { type CheckSearch, type CheckTab, checkTabs } from "../publisher-search.ts";
import type { PackageSource } from "../source/package-source.ts";
import { ConsentTab } from "./consent-tab.tsx";
import { FilesTab } from "./files-tab.tsx";
import { FindingsTab } from "./findings-tab.tsx";
import { IconsTab } from "./icons-tab.tsx";
import { LanguagesTab } from "./languages-tab.tsx";
import { Placeholders } from "./placeholders.tsx";
import { RulesSwitch } from "./rules-switch.tsx";
import { UnsavedBar } from "./unsaved-bar.tsx";
import { VerdictBanner } from "./verdict-banner.tsx";

const route = getRouteApi("/frame/publisher/");

const useStyles = makeStyles({
  top: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  tabs: {
    marginBlock: tokens.spacingVerticalM,
    marginInline: `calc(-1 * ${tokens.spacingHorizontalMNudge})`,
    flexWrap: "wrap",
  },
  count: { marginInlineStart: tokens.spacingHorizontalXS },
});

interface CheckReportProps {
  readonly source: PackageSource;
  readonly result: CheckResult;
}

function Details({ source, result, tab }: CheckReportProps & { tab: CheckTab }): ReactElement {
  switch (tab) {
    case "icons":
      return <IconsTab result={result} />;
    case "consent":
      return <ConsentTab consent={result.consent} />;
    case "languages":
      return <LanguagesTab source={source} result={result} />;
    case "files":
      return <FilesTab files={result.files} />;
    default:
      return <FindingsTab source={source} result={result} />;
  }
}

/** Everything the engine says about a package: the verdict above, the parts of it in tabs. */
export function CheckReport({ source, result }: CheckReportProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const narrow = useNarrow();
  const { tab = "findings" } = route.useSearch();
  const navigate = route.useNavigate();
  const search = (change: { [Key in keyof CheckSearch]?: CheckSearch[Key] | undefined }, replace = true) =>
    void navigate({ search: (before) => onlySet<CheckSearch>({ ...before, ...change }), replace });
  const labels: Record<CheckTab, string> = {
    findings: t("publisher.tab.findings"),
    icons: t("publisher.tab.icons"),
    consent: t("publisher.tab.consent"),
    languages: t("publisher.tab.languages"),
    files: t("publisher.tab.files"),
  };
  const counts: Partial<Record<CheckTab, number>> = {
    findings: result.findings.length,
    languages: result.languages.length,
    files: result.files.length,
  };
  return (
    <>
      <div className={styles.top}>
        <VerdictBanner source={source} result={result} onMend={() => search({ mend: true }, false)} />
        <UnsavedBar source={source} />
        <RulesSwitch />
        <Placeholders names={result.placeholders} />
      </div>
      <TabList
        className={styles.tabs}
        size={narrow ? "small" : "medium"}
        selectedValue={tab}
        onTabSelect={(_, { value }) =>
          search({ tab: value === "findings" ? undefined : checkTabs.find((one) => one === value) })
        }
      >
        {checkTabs.map((value) => (
          <Tab key={value} value={value} id={`tab-${value}`} aria-controls="tab-panel">
            {labels[value]}
            {(counts[value] ?? 0) > 0 && (
              <Badge className={styles.count} appearance="tint" color="informative" size="small">
                {counts[value]}
              </Badge>
            )}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`}>
        <Details source={source} result={result} tab={tab} />
      </div>
    </>
  );
}
