import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import {
  AppsFilled,
  AppsRegular,
  BoxFilled,
  BoxRegular,
  bundleIcon,
  PeopleTeamFilled,
  PeopleTeamRegular,
  ShieldTaskFilled,
  ShieldTaskRegular,
} from "@fluentui/react-icons";
import { Link, useLocation } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "../shared/language/text.ts";
import { narrow } from "../shared/layout/narrow.ts";
import { useObservable } from "../shared/observable.ts";
import { useSession } from "../shared/session.ts";
import { readMarks } from "../shared/unread.ts";

const TeamsIcon = bundleIcon(PeopleTeamFilled, PeopleTeamRegular);
const AppsIcon = bundleIcon(AppsFilled, AppsRegular);
const PublisherIcon = bundleIcon(BoxFilled, BoxRegular);
const AdminIcon = bundleIcon(ShieldTaskFilled, ShieldTaskRegular);

const useStyles = makeStyles({
  rail: {
    gridArea: "rail",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
    [narrow]: {
      flexDirection: "row",
      justifyContent: "space-around",
      paddingBlock: tokens.spacingVerticalXXS,
      paddingBlockEnd: `max(${tokens.spacingVerticalXXS}, env(safe-area-inset-bottom))`,
      backgroundColor: tokens.colorNeutralBackground3,
      borderBlockStartWidth: tokens.strokeWidthThin,
      borderBlockStartStyle: "solid",
      borderBlockStartColor: tokens.colorNeutralStroke2,
    },
  },
  item: {
    ...typographyStyles.caption2,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingVerticalXXS,
    minHeight: "52px",
    marginInline: tokens.spacingHorizontalXS,
    flexGrow: 0,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    borderRadius: tokens.borderRadiusMedium,
    "& svg": { width: "24px", height: "24px" },
    ":hover": { backgroundColor: tokens.colorNeutralBackground3Hover, color: tokens.colorNeutralForeground2BrandHover },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
    [narrow]: { flexGrow: 1, minHeight: "48px" },
  },
  icon: { position: "relative", display: "flex" },
  dot: {
    position: "absolute",
    insetBlockStart: 0,
    insetInlineEnd: "-6px",
    width: "8px",
    height: "8px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorPaletteRedBackground3,
  },
  current: {
    color: tokens.colorCompoundBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { outline: "1px solid Highlight" },
  },
});

/** Where one can go: at the side, or at the bottom of a phone. */
export function AppRail(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { administrator } = useSession();
  const anyUnread = useObservable(readMarks).unread.size > 0;
  const path = useLocation({ select: (location) => location.pathname });
  const items = [
    { to: "/", label: t("shell.rail.teams"), Icon: TeamsIcon, current: path === "/" || path.startsWith("/teams") },
    { to: "/apps", label: t("shell.rail.apps"), Icon: AppsIcon, current: path.startsWith("/apps") },
    {
      to: "/publisher",
      label: t("shell.rail.publisher"),
      Icon: PublisherIcon,
      current: path.startsWith("/publisher"),
    },
    ...(administrator
      ? [{ to: "/admin", label: t("shell.rail.admin"), Icon: AdminIcon, current: path.startsWith("/admin") } as const]
      : []),
  ] as const;
  return (
    <nav className={styles.rail} aria-label={t("shell.rail.label")}>
      {items.map(({ to, label, Icon, current }) => (
        <Link
          key={to}
          to={to}
          className={mergeClasses(styles.item, current && styles.current)}
          aria-current={current ? "page" : undefined}
        >
          <span className={styles.icon}>
            <Icon filled={current} aria-hidden />
            {to === "/" && anyUnread && <span className={styles.dot} role="img" aria-label={t("shell.rail.unread")} />}
          </span>
          {label}
        </Link>
      ))}
    </nav>
  );
}
