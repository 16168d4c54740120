/** Text as it is compared: without case and accents. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLocaleLowerCase();
}

/** Whether one of the names holds what is looked for, without regard to case and accents. */
export function matches(find: string, ...names: readonly string[]): boolean {
  const sought = folded(find.trim());
  return names.some((name) => folded(name).includes(sought));
}
