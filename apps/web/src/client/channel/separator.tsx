import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const line = {
  content: '""',
  flexGrow: 1,
  height: tokens.strokeWidthThin,
  backgroundColor: tokens.colorNeutralStroke2,
} as const;

const useStyles = makeStyles({
  root: {
    ...typographyStyles.caption1,
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
    color: tokens.colorNeutralForeground3,
    "::before": line,
    "::after": line,
  },
  fresh: {
    color: tokens.colorStatusDangerForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "::before": { backgroundColor: tokens.colorStatusDangerBorder1 },
    "::after": { flexGrow: 0, width: tokens.spacingHorizontalXXL, backgroundColor: tokens.colorStatusDangerBorder1 },
  },
});

/** Between messages: a new day, or where the new ones begin. */
export function Separator({ fresh = false, children }: { fresh?: boolean; children: ReactNode }): ReactElement {
  const styles = useStyles();
  return <div className={mergeClasses(styles.root, fresh && styles.fresh)}>{children}</div>;
}
