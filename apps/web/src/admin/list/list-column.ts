import type { ReactNode } from "react";

/** A column of a list. The order in the list is the order on the screen. */
export interface ListColumn<T> {
  readonly id: string;
  readonly label: string;
  /** The cells speak for themselves; the label is for who cannot see them. */
  readonly hideLabel?: boolean;
  render(item: T): ReactNode;
  /** What the column is sorted by; it cannot be sorted without. */
  sortKey?(item: T): string | number;
  /** The server sorts by it: the whole list is not here to be sorted. */
  readonly sortable?: boolean;
  /** In CSS pixels; the room that is left is shared out by `grow`. */
  readonly minWidth: number;
  readonly grow?: number;
  /** Which column stays longest where there is little room: the smallest number. 0 always stays and cannot be hidden. */
  readonly rank: number;
  /** Only there for those who ask for it. */
  readonly hiddenAtFirst?: boolean;
  /** Holds one control, which is reached instead of the cell. */
  readonly control?: boolean;
}

type Placed = Pick<ListColumn<unknown>, "id" | "minWidth" | "rank" | "hiddenAtFirst">;

/** What a person has chosen to see or not to see, by column. */
export type ColumnChoice = Readonly<Record<string, boolean>>;

/** Whether a column was asked for. */
export function isChosen(column: Placed, choice: ColumnChoice): boolean {
  return column.rank === 0 || (choice[column.id] ?? column.hiddenAtFirst !== true);
}

/** The chosen columns that there is room for, in their order: a list never scrolls sideways. */
export function columnsThatFit<C extends Placed>(columns: readonly C[], choice: ColumnChoice, width: number): C[] {
  let room = width;
  const kept = new Set<C>();
  for (const column of columns.filter((one) => isChosen(one, choice)).toSorted((a, b) => a.rank - b.rank)) {
    room -= column.minWidth;
    // Once one does not fit, lesser ones stay out too, so that columns go in a known order.
    if (room < 0 && column.rank > 0) break;
    kept.add(column);
  }
  return columns.filter((column) => kept.has(column));
}

/** What was remembered; anything else counts as no choice. */
export function readChoice(stored: string | undefined): ColumnChoice {
  try {
    const value: unknown = JSON.parse(stored ?? "{}");
    if (typeof value !== "object" || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, boolean] => typeof entry[1] === "boolean"),
    );
  } catch {
    return {};
  }
}
