/** Rules about what makes an app worth listing (contracts E.6). */

export { accentNearWhite } from "./color-unreadable.ts";
export { packageName } from "./manifest-package-name.ts";
export { noCapability } from "./no-capability.ts";
export { offerId } from "./offer-id.ts";
