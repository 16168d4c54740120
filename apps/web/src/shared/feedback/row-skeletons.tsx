import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../language/text.ts";

const useStyles = makeStyles({
  rows: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalL },
  row: {
    display: "grid",
    gridTemplateColumns: "min-content 1fr",
    gap: tokens.spacingHorizontalM,
    alignItems: "center",
  },
  lines: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

/** Rows of a picture and two lines, while a list loads. */
export function RowSkeletons({ rows = 4 }: { rows?: number }): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <Skeleton aria-label={t("shared.loading")} className={styles.rows}>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows stand for nothing yet
        <div key={index} className={styles.row}>
          <SkeletonItem shape="circle" size={32} />
          <div className={styles.lines}>
            <SkeletonItem style={{ width: "40%" }} />
            <SkeletonItem style={{ width: "75%" }} />
          </div>
        </div>
      ))}
    </Skeleton>
  );
}
