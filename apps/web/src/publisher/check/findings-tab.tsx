import { Button, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular, CheckmarkCircleRegular, FilterDismissRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useMemo } from "react";
import { onlySet } from "../../shared/address.ts";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { type FindingGrouping, findingGroupings } from "../../shared/findings/finding-groupings.ts";
import { FindingsList } from "../../shared/findings/findings-list.tsx";
import { useText } from "../../shared/language/text.ts";
import { FilterChips } from "../../shared/list/filter-chips.tsx";
import { ListSearch } from "../../shared/list/list-search.tsx";
import { saveFile } from "../../shared/save-file.ts";
import type { CheckResult } from "../engine/check.ts";
import { type FindingsSearch, severities } from "../publisher-search.ts";
import type { PackageSource } from "../source/package-source.ts";
import { filterFindings } from "./filter-findings.ts";
import { findingsAsJson } from "./findings-as-json.ts";

const route = getRouteApi("/frame/publisher/");

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  toolbar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  count: { color: tokens.colorNeutralForeground3 },
  save: { marginInlineStart: "auto" },
});

interface FindingsTabProps {
  readonly source: PackageSource;
  readonly result: CheckResult;
}

/** All findings, to look through and to take along. */
export function FindingsTab({ source, result }: FindingsTabProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { severity, find, group = "severity" } = route.useSearch();
  const navigate = route.useNavigate();
  const { findings, texts } = result;
  const shown = useMemo(() => filterFindings(findings, { severity, find }), [findings, severity, find]);
  const search = (change: { [Key in keyof FindingsSearch]?: FindingsSearch[Key] | undefined }) =>
    void navigate({ search: (before) => onlySet({ ...before, ...change }), replace: true });

  if (findings.length === 0) {
    return (
      <StatePanel icon={<CheckmarkCircleRegular />} title={t("publisher.findings.none")}>
        {t("publisher.findings.noneHow")}
      </StatePanel>
    );
  }
  const chips = {
    error: (count: number) => t("shared.findings.errors", { count }),
    warning: (count: number) => t("shared.findings.warnings", { count }),
    suggestion: (count: number) => t("shared.findings.suggestions", { count }),
  };
  const counted = severities
    .map((value) => ({ value, count: findings.filter((finding) => finding.severity === value).length }))
    .filter(({ value, count }) => count > 0 || value === severity);
  const groupings: Record<FindingGrouping, string> = {
    severity: t("publisher.findings.bySeverity"),
    file: t("publisher.findings.byFile"),
    area: t("publisher.findings.byArea"),
  };
  return (
    <div className={styles.root}>
      <div className={styles.toolbar}>
        <ListSearch label={t("publisher.findings.search")} value={find} onSearch={(value) => search({ find: value })} />
        <FilterChips
          label={t("publisher.findings.filter")}
          choices={counted.map(({ value, count }) => ({ value, label: chips[value](count) }))}
          value={severity}
          onChoose={(value) => search({ severity: value })}
        />
        <Select
          aria-label={t("publisher.findings.group")}
          value={group}
          onChange={(_, { value }) =>
            search({
              group: value === "severity" ? undefined : findingGroupings.find((one) => one === value),
            })
          }
        >
          {findingGroupings.map((value) => (
            <option key={value} value={value}>
              {groupings[value]}
            </option>
          ))}
        </Select>
      </div>
      <div className={styles.toolbar}>
        <Text className={styles.count} role="status">
          {shown.length === findings.length
            ? t("publisher.findings.count", { count: findings.length })
            : t("publisher.findings.some", { count: shown.length, all: findings.length })}
        </Text>
        <Button
          className={styles.save}
          icon={<ArrowDownloadRegular />}
          onClick={() =>
            saveFile(
              `${source.name.replace(/\.\w+$/, "").replaceAll("/", "-")}-findings.json`,
              new Blob([findingsAsJson(source.name, result)], { type: "application/json" }),
            )
          }
        >
          {t("publisher.findings.save")}
        </Button>
      </div>
      {shown.length === 0 ? (
        <StatePanel
          icon={<FilterDismissRegular />}
          title={t("publisher.findings.noMatch")}
          actions={
            <Button onClick={() => search({ severity: undefined, find: undefined })}>
              {t("publisher.findings.showAll")}
            </Button>
          }
        />
      ) : (
        <FindingsList key={`${severity} ${find}`} findings={shown} sources={texts} by={group} level={2} />
      )}
    </div>
  );
}
