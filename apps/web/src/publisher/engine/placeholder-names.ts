import type { Finding } from "@parvis/manifest";

const brackets = /^(?:\$\{\{|\{\{|<<|\[)\s*(.*?)\s*(?:\}\}|>>|\])$/;

/** The names that placeholders ask values for, each once, in the order of the manifest. */
export function placeholderNames(findings: readonly Finding[]): string[] {
  const names = findings
    .filter(({ rule }) => rule === "manifest/placeholder")
    .flatMap(({ found = "" }) => brackets.exec(found)?.[1] ?? []);
  return [...new Set(names)];
}
