/** Rules about validDomains and the addresses the app loads (contracts E.6). */

export { domainLocal } from "./local.ts";
export { domainsWithoutPages } from "./none-for-sign-in.ts";
export { domainOnMicrosoft } from "./onmicrosoft.ts";
export { pageNotCovered } from "./page-not-covered.ts";
export { pageNotHttps } from "./page-not-https.ts";
export { domainScheme } from "./scheme.ts";
export { domainTooWide } from "./too-wide.ts";
export { domainTunnel } from "./tunnel.ts";
export { domainTwice } from "./twice.ts";
