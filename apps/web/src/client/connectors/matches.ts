const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLocaleLowerCase();

/** Whether one of the names holds what is looked for, without regard to case and accents. */
export function matches(find: string, ...names: readonly string[]): boolean {
  const sought = plain(find.trim());
  return names.some((name) => plain(name).includes(sought));
}
