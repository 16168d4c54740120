import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Finding } from "@parvis/manifest";
import { type ReactElement, useMemo, useState } from "react";
import { type TextOf, useText } from "../language/text.ts";
import { Heading } from "../layout/heading.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import type { FindingGrouping } from "./finding-groupings.ts";
import { FindingItem } from "./finding-item.tsx";
import { findingsAsText } from "./findings-as-text.ts";
import { type FindingGroup, firstEntries, groupFindings } from "./group-findings.ts";

/** More than anybody reads at once; a hostile manifest has tens of thousands. */
const shownAtOnce = 100;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  top: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
  },
  items: { listStyleType: "none", margin: `${tokens.spacingVerticalS} 0 0`, padding: 0 },
  more: { alignSelf: "start" },
});

interface FindingsListProps {
  readonly findings: readonly Finding[];
  /** Text of the package's files, by path, to quote from. */
  readonly sources?: ReadonlyMap<string, string> | undefined;
  /** Level of the groups' headings. */
  readonly level?: 2 | 3 | 4;
  readonly by?: FindingGrouping;
}

/** Findings of a validation, a review or a health run: the same everywhere (ui.md). */
export function FindingsList({ findings, sources, level = 3, by = "severity" }: FindingsListProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const all = useMemo(() => groupFindings(findings, by), [findings, by]);
  const [most, setMost] = useState(shownAtOnce);
  const groups = firstEntries(all, most);
  const hidden = entriesIn(all) - entriesIn(groups);
  return (
    <div className={styles.root}>
      {groups.map(({ key, count, entries }, index) => (
        <section key={key}>
          <div className={styles.top}>
            <Heading level={level} size={400}>
              {headingOf(by, key, count, t)}
            </Heading>
            {index === 0 && (
              <CopyButton
                size="small"
                text={() => findingsAsText(findings, wordsOf(t))}
                label={t("shared.findings.copyAll")}
              />
            )}
          </div>
          <ul className={styles.items}>
            {entries.map(({ finding, branches }, at) => (
              <FindingItem
                // biome-ignore lint/suspicious/noArrayIndexKey: the same rule may find the same thing twice in one place
                key={`${at} ${finding.rule}`}
                finding={finding}
                branches={branches}
                source={sources?.get(finding.file)}
              />
            ))}
          </ul>
        </section>
      ))}
      {hidden > 0 && (
        <Button className={styles.more} onClick={() => setMost(most + shownAtOnce)}>
          {t("shared.findings.more", { count: hidden })}
        </Button>
      )}
    </div>
  );
}

function entriesIn(groups: readonly FindingGroup[]): number {
  return groups.reduce((sum, { entries }) => sum + entries.length, 0);
}

function headingOf(by: FindingGrouping, key: string, count: number, t: TextOf): string {
  if (by === "file")
    return key === "" ? t("shared.findings.inPackage", { count }) : t("shared.findings.in", { file: key, count });
  if (by === "area") return t("shared.findings.in", { file: key, count });
  if (key === "error") return t("shared.findings.errors", { count });
  return key === "warning" ? t("shared.findings.warnings", { count }) : t("shared.findings.suggestions", { count });
}

function wordsOf(t: TextOf) {
  return {
    severity: ({ severity }: Finding) =>
      ({
        error: t("shared.findings.error"),
        warning: t("shared.findings.warning"),
        suggestion: t("shared.findings.suggestion"),
      })[severity],
    fix: t("shared.findings.fix"),
    found: t("shared.findings.found"),
    expected: t("shared.findings.expected"),
  };
}
