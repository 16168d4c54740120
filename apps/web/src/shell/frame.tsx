import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Outlet } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { NoticesOutlet } from "../shared/feedback/notices-outlet.tsx";
import { useText } from "../shared/language/text.ts";
import { narrow } from "../shared/layout/narrow.ts";
import { SessionContext, sessionQuery } from "../shared/session.ts";
import { AppRail } from "./app-rail.tsx";
import { Header } from "./header.tsx";
import { LiveBanner } from "./live-banner.tsx";
import { useLive } from "./use-live.ts";

const route = getRouteApi("/frame");

const useStyles = makeStyles({
  root: {
    display: "grid",
    height: "100dvh",
    gridTemplateColumns: "68px minmax(0, 1fr)",
    gridTemplateRows: "48px auto minmax(0, 1fr)",
    gridTemplateAreas: '"header header" "banner banner" "rail main"',
    [narrow]: {
      gridTemplateColumns: "minmax(0, 1fr)",
      gridTemplateRows: "48px auto minmax(0, 1fr) auto",
      gridTemplateAreas: '"header" "banner" "main" "rail"',
    },
  },
  main: {
    gridArea: "main",
    minWidth: 0,
    minHeight: 0,
    overflow: "auto",
    backgroundColor: tokens.colorNeutralBackground2,
    borderStartStartRadius: tokens.borderRadiusXLarge,
    [narrow]: { borderStartStartRadius: 0 },
  },
  banner: { gridArea: "banner" },
  skip: {
    position: "absolute",
    zIndex: 10,
    insetBlockStart: tokens.spacingVerticalS,
    insetInlineStart: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    ":not(:focus)": { clipPath: "inset(50%)", width: "1px", height: "1px", padding: 0, overflow: "hidden" },
  },
});

/** What surrounds every page for somebody who is signed in. */
export function Frame(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { session: atFirst } = route.useRouteContext();
  // Read anew by events alone: while somebody signs out, nobody may ask again who they are.
  const session = useQuery({ ...sessionQuery, enabled: false }).data ?? atFirst;
  useLive(session.person.id);
  return (
    <SessionContext value={session}>
      <div className={styles.root}>
        <a className={styles.skip} href="#main">
          {t("shell.skipToContent")}
        </a>
        <Header />
        <div className={styles.banner}>
          <LiveBanner />
        </div>
        <AppRail />
        <main id="main" tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
        <NoticesOutlet />
      </div>
    </SessionContext>
  );
}
