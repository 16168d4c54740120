import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    marginBlockEnd: tokens.spacingVerticalM,
  },
  end: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    marginInlineStart: "auto",
    minHeight: "32px",
  },
  count: { color: tokens.colorNeutralForeground3 },
});

interface ListToolbarProps {
  /** Search and filters. */
  readonly children: ReactNode;
  /** How much is shown; spoken when it changes. */
  readonly count: string;
  readonly tools?: ReactNode;
}

/** What stands above a list. */
export function ListToolbar({ children, count, tools }: ListToolbarProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {children}
      <div className={styles.end}>
        <span role="status" className={styles.count}>
          {count}
        </span>
        {tools}
      </div>
    </div>
  );
}
