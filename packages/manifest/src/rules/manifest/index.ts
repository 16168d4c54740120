/** Rules about the manifest as a file and as a whole. */
export { byteOrderMark } from "./byte-order-mark.ts";
export { comment } from "./comment.ts";
export { duplicateKey } from "./duplicate-key.ts";
export { emptyFile } from "./empty-file.ts";
export { encoding } from "./encoding.ts";
export { jsonSyntax, syntaxReasons } from "./json-syntax.ts";
export { notAnObject } from "./not-an-object.ts";
export { placeholder } from "./placeholder.ts";
export { tooDeep } from "./too-deep.ts";
export { tooLong } from "./too-long.ts";
export { trailingComma } from "./trailing-comma.ts";
export { versionMissing } from "./version-missing.ts";
export { versionUnknown } from "./version-unknown.ts";
