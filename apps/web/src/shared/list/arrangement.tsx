import { closestCenter, DndContext, PointerSensor, useSensor, useSensors } from "@dnd-kit/core";
import { SortableContext, type SortingStrategy } from "@dnd-kit/sortable";
import { makeStyles } from "@fluentui/react-components";
import { type ReactElement, type ReactNode, type RefObject, useLayoutEffect, useState } from "react";
import { useText } from "../language/text.ts";

const useStyles = makeStyles({
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

/** The accessibility of the library is for a keyboard of its own: handles say themselves what keys do, and moves are read out below. */
const quiet = {
  screenReaderInstructions: { draggable: "" },
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
};

export type Move = (from: number, to: number) => void;

interface ArrangementProps {
  /** What can be moved, in its order. */
  readonly ids: readonly string[];
  /** What an item is called where its moves are read out. */
  nameOf(id: string): string;
  readonly onMove: Move;
  /** What holds the items; what takes the focus of one says so by `data-handle`, with the id. */
  readonly list: RefObject<HTMLElement | null>;
  readonly strategy: SortingStrategy;
  readonly disabled?: boolean;
  readonly children: (move: Move) => ReactNode;
}

/** Items whose order a person decides: dragged, or moved by what the children do with `move`. */
export function Arrangement(props: ArrangementProps): ReactElement {
  const { ids, nameOf, onMove, list, strategy, disabled = false, children } = props;
  const styles = useStyles();
  const t = useText();
  const [moved, setMoved] = useState<{ id: string; words: string }>();
  // A press that does not move is none; on a link, it follows it.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }));

  function move(from: number, to: number): void {
    const id = ids[from];
    if (id === undefined || to < 0 || to >= ids.length || from === to) return;
    setMoved({ id, words: t("shared.sort.moved", { name: nameOf(id), place: to + 1, count: ids.length }) });
    onMove(from, to);
  }

  const order = ids.join(" ");
  // What is put elsewhere in the document loses the focus on the way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every move, whatever it was
  useLayoutEffect(() => {
    if (moved === undefined || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(moved.id)}"]`)?.focus();
  }, [order, moved]);

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={quiet}
      onDragEnd={({ active, over }) => {
        if (over !== null) move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
      }}
    >
      <SortableContext items={[...ids]} strategy={strategy} disabled={disabled}>
        {children(move)}
      </SortableContext>
      <span role="status" className={styles.unseen}>
        {moved?.words}
      </span>
    </DndContext>
  );
}
