import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { Heading } from "./heading.tsx";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    marginBlockEnd: tokens.spacingVerticalXL,
  },
  titles: { flexGrow: 1, minWidth: 0, flexBasis: "240px" },
  subtitle: { display: "block", color: tokens.colorNeutralForeground3, marginBlockStart: tokens.spacingVerticalXXS },
});

/** A page's title with its one primary action at the right. */
export function PageHeader({
  title,
  subtitle,
  action,
}: {
  title: string;
  subtitle?: string;
  action?: ReactNode;
}): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.titles}>
        <Heading level={1} size={600}>
          {title}
        </Heading>
        {subtitle && <Text className={styles.subtitle}>{subtitle}</Text>}
      </div>
      {action}
    </div>
  );
}
