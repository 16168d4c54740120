import type { ListColumn } from "./list-column.ts";

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

/** As it stands in an address: `changedAt`, or `-changedAt` for the largest first. */
export function readSorting(value: string | undefined, standard: Sorting): Sorting {
  if (value === undefined) return standard;
  return value.startsWith("-") ? { column: value.slice(1), descending: true } : { column: value, descending: false };
}

/** @returns undefined for the standard, which needs no words in the address. */
export function writeSorting({ column, descending }: Sorting, standard: Sorting): string | undefined {
  if (column === standard.column && descending === standard.descending) return undefined;
  return descending ? `-${column}` : column;
}

/** Items in order. Equal ones keep the order they came in; a column that is not there changes nothing. */
export function sorted<T>(
  items: readonly T[],
  columns: readonly Pick<ListColumn<T>, "id" | "sortKey">[],
  { column, descending }: Sorting,
  language: string,
): T[] {
  const key = columns.find((one) => one.id === column)?.sortKey;
  if (key === undefined) return [...items];
  // Numbers in names count as numbers: 1.10.0 comes after 1.9.0.
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  const keyed = items.map((item) => ({ item, key: key(item) }));
  const sign = descending ? -1 : 1;
  keyed.sort(
    (a, b) =>
      sign *
      (typeof a.key === "number" && typeof b.key === "number" ? a.key - b.key : compare(String(a.key), String(b.key))),
  );
  return keyed.map(({ item }) => item);
}
