import type { Catalogue } from "../language/language-store.ts";

/** The words of the shell and of what several parts share. */
export const sharedMessages: Catalogue = {
  en: async () => await import("./en.json"),
  fr: async () => await import("./fr.json"),
};
