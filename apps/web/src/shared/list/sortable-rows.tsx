import { arrayMove, useSortable, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ReOrderDotsVerticalRegular } from "@fluentui/react-icons";
import { type KeyboardEvent, type ReactElement, type ReactNode, useRef } from "react";
import { useText } from "../language/text.ts";
import { Arrangement } from "./arrangement.tsx";

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
  const list = useRef<HTMLOListElement>(null);
  const byId = new Map(items.map((item) => [idOf(item), item]));

  function target({ key }: KeyboardEvent, index: number): number | undefined {
    const places: Record<string, number> = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: items.length - 1 };
    return places[key];
  }

  return (
    <Arrangement
      ids={[...byId.keys()]}
      nameOf={(id) => {
        const item = byId.get(id);
        return item === undefined ? "" : nameOf(item);
      }}
      onMove={(from, to) => onOrder(arrayMove([...items], from, to))}
      list={list}
      strategy={verticalListSortingStrategy}
      disabled={disabled}
    >
      {(move) => (
        <ol ref={list} className={styles.list} aria-label={label}>
          {items.map((item, index) => (
            <SortableRow
              key={idOf(item)}
              id={idOf(item)}
              name={nameOf(item)}
              disabled={disabled}
              onKeyDown={(event) => {
                const to = target(event, index);
                if (to === undefined) return;
                event.preventDefault();
                move(index, to);
              }}
            >
              {children(item, index)}
            </SortableRow>
          ))}
        </ol>
      )}
    </Arrangement>
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
