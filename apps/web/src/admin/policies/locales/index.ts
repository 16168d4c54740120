import type { Catalogue } from "../../../shared/language/language-store.ts";

/** Groups, policies, who has which, and what a change would do. */
export const policyMessages: Catalogue = {
  en: async () => await import("./en.json"),
  fr: async () => await import("./fr.json"),
};
