import { closestCenter, DndContext, PointerSensor, useSensor, useSensors } from "@dnd-kit/core";
import { arrayMove, SortableContext, useSortable, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ReOrderDotsVerticalRegular } from "@fluentui/react-icons";
import { type KeyboardEvent, type ReactElement, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useText } from "../language/text.ts";

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
  },
  row: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    position: "relative",
  },
  dragged: { boxShadow: tokens.shadow8, zIndex: 1 },
  handle: { cursor: "grab", touchAction: "none", flexShrink: 0 },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

interface SortableRowsProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  idOf(item: T): string;
  /** What the row is called where its moves are read out. */
  nameOf(item: T): string;
  readonly disabled?: boolean;
  readonly onOrder: (items: T[]) => void;
  readonly children: (item: T, index: number) => ReactNode;
}

/** Rows whose order a person decides: by dragging a handle, or on the handle with the arrow keys, Home and End. */
export function SortableRows<T>(props: SortableRowsProps<T>): ReactElement {
  const { label, items, idOf, nameOf, disabled = false, onOrder, children } = props;
  const styles = useStyles();
  const t = useText();
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<{ id: string; words: string }>();
  // A press that does not move is none.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const ids = items.map(idOf);

  function move(from: number, to: number): void {
    const item = items[from];
    if (item === undefined || to < 0 || to >= items.length || from === to) return;
    const words = t("shared.sort.moved", { name: nameOf(item), place: to + 1, count: items.length });
    setMoved({ id: idOf(item), words });
    onOrder(arrayMove([...items], from, to));
  }

  function onKey(event: KeyboardEvent, index: number): void {
    const places: Record<string, number> = {
      ArrowUp: index - 1,
      ArrowDown: index + 1,
      Home: 0,
      End: items.length - 1,
    };
    const to = places[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(index, to);
  }

  // A row that is put elsewhere in the document loses the focus on the way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every move, whatever it was
  useLayoutEffect(() => {
    if (moved === undefined || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(moved.id)}"]`)?.focus();
  }, [items, moved]);

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{
        // Handles say themselves what keys do, and moves are read out below.
        screenReaderInstructions: { draggable: "" },
        announcements: {
          onDragStart: () => undefined,
          onDragOver: () => undefined,
          onDragEnd: () => undefined,
          onDragCancel: () => undefined,
        },
      }}
      onDragEnd={({ active, over }) => {
        if (over !== null) move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={disabled}>
        <ol ref={list} className={styles.list} aria-label={label}>
          {items.map((item, index) => (
            <SortableRow
              key={idOf(item)}
              id={idOf(item)}
              name={nameOf(item)}
              disabled={disabled}
              onKeyDown={(event) => onKey(event, index)}
            >
              {children(item, index)}
            </SortableRow>
          ))}
        </ol>
      </SortableContext>
      <span role="status" className={styles.unseen}>
        {moved?.words}
      </span>
    </DndContext>
  );
}

interface SortableRowProps {
  readonly id: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

function SortableRow({ id, name, disabled, onKeyDown, children }: SortableRowProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({
    id,
    disabled,
  });
  const shift = transform === null ? undefined : `translate3d(0, ${Math.round(transform.y)}px, 0)`;
  const label = t("shared.sort.handle", { name });
  return (
    <li
      ref={setNodeRef}
      className={mergeClasses(styles.row, isDragging && styles.dragged)}
      style={{ transform: shift, transition }}
    >
      {!disabled && (
        <Button
          ref={setActivatorNodeRef}
          appearance="subtle"
          className={styles.handle}
          icon={<ReOrderDotsVerticalRegular />}
          aria-label={label}
          title={label}
          data-handle={id}
          {...listeners}
          onKeyDown={onKeyDown}
        />
      )}
      {children}
    </li>
  );
}
