/** A record's words are found by their beginnings; more than these would only be found by pasting a whole text. */
const mostWords = 100;
const mostLetters = 40;

/** The words of a text as the audit log files them: lower case, without accents, letters and digits only. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return [...new Set(words.map((word) => word.slice(0, mostLetters)))].slice(0, mostWords);
}

/**
 * A search as PostgreSQL's tsquery: every word, each by its beginning.
 * @returns undefined when the text holds no word.
 */
export function tsqueryOf(search: string): string | undefined {
  const words = wordsOf(search);
  return words.length === 0 ? undefined : words.map((word) => `'${word}':*`).join(" & ");
}
