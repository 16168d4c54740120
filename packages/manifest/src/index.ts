/** Microsoft Teams app packages: read, validate, compare, upgrade, pack. No I/O; runs in Node and in browsers. */
export { compareVersions, leastHigherVersion } from "./compare/app-version.ts";
export type { Change, ChangeClass } from "./compare/change.ts";
export {
  type Comparable,
  type Comparison,
  type ConsentVerdict,
  comparePackages,
  consentNeeded,
} from "./compare/compare-packages.ts";
export { type ConsentReason, type ConsentRuleSet, wordReasons } from "./compare/consent-triggers.ts";
export type { Capability, CapabilityKind } from "./consent/capabilities.ts";
export {
  type ConsentDescription,
  type ConsentPermission,
  describeConsent,
  permissionTitle,
} from "./consent/describe-consent.ts";
export type { PermissionKind } from "./consent/permission-words.ts";
export type { Finding, Language, Severity, Target, Text, ValidateOptions, Verdict } from "./finding.ts";
export { type AppliedFix, applyFixes, type FixResult } from "./fix/apply-fixes.ts";
export { type AppAnswers, type AppKind, generateApp } from "./generate/generate-app.ts";
export { type GraphError, type GraphErrorDetail, toGraphError } from "./graph/graph-error.ts";
export type { IconReading } from "./icons/icon-reading.ts";
export { opaqueShare, paintStrayPixels, strayPixels } from "./icons/outline-pixels.ts";
export { fillJsonText, parseEnv } from "./json/placeholders.ts";
export { describeLanguages, type LanguageCoverage } from "./localization/describe-languages.ts";
export { bestLanguage, localize } from "./localization/keys.ts";
export { packageLimits } from "./package/limits.ts";
export { belongsInPackage, writePackage } from "./package/write-package.ts";
export { allRules } from "./rules/index.ts";
export { type Rule, severityFor } from "./rules/rule.ts";
export { loadLocalizationSchema, loadSchema } from "./schema/load-schema.ts";
export { newestVersion, type SchemaVersion, schemaAddress, schemaVersions } from "./schema/schema-versions.ts";
export type {
  Bot,
  ComposeExtension,
  ConfigurableTab,
  Connector,
  ResourceSpecificPermission,
  StaticTab,
  TeamsManifest,
} from "./teams-manifest.ts";
export { type Upgrade, type UpgradeNote, upgradeManifest } from "./upgrade/upgrade-manifest.ts";
export { validateFiles, validateManifestText, validatePackage } from "./validate.ts";
