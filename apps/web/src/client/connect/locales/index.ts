import type { Catalogue } from "../../../shared/language/language-store.ts";

/** The words of the page that sites send people to. */
export const connectMessages: Catalogue = {
  en: async () => await import("./en.json"),
  fr: async () => await import("./fr.json"),
};
