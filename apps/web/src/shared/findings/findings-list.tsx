import { makeStyles, tokens } from "@fluentui/react-components";
import type { Finding, Severity } from "@parvis/manifest";
import type { ReactElement } from "react";
import { useText } from "../language/text.ts";
import { Heading } from "../layout/heading.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { FindingItem } from "./finding-item.tsx";
import { findingsAsText } from "./findings-as-text.ts";
import { groupFindings } from "./group-findings.ts";

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
});

interface FindingsListProps {
  readonly findings: readonly Finding[];
  /** Text of the package's files, by path, to quote from. */
  readonly sources?: ReadonlyMap<string, string> | undefined;
  /** Level of the groups' headings. */
  readonly level?: 2 | 3 | 4;
}

/** Findings of a validation, a review or a health run: the same everywhere (ui.md). */
export function FindingsList({ findings, sources, level = 3 }: FindingsListProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const groups = groupFindings(findings);
  const counted = (severity: Severity, count: number) =>
    ({
      error: t("shared.findings.errors", { count }),
      warning: t("shared.findings.warnings", { count }),
      suggestion: t("shared.findings.suggestions", { count }),
    })[severity];
  const words = {
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
  return (
    <div className={styles.root}>
      {groups.map(({ severity, count, entries }, index) => (
        <section key={severity}>
          <div className={styles.top}>
            <Heading level={level} size={400}>
              {counted(severity, count)}
            </Heading>
            {index === 0 && (
              <CopyButton
                size="small"
                text={() => findingsAsText(findings, words)}
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
    </div>
  );
}
