import { closestCenter, DndContext, PointerSensor, useSensor, useSensors } from "@dnd-kit/core";
import {
  arrayMove,
  horizontalListSortingStrategy,
  SortableContext,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { makeStyles } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactElement, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { useText } from "../shared/language/text.ts";
import { narrow, useNarrow } from "../shared/layout/narrow.ts";
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
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
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
  const [moved, setMoved] = useState<{ id: string; words: string }>();
  const [menu, setMenu] = useState<{ item: PinnedApp; target: HTMLElement }>();
  // A press that does not move follows the link.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const items = bar?.items ?? [];

  // What is put elsewhere in the document loses the focus on the way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every move, whatever it was
  useLayoutEffect(() => {
    if (moved === undefined || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>(`[data-pin="${moved.id}"]`)?.focus();
  }, [items, moved]);

  if (bar === undefined || items.length === 0) return null;
  const shown = items.length <= room ? items : items.slice(0, Math.max(0, room - 1));
  const rest = items.slice(shown.length);
  const own = items.filter(({ pinnedBy }) => pinnedBy === "person").map(({ app }) => app.id);
  const arrangeable = bar.allowUserPinning && own.length > 1;

  function move(from: number, to: number): void {
    const id = own[from];
    if (bar === undefined || id === undefined || to < 0 || to >= own.length || from === to) return;
    const name = items.find(({ app }) => app.id === id)?.app.displayName ?? "";
    setMoved({ id, words: t("shared.sort.moved", { name, place: to + 1, count: own.length }) });
    pins.order(bar, arrayMove(own, from, to));
  }

  function onKey(event: KeyboardEvent, id: string): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || step === undefined || !own.includes(id)) return;
    event.preventDefault();
    move(own.indexOf(id), own.indexOf(id) + step);
  }

  function orderOf({ app, pinnedBy }: PinnedApp): PinOrder {
    const at = own.indexOf(app.id);
    return {
      ...(pinnedBy === "person" && arrangeable && at > 0 && { up: () => move(at, at - 1) }),
      ...(pinnedBy === "person" && arrangeable && at < own.length - 1 && { down: () => move(at, at + 1) }),
    };
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{
        // The links say themselves what keys do, and moves are read out below.
        screenReaderInstructions: { draggable: "" },
        announcements: {
          onDragStart: () => undefined,
          onDragOver: () => undefined,
          onDragEnd: () => undefined,
          onDragCancel: () => undefined,
        },
      }}
      onDragEnd={({ active, over }) => {
        if (over !== null) move(own.indexOf(String(active.id)), own.indexOf(String(over.id)));
      }}
    >
      <SortableContext items={own} strategy={isNarrow ? horizontalListSortingStrategy : verticalListSortingStrategy}>
        {shown.length > 0 && (
          <ul ref={list} className={styles.list} aria-label={t("shell.bar.label")}>
            {shown.map((item) => (
              <PinnedLink
                key={item.app.id}
                item={item}
                current={path.startsWith(`/app/${item.app.id}`)}
                movable={arrangeable && item.pinnedBy === "person"}
                onKeyDown={(event) => onKey(event, item.app.id)}
                onMenu={(target) => setMenu({ item, target })}
              />
            ))}
          </ul>
        )}
      </SortableContext>
      {rest.length > 0 && <MorePins items={rest} />}
      {menu && (
        <PinMenu
          item={menu.item}
          target={menu.target}
          order={orderOf(menu.item)}
          onUnpin={() => void pins.unpin(menu.item.app.id, menu.item.pinnedBy)}
          onClose={() => setMenu(undefined)}
        />
      )}
      <span role="status" className={styles.unseen}>
        {moved?.words}
      </span>
    </DndContext>
  );
}
