import { makeStyles } from "@fluentui/react-components";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactElement, useRef, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { useObservable } from "../../shared/observable.ts";
import type { Team } from "../../shared/teams.ts";
import { readMarks } from "../../shared/unread.ts";
import { foldedTeams, setFolded } from "./folded-teams.ts";
import { nextRow, type TeamRow, teamRows } from "./team-rows.ts";
import { TeamsTreeRow } from "./teams-tree-row.tsx";

const rowHeight = 34;

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: 0, overflowY: "auto", overscrollBehavior: "contain" },
  rows: { position: "relative", width: "100%" },
  row: { position: "absolute", insetInlineStart: 0, insetInlineEnd: 0, top: 0, height: `${rowHeight}px` },
});

/** Teams and channels as a tree: one stop of the Tab key, arrows within. Only the lines in view exist. */
export function TeamsTree({ teams }: { teams: readonly Team[] }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const path = useLocation({ select: (location) => location.pathname });
  const rows = teamRows(teams, useObservable(foldedTeams), useObservable(readMarks).unread);
  const openRow = rows.findIndex((row) => row.kind === "channel" && path.endsWith(`/channels/${row.channel.id}`));
  const [focusKey, setFocusKey] = useState<string>();
  const focused = rows.findIndex((row) => row.key === focusKey);
  const stop = focused >= 0 ? focused : Math.max(openRow, 0);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
  });

  function focusRow(index: number): void {
    const row = rows[index];
    if (row === undefined) return;
    setFocusKey(row.key);
    virtualizer.scrollToIndex(index, { align: "auto" });
    // The line may have to be made first.
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${row.key}"]`)?.focus());
  }

  function foldOrMove(row: TeamRow, index: number, key: string): boolean {
    const forward = key === (document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight");
    if (row.kind === "channel") {
      if (!forward) focusRow(rows.findLastIndex((one, at) => at < index && one.kind === "team"));
      return true;
    }
    if (row.expanded === forward) {
      if (forward) focusRow(index + 1);
    } else setFolded(row.team.id, !forward);
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const index = rows.findIndex((row) => row.key === (event.target as HTMLElement).dataset.row);
    const row = rows[index];
    if (row === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") foldOrMove(row, index, event.key);
    else if (event.key === " " && row.kind === "channel") open(row);
    else {
      const next = nextRow(rows, index, event.key);
      if (next === undefined) return;
      focusRow(next);
    }
    event.preventDefault();
  }

  function open(row: TeamRow & { kind: "channel" }): void {
    void navigate({
      to: "/teams/$teamId/channels/$channelId",
      params: { teamId: row.team.id, channelId: row.channel.id },
    });
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="tree"
        aria-label={t("client.teams.title")}
        className={styles.rows}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return (
            row && (
              <div key={key} role="none" className={styles.row} style={{ transform: `translateY(${start}px)` }}>
                <TeamsTreeRow
                  row={row}
                  current={index === openRow}
                  tabStop={index === stop}
                  onFocus={() => setFocusKey(row.key)}
                />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
