/** A text as a pattern of LIKE has it when it is meant to the letter. */
export function literalLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
