import type { Completion as Place, Suggestion } from "../../engine/complete.ts";

/** How a suggestion is put into a text, so that what stands around it stays JSON. */
export interface Insertion {
  readonly from: number;
  readonly to: number;
  /** In the snippet language of the editor. */
  readonly template: string;
  /** Where a comma is missing before it. */
  readonly comma: number | null;
}

/** @param place what is being written, without quotes; its quotes are replaced with it. */
export function insertionOf(text: string, place: Pick<Place, "from" | "to">, suggestion: Suggestion): Insertion {
  const from = text[place.from - 1] === '"' ? place.from - 1 : place.from;
  const to = text[place.to] === '"' && from < place.from ? place.to + 1 : place.to;
  const next = /\S/.exec(text.slice(to))?.[0] ?? "";
  return { from, to, template: templateFor(suggestion, next), comma: missingComma(text, from) };
}

function templateFor({ kind, label, template }: Suggestion, next: string): string {
  const follow = next === "" || ",]}:".includes(next) ? "" : ",";
  if (kind === "value") return escaped(template) + follow;
  if (kind === "item") return numbered(template) + follow;
  const name = escaped(JSON.stringify(label));
  // The name alone is being written anew: its value stays.
  return next === ":" ? name : `${name}: ${numbered(template)}${follow}`;
}

/** Where values come one after the other and nothing parts them. */
function missingComma(text: string, from: number): number | null {
  const before = text.slice(0, from).trimEnd();
  const last = before.at(-1) ?? "{";
  return "{[,:".includes(last) ? null : before.length;
}

const escaped = (text: string) => text.replaceAll(/[{}]/g, String.raw`\$&`);

/** Places to fill in are numbered: two that begin with the same text are still two. */
function numbered(template: string): string {
  let count = 0;
  return template.replaceAll(/\$\{((?:\\[{}]|[^{}])*)\}/g, (whole, content: string) =>
    content.includes("\\") ? whole : `\${${++count}:${content}}`,
  );
}
