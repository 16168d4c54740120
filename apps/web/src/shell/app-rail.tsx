import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
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
import { Fragment, lazy, type ReactElement, Suspense } from "react";
import { useText } from "../shared/language/text.ts";
import { narrow } from "../shared/layout/narrow.ts";
import { useObservable } from "../shared/observable.ts";
import { patiently } from "../shared/patient-import.ts";
import { useSession } from "../shared/session.ts";
import { readMarks } from "../shared/unread.ts";
import { useRailStyles } from "./rail-styles.ts";

/** Pins are drawn when the rest of the page is: dragging brings much along. */
const AppBarPins = lazy(patiently(async () => ({ default: (await import("./app-bar-pins.tsx")).AppBarPins })));

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
    minHeight: 0,
    overflow: "hidden",
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
});

/** Where one can go: at the side, or at the bottom of a phone. */
export function AppRail(): ReactElement {
  const styles = useStyles();
  const rail = useRailStyles();
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
        <Fragment key={to}>
          <Link
            to={to}
            className={mergeClasses(rail.item, current && rail.current)}
            aria-current={current ? "page" : undefined}
          >
            <span className={styles.icon}>
              <Icon filled={current} aria-hidden />
              {to === "/" && anyUnread && (
                <span className={styles.dot} role="img" aria-label={t("shell.rail.unread")} />
              )}
            </span>
            {label}
          </Link>
          {to === "/" && (
            <Suspense>
              <AppBarPins others={items.length} />
            </Suspense>
          )}
        </Fragment>
      ))}
    </nav>
  );
}
