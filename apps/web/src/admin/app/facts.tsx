import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { narrow } from "../../shared/layout/narrow.ts";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(120px, max-content) minmax(0, 1fr)",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    margin: 0,
    "& dt": { color: tokens.colorNeutralForeground3 },
    "& dd": { margin: 0, overflowWrap: "anywhere" },
    [narrow]: {
      gridTemplateColumns: "minmax(0, 1fr)",
      rowGap: tokens.spacingVerticalXXS,
      "& dd": { marginBlockEnd: tokens.spacingVerticalS },
    },
  },
});

/** Names and what they stand for. */
export function Facts({ children }: { children: ReactNode }): ReactElement {
  const styles = useStyles();
  return <dl className={styles.root}>{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
