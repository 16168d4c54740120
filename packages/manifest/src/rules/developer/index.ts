/** Rules about the developer and the app's legal pages (contracts A.3, E.6). */

export { foreignTerms } from "./foreign-terms.ts";
export { developerHttps } from "./https.ts";
export { developerLocal } from "./local-address.ts";
export { developerNameEmpty } from "./name-empty.ts";
export { developerNameLength } from "./name-length.ts";
export { mpnId } from "./partner-id.ts";
export { samePages } from "./same-pages.ts";
