import type { Catalogue } from "../../../shared/language/language-store.ts";

export const appListMessages: Catalogue = {
  en: async () => await import("./en.json"),
  fr: async () => await import("./fr.json"),
};
