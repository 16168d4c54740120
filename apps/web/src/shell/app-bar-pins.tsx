import { arrayMove, horizontalListSortingStrategy, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { makeStyles } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactElement, useRef, useState, useSyncExternalStore } from "react";
import { useText } from "../shared/language/text.ts";
import { narrow, useNarrow } from "../shared/layout/narrow.ts";
import { Arrangement, type Move } from "../shared/list/arrangement.tsx";
import { appBarQuery, type PinnedApp, usePins } from "../shared/my-apps.ts";
import { MorePins } from "./more-pins.tsx";
import { PinMenu, type PinOrder } from "./pin-menu.tsx";
import { PinnedLink } from "./pinned-link.tsx";
import { useRequestOutcomes } from "./use-request-outcomes.ts";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: "inherit",
    listStyleType: "none",
    margin: 0,
    padding: 0,
    flexShrink: 0,
    [narrow]: { flexDirection: "row", flexGrow: 1, minWidth: 0 },
    ":empty": { display: "none" },
  },
});

const itemHeight = 56;
const headerHeight = 64;
const itemWidth = 68;

function onResize(listener: () => void): () => void {
  window.addEventListener("resize", listener);
  return () => window.removeEventListener("resize", listener);
}

/** How many pins there is room for beside the fixed places, one of them for what does not fit. */
function useRoom(others: number): number {
  const isNarrow = useNarrow();
  return useSyncExternalStore(onResize, () => {
    const room = isNarrow ? window.innerWidth / itemWidth : (window.innerHeight - headerHeight) / itemHeight;
    return Math.max(0, Math.floor(room) - others);
  });
}

/** What is pinned: the administrator's first, then one's own, which can be put in order by dragging and by keyboard. */
export function AppBarPins({ others }: { others: number }): ReactElement | null {
  const styles = useStyles();
  const t = useText();
  const isNarrow = useNarrow();
  const path = useLocation({ select: (location) => location.pathname });
  const { data: bar } = useQuery(appBarQuery);
  const pins = usePins();
  useRequestOutcomes();
  const room = useRoom(others);
  const list = useRef<HTMLUListElement>(null);
  const [menu, setMenu] = useState<{ item: PinnedApp; target: HTMLElement }>();
  const items = bar?.items ?? [];

  if (bar === undefined || items.length === 0) return null;
  const shown = items.length <= room ? items : items.slice(0, Math.max(0, room - 1));
  const rest = items.slice(shown.length);
  const own = items.filter(({ pinnedBy }) => pinnedBy === "person").map(({ app }) => app.id);
  const arrangeable = bar.allowUserPinning && own.length > 1;

  function onKey(event: KeyboardEvent, id: string, move: Move): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || step === undefined || !own.includes(id)) return;
    event.preventDefault();
    move(own.indexOf(id), own.indexOf(id) + step);
  }

  function orderOf({ app, pinnedBy }: PinnedApp, move: Move): PinOrder {
    const at = own.indexOf(app.id);
    return {
      ...(pinnedBy === "person" && arrangeable && at > 0 && { up: () => move(at, at - 1) }),
      ...(pinnedBy === "person" && arrangeable && at < own.length - 1 && { down: () => move(at, at + 1) }),
    };
  }

  return (
    <Arrangement
      ids={own}
      nameOf={(id) => items.find(({ app }) => app.id === id)?.app.displayName ?? ""}
      onMove={(from, to) => pins.order(bar, arrayMove(own, from, to))}
      list={list}
      strategy={isNarrow ? horizontalListSortingStrategy : verticalListSortingStrategy}
    >
      {(move) => (
        <>
          {shown.length > 0 && (
            <ul ref={list} className={styles.list} aria-label={t("shell.bar.label")}>
              {shown.map((item) => (
                <PinnedLink
                  key={item.app.id}
                  item={item}
                  current={path.startsWith(`/app/${item.app.id}`)}
                  movable={arrangeable && item.pinnedBy === "person"}
                  onKeyDown={(event) => onKey(event, item.app.id, move)}
                  onMenu={(target) => setMenu({ item, target })}
                />
              ))}
            </ul>
          )}
          {rest.length > 0 && <MorePins items={rest} />}
          {menu && (
            <PinMenu
              item={menu.item}
              target={menu.target}
              order={orderOf(menu.item, move)}
              onUnpin={() => void pins.unpin(menu.item.app.id, menu.item.pinnedBy)}
              onClose={() => setMenu(undefined)}
            />
          )}
        </>
      )}
    </Arrangement>
  );
}
