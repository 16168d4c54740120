import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { narrow } from "../../shared/layout/narrow.ts";

const useStyles = makeStyles({
  root: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM, minWidth: 0, width: "100%" },
  media: { display: "flex", flexShrink: 0 },
  wideOnly: { [narrow]: { display: "none" } },
  lines: { display: "flex", flexDirection: "column", minWidth: 0 },
  line: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  second: { color: tokens.colorNeutralForeground3 },
});

interface TwoLinesProps {
  readonly media?: ReactElement;
  /** Leaves the picture out on a phone, where the row holds controls too. */
  readonly crowded?: boolean;
  /** Usually a link. */
  readonly first: ReactNode;
  readonly second?: string | undefined;
}

/** The first cell of a row: a picture, a name and what else tells it from others. Cut where there is no room. */
export function TwoLines({ media, crowded = false, first, second }: TwoLinesProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {media && <span className={mergeClasses(styles.media, crowded && styles.wideOnly)}>{media}</span>}
      <div className={styles.lines}>
        <div className={styles.line}>{first}</div>
        {second !== undefined && second !== "" && (
          <Text size={200} truncate wrap={false} className={styles.second} title={second}>
            {second}
          </Text>
        )}
      </div>
    </div>
  );
}

/** One line of text in a cell, whole in a tooltip. */
export function CellText({ children }: { children: string }): ReactElement {
  return (
    <Text truncate wrap={false} block title={children}>
      {children}
    </Text>
  );
}
