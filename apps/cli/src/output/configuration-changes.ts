/** What a bootstrap file changes, in words. */
import { stripVTControlCharacters } from "node:util";
import { paint } from "./paint.ts";

export interface ConfigurationChange {
  readonly section: string;
  readonly name: string;
  readonly action: "create" | "change";
  readonly fields: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
}

const longest = 120;

function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

export function describeChanges(changes: readonly ConfigurationChange[]): string {
  const clean = (text: string) => stripVTControlCharacters(text);
  const lines = changes.flatMap(({ section, name, action, fields }) => [
    action === "create"
      ? paint("green", `+ ${section} ${clean(name)}`)
      : paint("yellow", `~ ${section} ${clean(name)}`),
    ...fields.map(({ field, from, to }) => `    ${field}: ${clean(shown(from))} → ${clean(shown(to))}`),
  ]);
  return lines.map((line) => `${line}\n`).join("");
}

export const countOf = (changes: readonly ConfigurationChange[]) =>
  changes.length === 1 ? "1 change" : `${changes.length} changes`;
