import {
  createTableColumn,
  DataGrid,
  DataGridBody,
  DataGridCell,
  DataGridHeader,
  DataGridHeaderCell,
  DataGridRow,
  makeStyles,
  mergeClasses,
  type TableColumnId,
  tokens,
} from "@fluentui/react-components";
import { type MouseEvent, type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import { type ColumnChoice, columnsThatFit, type ListColumn } from "./list-column.ts";
import type { Sorting } from "./sorting.ts";
import { useSteadyRows } from "./steady-rows.ts";
import { useElementWidth } from "./use-element-width.ts";
import { rowHeight, useVirtualRows } from "./use-virtual-rows.ts";

const useStyles = makeStyles({
  header: {
    position: "sticky",
    insetBlockStart: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  body: { position: "relative" },
  row: {
    position: "absolute",
    insetInlineStart: 0,
    insetInlineEnd: 0,
    insetBlockStart: 0,
    height: `${rowHeight}px`,
    // The header lies over what is scrolled to just below the top.
    scrollMarginBlockStart: "40px",
    // Not one of the backgrounds of choices: high contrast turns those round, and the words of a cell would not follow.
    ":focus-within": { backgroundColor: tokens.colorNeutralBackground3 },
  },
  opens: { cursor: "pointer" },
  cell: { minWidth: 0, overflow: "hidden", "& > *": { minWidth: 0 } },
  outdated: { opacity: 0.6 },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

interface ListGridProps<T> {
  readonly label: string;
  readonly columns: readonly ListColumn<T>[];
  readonly choice?: ColumnChoice;
  /** In order. */
  readonly items: readonly T[];
  idOf(item: T): string;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  /** What the list answers to: a change of it may move rows about. */
  readonly question?: string;
  /** Pressing a row anywhere. The row must hold a link to the same place. */
  readonly onOpen?: (item: T) => void;
  /** A row to bring into view and focus, once it is there. */
  readonly reveal?: string | undefined;
  readonly onRevealed?: () => void;
  /** The last rows are in view. */
  readonly onEnd?: () => void;
  /** An answer to an earlier question. */
  readonly outdated?: boolean;
}

const nothingChosen: ColumnChoice = {};

/** A list of any length as a grid: arrows go from cell to cell, headers sort. Only the rows in view exist. */
export function ListGrid<T>(props: ListGridProps<T>): ReactElement {
  const { label, columns, choice = nothingChosen, items, idOf, sorting, onSort, onOpen, reveal, onRevealed } = props;
  const styles = useStyles();
  // Around the grid, as the refs of Fluent's own parts are typed for tables.
  const root = useRef<HTMLDivElement>(null);
  const width = useElementWidth(root);
  const shown = useMemo(() => columnsThatFit(columns, choice, width), [columns, choice, width]);
  const question = `${props.question ?? ""} ${sorting.column} ${sorting.descending}`;
  const { rows, guards } = useSteadyRows(items, idOf, question);
  const [focused, setFocused] = useState<string>();
  const keptIndex = focused === undefined ? -1 : rows.findIndex((row) => idOf(row) === focused);
  const { indexes, totalHeight, scrollTo } = useVirtualRows(rows.length, root, keptIndex);
  const inView = indexes.flatMap((index) => {
    const item = rows[index];
    return item === undefined ? [] : [{ item, index, id: idOf(item) }];
  });
  type Row = (typeof inView)[number];

  const atEnd = rows.length > 0 && indexes.at(-1) === rows.length - 1;
  const { onEnd } = props;
  useEffect(() => {
    if (atEnd) onEnd?.();
  }, [atEnd, onEnd]);

  const revealIndex = reveal === undefined ? -1 : rows.findIndex((row) => idOf(row) === reveal);
  useEffect(() => {
    if (revealIndex < 0) return;
    scrollTo(revealIndex);
    // The row is made by the scrolling.
    const timer = setTimeout(() => {
      root.current?.querySelector<HTMLElement>(`[data-row="${reveal}"] a`)?.focus();
      onRevealed?.();
    }, 100);
    return () => clearTimeout(timer);
  });

  const definitions = shown.map((column) =>
    createTableColumn<Row>({
      columnId: column.id,
      // Rows come in order; that a comparison takes arguments is how the grid knows what can be sorted.
      compare: column.sortKey === undefined && column.sortable !== true ? () => 0 : (_first, _second) => 0,
      renderHeaderCell: () => (column.hideLabel ? <span className={styles.unseen}>{column.label}</span> : column.label),
      renderCell: ({ item }) => column.render(item),
    }),
  );
  const styleOf = (id: TableColumnId) => {
    const column = shown.find((one) => one.id === id);
    return { flex: `${column?.grow ?? 1} 1 ${column?.minWidth ?? 0}px` };
  };
  const hasControl = (id: TableColumnId) => shown.find((one) => one.id === id)?.control === true;
  const open = (event: MouseEvent, item: T) => {
    const onControl = (event.target as Element).closest("a, button, input, select, [role=combobox]") !== null;
    if (!onControl && getSelection()?.isCollapsed !== false) onOpen?.(item);
  };

  return (
    <div ref={root}>
      <DataGrid
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-busy={props.outdated}
        className={mergeClasses(props.outdated && styles.outdated)}
        items={inView}
        columns={definitions}
        getRowId={(row: Row) => row.id}
        sortable
        sortState={{ sortColumn: sorting.column, sortDirection: sorting.descending ? "descending" : "ascending" }}
        onSortChange={(_, next) =>
          onSort({ column: String(next.sortColumn), descending: next.sortDirection === "descending" })
        }
        {...guards}
      >
        <DataGridHeader className={styles.header}>
          <DataGridRow aria-rowindex={1}>
            {({ renderHeaderCell, columnId }) => (
              <DataGridHeaderCell className={styles.cell} style={styleOf(columnId)}>
                {renderHeaderCell()}
              </DataGridHeaderCell>
            )}
          </DataGridRow>
        </DataGridHeader>
        <DataGridBody<Row> className={styles.body} style={{ height: totalHeight }} data-rows>
          {({ item: { item, index, id }, rowId }) => (
            <DataGridRow<Row>
              key={rowId}
              data-row={id}
              aria-rowindex={index + 2}
              className={mergeClasses(styles.row, onOpen && styles.opens)}
              style={{ transform: `translateY(${index * rowHeight}px)` }}
              onClick={(event: MouseEvent) => open(event, item)}
              onFocus={() => setFocused(id)}
              onBlur={() => setFocused(undefined)}
            >
              {({ renderCell, columnId }) => (
                <DataGridCell
                  className={styles.cell}
                  style={styleOf(columnId)}
                  focusMode={hasControl(columnId) ? "none" : "cell"}
                >
                  {renderCell({ item, index, id })}
                </DataGridCell>
              )}
            </DataGridRow>
          )}
        </DataGridBody>
      </DataGrid>
    </div>
  );
}
