import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { setFolded } from "./folded-teams.ts";
import type { TeamRow } from "./team-rows.ts";

const useStyles = makeStyles({
  row: {
    ...typographyStyles.body1,
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    boxSizing: "border-box",
    height: "32px",
    marginInline: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    cursor: "pointer",
    userSelect: "none",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1Hover },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  team: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  channel: { paddingInlineStart: "34px" },
  current: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
  },
  unread: { fontWeight: tokens.fontWeightBold, color: tokens.colorNeutralForeground1 },
  name: { flexGrow: 1, minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  dot: {
    flexShrink: 0,
    width: "8px",
    height: "8px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandForeground1,
  },
  chevron: { display: "flex", flexShrink: 0, '[dir="rtl"] & svg': { transform: "scaleX(-1)" } },
});

interface TeamsTreeRowProps {
  readonly row: TeamRow;
  readonly current: boolean;
  /** Whether the Tab key stops here. */
  readonly tabStop: boolean;
  readonly onFocus: () => void;
}

export function TeamsTreeRow({ row, current, tabStop, onFocus }: TeamsTreeRowProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const tree = {
    "data-row": row.key,
    "aria-posinset": row.place,
    "aria-setsize": row.count,
    onFocus,
  } as const;
  const dot = row.unread && <span className={styles.dot} role="img" aria-label={t("client.teams.unread")} />;
  if (row.kind === "team") {
    return (
      <div
        role="treeitem"
        tabIndex={tabStop ? 0 : -1}
        {...tree}
        aria-level={1}
        aria-expanded={row.expanded}
        className={mergeClasses(styles.row, styles.team)}
        onClick={() => setFolded(row.team.id, row.expanded)}
        onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === " ") setFolded(row.team.id, row.expanded);
        }}
      >
        <span className={styles.chevron} aria-hidden>
          {row.expanded ? <ChevronDownRegular /> : <ChevronRightRegular />}
        </span>
        <span className={styles.name}>{row.team.displayName}</span>
        {dot}
      </div>
    );
  }
  return (
    <Link
      to="/teams/$teamId/channels/$channelId"
      params={{ teamId: row.team.id, channelId: row.channel.id }}
      role="treeitem"
      tabIndex={tabStop ? 0 : -1}
      {...tree}
      aria-level={2}
      aria-selected={current}
      aria-current={current ? "page" : undefined}
      className={mergeClasses(styles.row, styles.channel, row.unread && styles.unread, current && styles.current)}
    >
      <span className={styles.name}>{row.channel.displayName}</span>
      {dot}
    </Link>
  );
}
