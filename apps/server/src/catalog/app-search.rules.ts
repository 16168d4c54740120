import type { TeamsManifest } from "@parvis/manifest";

/** Longer words are cut: what tells them apart stands before. */
const longestWord = 24;
const mostWords = 16;
/** Below this a word with a letter left out could be any other. */
const leastTolerant = 4;

/** What people look for apps by, beside their names. */
export const appFeatures = ["personal", "team", "chat", "bot", "connector", "messageExtension"] as const;
export type AppFeature = (typeof appFeatures)[number];

/** The words of a text as they are compared: without accents, in lower case; parts of CamelCase count as well. */
export function searchWords(given: string): string[] {
  const plain = given.normalize("NFKD").replace(/\p{M}/gu, "");
  const whole = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const parts = whole.flatMap((word) => word.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu) ?? []);
  const words = [...whole, ...parts].map((word) => word.toLowerCase().slice(0, longestWord));
  return [...new Set(words)].slice(0, mostWords);
}

/** A word and, unless it is short, all it becomes when one letter is left out. */
function variants(word: string): string[] {
  if (word.length < leastTolerant) return [word];
  return [word, ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))];
}

/**
 * What an app is found by. Two words that differ by one wrong, missing, added or swapped letter have a variant in common, which an
 * index finds as it finds a word. Beginnings of words count too, since people look while they type.
 */
export function searchKeys(given: string): string[] {
  const beginnings = searchWords(given).flatMap((word) =>
    Array.from({ length: Math.max(1, word.length - leastTolerant + 1) }, (_, index) =>
      word.slice(0, word.length - index),
    ),
  );
  return [...new Set(beginnings.flatMap(variants))];
}

/** What to look for: for each word that was typed, the keys of which an app must have one. */
export function askedKeys(search: string): string[][] {
  const whole =
    search
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = new Set(whole.map((word) => word.toLowerCase().slice(0, longestWord)));
  return [...words].slice(0, mostWords).map(variants);
}

/** Where an app works, and as what. */
export function featuresOf({
  staticTabs,
  configurableTabs,
  bots,
  connectors,
  composeExtensions,
}: TeamsManifest): AppFeature[] {
  const scoped = [...(staticTabs ?? []), ...(configurableTabs ?? []), ...(bots ?? [])];
  const worksIn = (...names: string[]) => scoped.some(({ scopes }) => scopes?.some((scope) => names.includes(scope)));
  const has: Record<AppFeature, boolean> = {
    // A static tab without scopes is personal: for long it could be nothing else.
    personal: worksIn("personal") || (staticTabs ?? []).some(({ scopes }) => scopes === undefined),
    team: worksIn("team") || (connectors ?? []).length > 0,
    chat: worksIn("groupchat", "groupChat"),
    bot: (bots ?? []).length > 0,
    connector: (connectors ?? []).length > 0,
    messageExtension: (composeExtensions ?? []).length > 0,
  };
  return appFeatures.filter((feature) => has[feature]);
}
