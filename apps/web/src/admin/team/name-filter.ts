/** As names are compared: without case and accents. */
function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLocaleLowerCase();
}

/** A filter for items one of whose names holds what is searched for. */
export function named<T>(search: string, namesOf: (item: T) => readonly string[]): (item: T) => boolean {
  const sought = folded(search);
  return (item) => namesOf(item).some((name) => folded(name).includes(sought));
}
