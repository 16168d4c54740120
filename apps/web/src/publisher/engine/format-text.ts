import { type Edit, format } from "jsonc-parser";

/** The changes that lay a JSON text out with two spaces; what it says stays. */
export async function formatText({ text }: { readonly text: string }): Promise<Edit[]> {
  return format(text, undefined, { tabSize: 2, insertSpaces: true, eol: "\n" });
}
