import { Card, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { TextLink } from "../../shared/layout/text-link.tsx";

const useStyles = makeStyles({
  root: { rowGap: tokens.spacingVerticalXS },
  line: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  icon: { display: "flex", color: tokens.colorBrandForeground1, "& svg": { width: "24px", height: "24px" } },
  hint: { color: tokens.colorNeutralForeground3, minHeight: tokens.lineHeightBase200 },
});

interface FigureCardProps {
  readonly to: "/admin/apps" | "/admin/approvals" | "/admin/requests" | "/admin/teams" | "/admin/people";
  readonly icon: ReactElement;
  readonly label: string;
  /** Undefined while it is not known. */
  readonly figure: string | undefined;
  readonly hint?: string | undefined;
}

/** How many there are of something, and the way there. */
export function FigureCard({ to, icon, label, figure, hint }: FigureCardProps): ReactElement {
  const styles = useStyles();
  return (
    <Card className={styles.root}>
      <span className={styles.line}>
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
        <TextLink to={to}>{label}</TextLink>
      </span>
      <Text size={800} weight="semibold">
        {figure ?? "–"}
      </Text>
      <Text size={200} className={styles.hint}>
        {hint}
      </Text>
    </Card>
  );
}
