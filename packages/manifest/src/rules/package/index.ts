/** Rules about the zip itself. Its readers report them; the ones with a `check` run with all others. */
export { damaged } from "./damaged.ts";
export { damagedEntry } from "./damaged-entry.ts";
export { empty } from "./empty.ts";
export { encrypted } from "./encrypted.ts";
export { inflatesTooFar } from "./inflates-too-far.ts";
export { litter } from "./litter.ts";
export { manifestHint, noManifest } from "./no-manifest.ts";
export { notAZip } from "./not-a-zip.ts";
export { sameNameTwice } from "./same-name-twice.ts";
export { sizeDeclared } from "./size-declared.ts";
export { symbolicLink } from "./symbolic-link.ts";
export { tooLarge } from "./too-large.ts";
export { tooManyEntries } from "./too-many-entries.ts";
export { truncated } from "./truncated.ts";
export { twoNames } from "./two-names.ts";
export { unknownCompression } from "./unknown-compression.ts";
export { unsafeName, unsafeNameReasons } from "./unsafe-name.ts";
export { unusedFile } from "./unused-file.ts";
