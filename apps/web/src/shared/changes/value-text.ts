import type { Change } from "@parvis/manifest";

/** What of a long value is shown at first. */
const mostLines = 12;
const mostCharacters = 600;

/** A value as one reads it in a manifest, cut unless all of it is asked for. */
export function valueText(value: Change["before"], whole: boolean): { text: string; cut: boolean } {
  const all = value === undefined ? "" : JSON.stringify(value, null, 2);
  if (whole) return { text: all, cut: false };
  const lines = all.split("\n");
  const text = lines.slice(0, mostLines).join("\n").slice(0, mostCharacters);
  return text.length < all.length ? { text: `${text}…`, cut: true } : { text, cut: false };
}
