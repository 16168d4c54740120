import type { Catalogue } from "../../../shared/language/language-store.ts";

/** The words of a team's page, loaded with it. */
export const teamMessages: Catalogue = {
  en: async () => await import("./en.json"),
  fr: async () => await import("./fr.json"),
};
