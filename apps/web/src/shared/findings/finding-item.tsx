import { Link, makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import type { Finding } from "@parvis/manifest";
import type { ReactElement } from "react";
import { useText } from "../language/text.ts";
import { CodeWords } from "./code-words.tsx";
import { FindingSource } from "./finding-source.tsx";
import type { FindingEntry } from "./group-findings.ts";
import { SeverityIcon } from "./severity-icon.tsx";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: "solid",
    borderBlockStartColor: tokens.colorNeutralStroke2,
    // Hundreds of findings: what is out of sight is not laid out.
    contentVisibility: "auto",
    containIntrinsicSize: "auto 120px",
  },
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalSNudge, minWidth: 0 },
  words: { overflowWrap: "anywhere" },
  place: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  values: {
    ...typographyStyles.caption1,
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    "& dt": { color: tokens.colorNeutralForeground3 },
    "& dd": { margin: 0, overflowWrap: "anywhere" },
  },
  summary: { cursor: "pointer", width: "fit-content", color: tokens.colorNeutralForeground2 },
  branches: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, "& li": { overflowWrap: "anywhere" } },
});

interface FindingItemProps extends FindingEntry {
  /** The text of the file that the finding is about, where it is at hand. */
  readonly source: string | undefined;
}

function Place({ finding }: { finding: Finding }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { rule, file, line, column, pointer } = finding;
  const position = column === undefined ? { line } : { line, column };
  return (
    <Text size={200} className={styles.place}>
      <span>{rule}</span>
      {file !== "" && <span>{file}</span>}
      {position.line !== undefined && (
        <span>{t("shared.findings.position", { line: position.line, column: position.column ?? 1 })}</span>
      )}
      {pointer !== "" && <bdi>{pointer}</bdi>}
    </Text>
  );
}

/** What stands there and what should, where the rule knows both; one alone repeats the message. */
function FoundExpected({ finding }: { finding: Finding }): ReactElement | null {
  const styles = useStyles();
  const t = useText();
  const { found, expected } = finding;
  if (found === undefined || expected === undefined || found === "" || expected === "") return null;
  return (
    <dl className={styles.values}>
      <dt>{t("shared.findings.found")}</dt>
      <dd>{found}</dd>
      <dt>{t("shared.findings.expected")}</dt>
      <dd>{expected}</dd>
    </dl>
  );
}

/** One finding: how grave, what, where, how to fix it. */
export function FindingItem({ finding, branches, source }: FindingItemProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <li className={styles.root}>
      <SeverityIcon severity={finding.severity} />
      <div className={styles.body}>
        <Text weight="semibold" className={styles.words}>
          <CodeWords text={finding.message} />
        </Text>
        <Place finding={finding} />
        {source !== undefined && finding.line !== undefined && (
          <FindingSource source={source} line={finding.line} column={finding.column ?? 1} />
        )}
        <FoundExpected finding={finding} />
        <Text className={styles.words}>
          <Text weight="semibold">{t("shared.findings.fix")}</Text> <CodeWords text={finding.fix} />{" "}
          <Link
            href={finding.help}
            target="_blank"
            rel="noreferrer"
            aria-label={t("shared.findings.helpOn", { rule: finding.rule })}
            inline
          >
            {t("shared.findings.help")}
          </Link>
        </Text>
        {branches.length > 0 && (
          <details>
            <summary className={styles.summary}>{t("shared.findings.branches", { count: branches.length })}</summary>
            <ul className={styles.branches}>
              {branches.map((branch) => (
                <li key={`${branch.rule} ${branch.pointer} ${branch.message}`}>
                  <CodeWords text={`${branch.message} ${branch.fix}`} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}
