import { useSortable } from "@dnd-kit/sortable";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Link } from "@tanstack/react-router";
import type { KeyboardEvent, ReactElement } from "react";
import { useText } from "../shared/language/text.ts";
import { narrow } from "../shared/layout/narrow.ts";
import type { PinnedApp } from "../shared/my-apps.ts";
import { AppIcon } from "../shared/parts/app-icon.tsx";
import { useRailStyles } from "./rail-styles.ts";

const useStyles = makeStyles({
  item: { position: "relative", [narrow]: { flexGrow: 1, flexBasis: 0, minWidth: 0 } },
  dragged: { zIndex: 1, boxShadow: tokens.shadow8, borderRadius: tokens.borderRadiusMedium },
  movable: { touchAction: "manipulation" },
  name: {
    maxWidth: "60px",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  dot: {
    position: "absolute",
    insetBlockStart: "4px",
    insetInlineEnd: "14px",
    width: "8px",
    height: "8px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
});

interface PinnedLinkProps {
  readonly item: PinnedApp;
  readonly current: boolean;
  readonly movable: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onMenu: (target: HTMLElement) => void;
}

/** A pinned app in the rail; one's own can be dragged, and moved with Alt and the arrow keys. */
export function PinnedLink({ item, current, movable, onKeyDown, onMenu }: PinnedLinkProps): ReactElement {
  const styles = useStyles();
  const rail = useRailStyles();
  const t = useText();
  const { app, update } = item;
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: app.id, disabled: !movable });
  const shift =
    transform === null ? undefined : `translate3d(${Math.round(transform.x)}px, ${Math.round(transform.y)}px, 0)`;
  return (
    <li
      ref={setNodeRef}
      className={mergeClasses(styles.item, isDragging && styles.dragged)}
      style={{ transform: shift, transition }}
    >
      <Link
        to="/app/$appId/{-$entityId}"
        params={{ appId: app.id }}
        draggable={false}
        className={mergeClasses(rail.item, current && rail.current, movable && styles.movable)}
        aria-current={current ? "page" : undefined}
        aria-keyshortcuts={movable ? "Alt+ArrowUp Alt+ArrowDown" : undefined}
        title={movable ? t("shell.bar.hint", { app: app.displayName }) : app.displayName}
        data-handle={app.id}
        {...(movable ? listeners : {})}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          event.preventDefault();
          onMenu(event.currentTarget);
        }}
      >
        <AppIcon src={app.icons.color} size={24} />
        <span className={styles.name}>{app.displayName}</span>
        {update !== null && <span className={styles.dot} role="img" aria-label={t("shell.bar.update")} />}
      </Link>
    </li>
  );
}
