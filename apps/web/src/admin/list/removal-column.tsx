import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ListColumn } from "./list-column.ts";

interface Removal<T> {
  /** What the column is for, to those who cannot see it. */
  readonly label: string;
  readonly icon: ReactElement;
  /** What the button does to this one: "Remove Megan". */
  nameOf(item: T): string;
  /** Some may stand there for another reason. */
  mayRemove?(item: T): boolean;
  readonly onRemove: (item: T) => void;
}

/** The last column: a button that takes the row out of the list. */
export function removalColumn<T>({ label, icon, nameOf, mayRemove, onRemove }: Removal<T>): ListColumn<T> {
  return {
    id: "remove",
    label,
    hideLabel: true,
    render: (item) =>
      mayRemove?.(item) !== false && (
        <Button
          appearance="subtle"
          icon={icon}
          aria-label={nameOf(item)}
          title={nameOf(item)}
          onClick={() => onRemove(item)}
        />
      ),
    minWidth: 48,
    grow: 0,
    rank: 0,
    control: true,
  };
}
