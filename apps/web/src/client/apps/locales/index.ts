import type { Catalogue } from "../../../shared/language/language-store.ts";

/** The words about finding, asking for and managing apps. */
export const appsMessages: Catalogue = {
  en: async () => await import("./en.json"),
  fr: async () => await import("./fr.json"),
};
