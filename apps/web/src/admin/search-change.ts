/** Changes some words of an address; undefined takes one away. @param replace false: a step of its own in the history. */
export type SearchChange<Search> = (
  next: { [Word in keyof Search]?: Search[Word] | undefined },
  replace?: boolean,
) => void;

interface Move<Search> {
  readonly search: (before: Search) => Search;
  readonly replace: boolean;
}

/** Changes words of a page's address and leaves the others as they are. @param navigate of the page's own route. */
export function searchChange<Search extends object>(
  navigate: (move: Move<Search>) => Promise<void>,
): SearchChange<Search> {
  // The router reads undefined as a word that is not there.
  return (next, replace = true) => void navigate({ search: (before) => ({ ...before, ...next }) as Search, replace });
}
