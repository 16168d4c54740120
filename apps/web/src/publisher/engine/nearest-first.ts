/** How many letters must be added, removed or exchanged to make one word the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, exchanged));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * Words in the order of their likeness to one that was written.
 * @param close leaves out those that nobody mistypes for it.
 */
export function nearestFirst(written: string, words: readonly string[], { close = false } = {}): string[] {
  const wanted = written.slice(0, 64).toLowerCase();
  return words
    .map((word) => ({ word, away: distance(wanted, word.slice(0, 64).toLowerCase()) }))
    .filter(({ word, away }) => !close || away <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.away - b.away)
    .map(({ word }) => word);
}
