import { makeStyles, shorthands, Text, tokens } from "@fluentui/react-components";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import type { AppItem } from "./app-grid.tsx";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    width: "100%",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    ...shorthands.border(tokens.strokeWidthThin, "solid", tokens.colorNeutralStroke2),
    ":hover": { ...shorthands.borderColor(tokens.colorNeutralStroke1Hover), boxShadow: tokens.shadow4 },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM, minWidth: 0 },
  names: { minWidth: 0, overflowWrap: "anywhere" },
  publisher: { color: tokens.colorNeutralForeground3 },
  about: {
    color: tokens.colorNeutralForeground2,
    overflow: "hidden",
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: "3",
    overflowWrap: "anywhere",
  },
});

/** An app in the list: the whole card leads to its page. */
export function AppCard({ app }: { app: AppItem }): ReactElement {
  const styles = useStyles();
  return (
    <Link to="/apps/$appId" params={{ appId: app.id }} className={styles.card}>
      <span className={styles.head}>
        <AppIcon src={app.icons.color} size={48} />
        <span className={styles.names}>
          <Text block weight="semibold" size={400}>
            {app.displayName}
          </Text>
          <Text block size={200} className={styles.publisher}>
            {app.publisherName}
          </Text>
        </span>
      </span>
      <Text className={styles.about}>{app.shortDescription}</Text>
    </Link>
  );
}
