import type { Catalogue } from "../../../shared/language/language-store.ts";

/** The words about connectors: loaded with the dialog and the pages that have them. */
export const connectorMessages: Catalogue = {
  en: async () => await import("./en.json"),
  fr: async () => await import("./fr.json"),
};
