/**
 * Stands in for the package `entities` in the browser's build (vite.config.ts): a browser knows the names of
 * characters by itself, so their table, a third of markdown-it, need not be downloaded.
 */
const decoder = document.createElement("textarea");

/** @param reference one character reference such as `&eacute;`, closed by its semicolon. */
export function decodeHTMLStrict(reference: string): string {
  // In a textarea markup is text: nothing runs, nothing loads.
  decoder.innerHTML = reference;
  return decoder.value;
}
