/** Rules about the app's version and the schema's (contracts A.3, E.1, E.2). */
export { versionEmpty } from "./empty.ts";
export { versionForm } from "./form.ts";
export { versionMajor } from "./major-below-1.ts";
export { idZero } from "./manifest-id-zero.ts";
export { oldVersion } from "./manifest-old-version.ts";
export { outerSpace } from "./manifest-outer-space.ts";
export { previewVersion } from "./manifest-preview-version.ts";
export { schemaDisagrees } from "./manifest-schema-disagrees.ts";
export { schemaMissing } from "./manifest-schema-missing.ts";
export { schemaUnknown } from "./manifest-schema-unknown.ts";
export { versionThreeParts } from "./three-parts.ts";
