/** What the list of Manage apps can be sorted by. */
export const sortNames = [
  "name",
  "publisher",
  "publishingStatus",
  "status",
  "availability",
  "kind",
  "permissions",
  "customizable",
  "version",
  "externalId",
  "requests",
  "updated",
] as const;
export type SortName = (typeof sortNames)[number];

export interface ManagedSort {
  readonly by: SortName;
  readonly descending: boolean;
}

const mostColumns = 4;

/**
 * Reads `requests:desc,name`: columns in order of weight, ascending unless it says otherwise.
 * @returns undefined when a column is unknown, stands twice, or there are too many.
 */
export function readSort(given: string): ManagedSort[] | undefined {
  const parts = given.split(",").map((part) => part.trim());
  const read = parts.flatMap((part): ManagedSort[] => {
    const [, name, direction] = /^(\w+)(?::(asc|desc))?$/.exec(part) ?? [];
    const by = sortNames.find((each) => each === name);
    return by === undefined ? [] : [{ by, descending: direction === "desc" }];
  });
  const known = read.length === parts.length && new Set(read.map(({ by }) => by)).size === read.length;
  return known && read.length <= mostColumns ? read : undefined;
}

export function writeSort(sort: readonly ManagedSort[]): string {
  return sort.map(({ by, descending }) => (descending ? `${by}:desc` : by)).join(",");
}
