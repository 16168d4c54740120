import type { TextOf } from "../../shared/language/text.ts";

/** A group somebody is in, and how: from the one they are in themselves up to it, both included. */
export interface ReachedGroup {
  readonly displayName: string;
  readonly way: readonly { readonly displayName: string }[];
}

/**
 * For texts that say which group counts, and by which one within it somebody is in it: "Sellers, in Nordics".
 * `nested` selects between the two, and is a word because messages select by words.
 */
export function groupWords(group: ReachedGroup | null, t: TextOf): { group: string; nested: string; way: string } {
  const within = (group?.way ?? []).slice(0, -1).map(({ displayName }) => displayName);
  const [first = "", ...others] = within;
  const way = others.reduce((inner, outer) => t("admin.group.way", { inner, outer }), first);
  return { group: group?.displayName ?? "", nested: String(within.length > 0), way };
}
