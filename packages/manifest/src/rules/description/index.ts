/** Rules about descriptions (contracts A.3, E.6). */

export { tooManyWords } from "./500-words.ts";
export { abbreviations } from "./abbreviated-microsoft.ts";
export { appSourceLink } from "./appsource-link.ts";
export { certified } from "./certified.ts";
export { comparisons } from "./comparison.ts";
export { descriptionEmpty } from "./empty.ts";
export { firstMention } from "./first-mention.ts";
export { helpLink } from "./help-link.ts";
export { descriptionLength } from "./length.ts";
export { markup } from "./markup.ts";
export { office365 } from "./office-365.ts";
export { sameDescriptions } from "./short-equals-full.ts";
export { superlatives } from "./superlative.ts";
export { boilerplate } from "./template-text.ts";
export { wordApp } from "./word-app.ts";
