/** Rules about localisation files (contracts E.1). What their own schema says comes from the schema rules. */
export { languageFileMissing } from "./file-missing.ts";
export { missingKey } from "./key-missing.ts";
export { unknownKey } from "./key-without-target.ts";
export { languageTwice } from "./language-twice.ts";
export { noDefaultLanguage } from "./no-default-language.ts";
export { untranslated } from "./not-translated.ts";
