/** Rules about the app's name (contracts A.3, E.6). */

export { commonNoun } from "./common-noun.ts";
export { fullStartsOtherwise } from "./full-differs.ts";
export { productName } from "./microsoft-product.ts";
export { reservedName } from "./reserved.ts";
export { shortNameEmpty } from "./short-empty.ts";
export { sameNames } from "./short-equals-full.ts";
export { shortNameLength } from "./short-length.ts";
export { workInProgress } from "./work-in-progress.ts";
