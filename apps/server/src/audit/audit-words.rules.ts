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
 * A search as PostgreSQL's tsqueries, one a word: each by its beginning, and all must hold.
 * @returns none when the text holds no word.
 */
export function tsqueriesOf(search: string): string[] {
  return wordsOf(search).map((word) => `'${word}':*`);
}
