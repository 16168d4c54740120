/** Examples for these rules, and the keys of a language file. */
export const words = (en: string, fr: string) => ({ words: { en, fr } });
