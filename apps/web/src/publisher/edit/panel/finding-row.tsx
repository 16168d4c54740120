import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { FindingEntry } from "../../../shared/findings/group-findings.ts";
import { SeverityIcon } from "../../../shared/findings/severity-icon.tsx";
import { useText } from "../../../shared/language/text.ts";
import type { FindingPlace, QuickFix } from "../../engine/quick-fixes.ts";
import { fixWords } from "../editor/editor-words.ts";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalXXS,
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: "solid",
    borderBlockStartColor: tokens.colorNeutralStroke2,
    contentVisibility: "auto",
    containIntrinsicSize: "auto 96px",
  },
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  words: { overflowWrap: "anywhere" },
  message: {
    textAlign: "start",
    overflowWrap: "anywhere",
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase300,
  },
  place: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  fixes: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    paddingBlockStart: tokens.spacingVerticalXXS,
  },
  fix: { fontWeight: tokens.fontWeightRegular, minWidth: "auto", maxWidth: "100%", overflowWrap: "anywhere" },
  branches: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  branch: { overflowWrap: "anywhere" },
});

interface FindingRowProps extends FindingEntry {
  readonly place: FindingPlace | null;
  readonly onJump: (place: FindingPlace) => void;
  readonly onFix: (fix: QuickFix) => void;
}

/** One finding beside the text: a press goes to its place. */
export function FindingRow({ finding, branches, place, onJump, onFix }: FindingRowProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { severity, message, rule, line, column = 1, fix, help } = finding;
  return (
    <li className={styles.root}>
      <SeverityIcon severity={severity} />
      <div className={styles.body}>
        {place === null ? (
          <Text weight="semibold" className={styles.words}>
            {message}
          </Text>
        ) : (
          <Link as="button" className={styles.message} onClick={() => onJump(place)}>
            {message}
          </Link>
        )}
        <Text size={200} className={styles.place}>
          {line !== undefined && <span>{t("shared.findings.position", { line, column })}</span>}
          <Link href={help} target="_blank" rel="noreferrer" aria-label={t("shared.findings.helpOn", { rule })} inline>
            {rule}
          </Link>
        </Text>
        <Text size={200} className={styles.words}>
          {fix}
        </Text>
        {branches.length > 0 && (
          <details>
            <summary>
              <Text size={200}>{t("shared.findings.branches", { count: branches.length })}</Text>
            </summary>
            <ul className={styles.branches}>
              {branches.map((branch) => (
                <li key={`${branch.rule} ${branch.pointer} ${branch.message}`} className={styles.branch}>
                  <Text size={200}>{branch.message}</Text>
                </li>
              ))}
            </ul>
          </details>
        )}
        {place !== null && place.fixes.length > 0 && (
          <div className={styles.fixes}>
            {place.fixes.map((each, at) => (
              <Button
                // biome-ignore lint/suspicious/noArrayIndexKey: the fixes of a finding keep their order
                key={at}
                size="small"
                className={styles.fix}
                onClick={() => onFix(each)}
              >
                {fixWords(each.act, t)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}
