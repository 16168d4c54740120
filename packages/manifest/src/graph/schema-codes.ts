/** Microsoft Graph's codes for what the schema refuses (contracts A.3): its own code for well-known places, else the keyword's. */
import { dottedPath } from "../json/pointer.ts";
import type { SchemaError } from "../schema/evaluate.ts";

/** By `keyword place`; `required` names the missing property. */
const codes: Readonly<Record<string, string>> = {
  "required id": "CommonAppIdIsRequiredField",
  "pattern id": "CommonAppIdIsNotGuid",
  "required manifestVersion": "CommonManifestVersionIsRequiredField",
  "required $schema": "CommonSchemaUrlIsRequiredField",
  "required version": "VersionCannotBeEmpty",
  "pattern version": "VersionContainsOnlyNumbersDotSeparated",
  "required name.short": "ShortNameIsRequiredField",
  "maxLength name.short": "ShortNameLengthCheck",
  "required description.short": "ShortDescriptionCannotBeEmpty",
  "maxLength description.short": "ShortDescriptionLengthCheck",
  "required description.full": "FullDescriptionCannotBeEmpty",
  "maxLength description.full": "FullDescriptionLengthCheck",
  "required developer.name": "DeveloperNameIsRequiredField",
  "maxLength developer.name": "DeveloperNameLengthCheck",
  "required developer.privacyUrl": "DeveloperPrivacyUrlIsRequiredField",
  "required developer.termsOfUseUrl": "DeveloperTermsOfUseUrlIsRequiredField",
  "required developer.websiteUrl": "DeveloperWebsiteUrlIsRequiredField",
  "pattern developer.privacyUrl": "DeveloperPrivacyUrlMustBeHttps",
  "pattern developer.termsOfUseUrl": "DeveloperTermsOfUseUrlMustBeHttps",
  "pattern developer.websiteUrl": "DeveloperWebsiteUrlMustBeHttps",
  "pattern bots[].botId": "BotIdIsNotGuid",
  "pattern composeExtensions[].botId": "BotBasedComposeExtensionBotIdNotGuid",
};

/** A missing property's target is the property itself, as in Graph's own sample (`developer.websiteUrl`). */
export function graphCodeOf(error: SchemaError): { graph?: string; target: string } {
  const named = error.params.missingProperty ?? error.params.additionalProperty;
  const place = dottedPath(error.pointer);
  const target = typeof named === "string" ? (place === "" ? named : `${place}.${named}`) : place;
  const code = codes[`${error.keyword} ${target.replace(/\[\d+\]/g, "[]")}`];
  return code === undefined ? { target: target || "manifest.json" } : { graph: code, target };
}
