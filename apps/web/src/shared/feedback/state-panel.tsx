import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { Heading } from "../layout/heading.tsx";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: "center",
    marginInline: "auto",
    maxWidth: "480px",
  },
  icon: { display: "flex", color: tokens.colorNeutralForeground3, "& svg": { width: "48px", height: "48px" } },
  actions: { display: "flex", flexWrap: "wrap", justifyContent: "center", gap: tokens.spacingHorizontalM },
  text: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere", textAlign: "inherit" },
});

export interface StatePanelProps {
  readonly icon?: ReactElement;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out at once: something went wrong. */
  readonly alert?: boolean;
  /** 1 where it is the whole page. */
  readonly level?: 1 | 2;
}

/** In place of content: nothing there yet, nothing found, something went wrong. Says what to do next. */
export function StatePanel({
  icon,
  title,
  children,
  actions,
  alert = false,
  level = 2,
}: StatePanelProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.root} role={alert ? "alert" : undefined}>
      {icon && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      <Heading level={level}>{title}</Heading>
      {children && <div className={styles.text}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
