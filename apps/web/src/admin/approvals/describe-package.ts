import { describeConsent, type Language, validatePackage } from "@parvis/manifest";

/** What is wrong with a package, and what it adds and may do. */
export async function describePackage(bytes: Uint8Array, language: Language) {
  const { findings, manifest } = await validatePackage(bytes, { target: "organization", language });
  return { findings, consent: manifest == null ? null : describeConsent(manifest, language) };
}
