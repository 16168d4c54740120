import { newestVersion, schemaAddress, schemaVersions } from "../../schema/schema-versions.ts";
import type { Rule } from "../rule.ts";

/** Versions before this one lack what current clients expect of an app; they stay supported. */
const dated = schemaVersions.indexOf("1.5");

export const oldVersion: Rule = {
  id: "manifest/old-version",
  severity: { organization: "off", store: "warning" },
  title: { en: "The manifest version is not an old one", fr: "La version du manifeste n'est pas ancienne" },
  message: {
    en: "Manifest version {version} is years old; the newest is {newest}.",
    fr: "La version {version} du manifeste date de plusieurs années ; la plus récente est {newest}.",
  },
  why: {
    en: "Old versions stay supported, and lack languages, resource-specific permissions and other hosts.",
    fr: "Les anciennes versions restent acceptées, mais ignorent langues, autorisations ciblées et autres hôtes.",
  },
  fix: { en: "Run `parvis upgrade`.", fr: "Lancez `parvis upgrade`." },
  source: "contracts E.1",
  passes: { manifest: { manifestVersion: "1.19" } },
  fails: { manifest: { manifestVersion: "1.3", packageName: "com.contoso.alerts", $schema: schemaAddress("1.3") } },
  *check({ version }) {
    if (schemaVersions.indexOf(version) < dated)
      yield { pointer: "/manifestVersion", values: { version, newest: newestVersion } };
  },
};
