import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Outlet, useLocation } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useNarrow } from "../shared/layout/narrow.ts";
import { useObservable } from "../shared/observable.ts";
import { ListResizer } from "./teams-list/list-resizer.tsx";
import { listWidth, setListWidth } from "./teams-list/list-width.ts";
import { TeamsList } from "./teams-list/teams-list.tsx";

const useStyles = makeStyles({
  root: { display: "flex", height: "100%", minWidth: 0 },
  list: {
    position: "relative",
    flexShrink: 0,
    boxSizing: "border-box",
    borderInlineEndWidth: tokens.strokeWidthThin,
    borderInlineEndStyle: "solid",
    borderInlineEndColor: tokens.colorNeutralStroke2,
  },
  whole: { width: "100%", borderInlineEndStyle: "none" },
  page: { flexGrow: 1, minWidth: 0, height: "100%", backgroundColor: tokens.colorNeutralBackground2 },
  away: { display: "none" },
});

/** The list of teams beside what is open; on a phone one or the other. */
export function TeamsLayout(): ReactElement {
  const styles = useStyles();
  const isNarrow = useNarrow();
  const width = useObservable(listWidth);
  const atHome = useLocation({ select: (location) => location.pathname === "/" });
  return (
    <div className={styles.root}>
      {(!isNarrow || atHome) && (
        <div className={mergeClasses(styles.list, isNarrow && styles.whole)} style={isNarrow ? undefined : { width }}>
          <TeamsList alone={isNarrow} />
          {!isNarrow && <ListResizer width={width} onResize={setListWidth} />}
        </div>
      )}
      <div className={mergeClasses(styles.page, isNarrow && atHome && styles.away)}>
        <Outlet />
      </div>
    </div>
  );
}
