import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { type ExcerptLine, excerptOf } from "./source-excerpt.ts";

const useStyles = makeStyles({
  root: {
    ...typographyStyles.caption1,
    fontFamily: tokens.fontFamilyMonospace,
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    margin: 0,
    paddingBlock: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    textAlign: "start",
  },
  number: {
    paddingInline: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    textAlign: "end",
    userSelect: "none",
  },
  // Wrapped rather than scrolled: a place that scrolls needs a stop of the Tab key of its own.
  line: { whiteSpace: "pre-wrap", overflowWrap: "anywhere", paddingInlineEnd: tokens.spacingHorizontalS },
  here: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  mark: {
    color: "inherit",
    backgroundColor: "transparent",
    textDecorationLine: "underline",
    textDecorationStyle: "wavy",
    textDecorationColor: tokens.colorStatusDangerForeground1,
    textUnderlineOffset: "3px",
  },
});

function Line({ line }: { line: ExcerptLine }): ReactElement {
  const styles = useStyles();
  const { number, text, mark } = line;
  return (
    <>
      <span className={mergeClasses(styles.number, mark && styles.here)} aria-hidden>
        {number}
      </span>
      <code className={mergeClasses(styles.line, mark && styles.here)}>
        {mark === undefined ? (
          text
        ) : (
          <>
            {text.slice(0, mark[0])}
            <mark className={styles.mark}>{text.slice(...mark)}</mark>
            {text.slice(mark[1])}
          </>
        )}
      </code>
    </>
  );
}

/** The lines around a place. Source code is written from left to right in every language. */
export function FindingSource({
  source,
  line,
  column,
}: {
  source: string;
  line: number;
  column: number;
}): ReactElement | null {
  const styles = useStyles();
  const lines = excerptOf(source, line, column);
  if (lines.length === 0) return null;
  return (
    <div className={styles.root} dir="ltr">
      {lines.map((each) => (
        <Line key={each.number} line={each} />
      ))}
    </div>
  );
}
