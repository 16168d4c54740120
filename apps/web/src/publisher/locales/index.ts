import type { Catalogue } from "../../shared/language/language-store.ts";

/** The messages of a page that is a part of its own, with those of the others. */
async function both(...parts: readonly Promise<{ default: object }>[]): Promise<{ default: object }> {
  const all = await Promise.all(parts);
  return { default: Object.assign({}, ...all.map((part) => part.default)) };
}

export const publisherMessages: Catalogue = {
  en: async () => await both(import("./en.json"), import("../edit/locales/en.json")),
  fr: async () => await both(import("./fr.json"), import("../edit/locales/fr.json")),
};
