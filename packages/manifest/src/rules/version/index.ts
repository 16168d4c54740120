/** Rules about the app's version and the schema's (contracts A.3, E.1, E.2). */
import { textAt } from "../../json/json-value.ts";
import {
  isSchemaVersion,
  newestVersion,
  schemaAddress,
  schemaVersions,
  versionInAddress,
} from "../../schema/schema-versions.ts";
import type { Rule } from "../rule.ts";

export const versionEmpty: Rule = {
  id: "version/empty",
  severity: "error",
  graph: "VersionCannotBeEmpty",
  title: { en: "The app has a version", fr: "L'application a une version" },
  message: { en: "The version is empty.", fr: "La version est vide." },
  why: {
    en: "Without a version nobody can tell an update from what is installed.",
    fr: "Sans version, nul ne distingue une mise à jour de ce qui est installé.",
  },
  fix: { en: 'Write a version, such as "1.0.0".', fr: 'Écrivez une version, comme "1.0.0".' },
  source: "contracts A.3",
  passes: { manifest: { version: "1.0.0" } },
  fails: { manifest: { version: "" } },
  *check({ manifest }) {
    if (textAt(manifest, "version")?.trim() === "") yield { pointer: "/version" };
  },
};

export const versionForm: Rule = {
  id: "version/form",
  severity: "error",
  graph: "VersionContainsOnlyNumbersDotSeparated",
  title: { en: "The version is numbers and dots", fr: "La version est faite de nombres et de points" },
  message: {
    en: "The version “{found}” is not made of numbers and dots alone.",
    fr: "La version « {found} » n'est pas faite que de nombres et de points.",
  },
  why: {
    en: "Versions are compared number by number; a word has no order.",
    fr: "Les versions se comparent nombre par nombre ; un mot n'a pas d'ordre.",
  },
  fix: { en: 'Write three numbers, such as "1.2.0".', fr: 'Écrivez trois nombres, comme "1.2.0".' },
  source: "contracts A.3, E.2",
  passes: { manifest: { version: "1.0" } },
  fails: { manifest: { version: "1.0.0-beta" } },
  *check({ manifest }) {
    const version = textAt(manifest, "version")?.trim();
    if (version === undefined || version === "" || /^\d+(\.\d+)*$/.test(version)) return;
    yield { pointer: "/version", values: { found: version }, found: version, expected: "1.0.0" };
  },
};

export const versionMajor: Rule = {
  id: "version/major-below-1",
  severity: "error",
  graph: "VersionHasMajorLessThan1",
  title: { en: "The version begins at 1", fr: "La version commence à 1" },
  message: { en: "The version “{found}” begins with 0.", fr: "La version « {found} » commence par 0." },
  why: {
    en: "Teams refuses versions below 1.0.0, drafts included.",
    fr: "Teams refuse les versions inférieures à 1.0.0, brouillons compris.",
  },
  fix: { en: 'Begin with "1.0.0".', fr: 'Commencez à "1.0.0".' },
  source: "contracts A.3, E.2",
  passes: { manifest: { version: "1.0.0" } },
  fails: { manifest: { version: "0.9.0" } },
  *check({ manifest }) {
    const version = textAt(manifest, "version")?.trim() ?? "";
    if (/^0\d*(\.\d+)*$/.test(version))
      yield { pointer: "/version", values: { found: version }, found: version, expected: ">= 1.0.0" };
  },
};

export const versionThreeParts: Rule = {
  id: "version/three-parts",
  severity: "suggestion",
  title: { en: "The version has three numbers", fr: "La version a trois nombres" },
  message: {
    en: "The version “{found}” does not have three numbers.",
    fr: "La version « {found} » n'a pas trois nombres.",
  },
  why: {
    en: "Semantic versions have three, newer schemas ask for them, and 1.0 and 1.0.0 count as the same.",
    fr: "Les versions sémantiques en ont trois, les schémas récents les demandent, et 1.0 et 1.0.0 sont égales.",
  },
  fix: { en: 'Write all three, such as "1.0.0".', fr: 'Écrivez les trois, comme "1.0.0".' },
  source: "contracts E.2",
  passes: { manifest: { version: "1.0.0" } },
  fails: { manifest: { version: "1.0" } },
  *check({ manifest }) {
    const version = textAt(manifest, "version")?.trim() ?? "";
    if (/^[1-9]\d*(\.\d+)*$/.test(version) && version.split(".").length !== 3)
      yield { pointer: "/version", values: { found: version } };
  },
};

export const schemaMissing: Rule = {
  id: "manifest/schema-missing",
  severity: { organization: "suggestion", store: "error" },
  graph: "CommonSchemaUrlIsRequiredField",
  title: { en: "The manifest names its schema", fr: "Le manifeste nomme son schéma" },
  message: { en: "There is no $schema.", fr: "Il n'y a pas de $schema." },
  why: {
    en: "Editors complete and check as you type once they know the schema; the store asks for it.",
    fr: "Les éditeurs complètent et vérifient dès qu'ils connaissent le schéma ; le magasin l'exige.",
  },
  fix: { en: 'Add "$schema": "{address}".', fr: 'Ajoutez "$schema": "{address}".' },
  source: "contracts A.3, E.1",
  passes: { manifest: {} },
  fails: { manifest: { $schema: null } },
  *check({ manifest, version }) {
    // The schemas of 1.0 knew no such property and refuse it.
    if (!Object.hasOwn(manifest, "$schema") && version !== "1.0")
      yield { pointer: "/$schema", values: { address: schemaAddress(version) }, target: "$schema" };
  },
};

export const schemaDisagrees: Rule = {
  id: "manifest/schema-disagrees",
  severity: "warning",
  title: { en: "$schema and manifestVersion agree", fr: "$schema et manifestVersion concordent" },
  message: {
    en: "$schema is of version {named}, manifestVersion says {version}; the manifest was judged by {version}.",
    fr: "$schema est de la version {named}, manifestVersion dit {version} ; le manifeste a été jugé selon {version}.",
  },
  why: {
    en: "Your editor checks by one and Teams by the other.",
    fr: "Votre éditeur vérifie selon l'un et Teams selon l'autre.",
  },
  fix: {
    en: 'Write "$schema": "{address}", or run `parvis validate --fix`.',
    fr: 'Écrivez "$schema": "{address}", ou lancez `parvis validate --fix`.',
  },
  source: "contracts E.1",
  passes: { manifest: { manifestVersion: "1.19" } },
  fails: {
    manifest: { $schema: "https://developer.microsoft.com/json-schemas/teams/v1.16/MicrosoftTeams.schema.json" },
  },
  *check({ manifest, version }) {
    const named = versionInAddress(textAt(manifest, "$schema") ?? "");
    if (named === null || named === version || !isSchemaVersion(textAt(manifest, "manifestVersion") ?? "")) return;
    yield {
      pointer: "/$schema",
      values: { named, version, address: schemaAddress(version) },
      found: named,
      expected: version,
    };
  },
};

export const schemaUnknown: Rule = {
  id: "manifest/schema-unknown",
  severity: "suggestion",
  title: { en: "$schema is an address of the Teams schema", fr: "$schema est une adresse du schéma Teams" },
  message: {
    en: "$schema “{found}” names no version of the Teams manifest.",
    fr: "$schema « {found} » ne nomme aucune version du manifeste Teams.",
  },
  why: {
    en: "An editor that follows it checks against something else, or nothing.",
    fr: "Un éditeur qui la suit vérifie selon autre chose, ou rien.",
  },
  fix: { en: 'Write "$schema": "{address}".', fr: 'Écrivez "$schema": "{address}".' },
  source: "contracts E.1",
  passes: { manifest: {} },
  fails: { manifest: { $schema: "https://example.com/schema.json" } },
  *check({ manifest, version }) {
    const address = textAt(manifest, "$schema");
    if (address !== undefined && versionInAddress(address) === null)
      yield { pointer: "/$schema", values: { found: address, address: schemaAddress(version) }, found: address };
  },
};

export const previewVersion: Rule = {
  id: "manifest/preview-version",
  severity: { organization: "suggestion", store: "error" },
  title: { en: "The manifest follows a released schema", fr: "Le manifeste suit un schéma publié" },
  message: { en: "devPreview may change at any time.", fr: "devPreview peut changer à tout moment." },
  why: {
    en: "The store takes released versions only, and a preview can break an app overnight.",
    fr: "Le magasin n'accepte que les versions publiées, et un aperçu peut casser une application du jour au lendemain.",
  },
  fix: {
    en: "Use {newest}, or the oldest released version that has what you need.",
    fr: "Utilisez {newest}, ou la plus ancienne version publiée qui contient ce qu'il vous faut.",
  },
  source: "contracts E.1, E.6",
  passes: { manifest: { manifestVersion: "1.19" } },
  fails: { manifest: { manifestVersion: "devPreview", $schema: schemaAddress("devPreview") } },
  *check({ version }) {
    if (version === "devPreview")
      yield { pointer: "/manifestVersion", values: { newest: newestVersion }, found: version };
  },
};

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

export const outerSpace: Rule = {
  id: "manifest/outer-space",
  severity: "warning",
  title: { en: "No white space around values", fr: "Pas d'espaces autour des valeurs" },
  message: { en: "{place} begins or ends with white space.", fr: "{place} commence ou finit par des espaces." },
  why: {
    en: "“ Contoso” and “Contoso” are sorted apart and compared as different.",
    fr: "« Contoso » avec ou sans espace sont triés et comparés comme différents.",
  },
  fix: { en: "Remove it, or run `parvis validate --fix`.", fr: "Retirez-les, ou lancez `parvis validate --fix`." },
  source: "Parvis",
  passes: { manifest: { name: { short: "Contoso Alerts" } } },
  fails: { manifest: { name: { short: "Contoso Alerts " } } },
  *check({ manifest }) {
    const places = [
      ["id"],
      ["version"],
      ["packageName"],
      ["accentColor"],
      ["name", "short"],
      ["name", "full"],
      ["developer", "name"],
      ["developer", "websiteUrl"],
      ["developer", "privacyUrl"],
      ["developer", "termsOfUseUrl"],
      ["icons", "color"],
      ["icons", "outline"],
    ];
    for (const path of places) {
      const text = textAt(manifest, ...path);
      if (text !== undefined && text !== text.trim())
        yield { pointer: `/${path.join("/")}`, values: { place: path.join(".") }, found: JSON.stringify(text) };
    }
  },
};

export const idZero: Rule = {
  id: "manifest/id-zero",
  severity: { organization: "warning", store: "error" },
  graph: "CommonAppIdIsNotGuid",
  title: { en: "The app's id is its own", fr: "L'identifiant de l'application est le sien" },
  message: {
    en: "The id is all zeros.",
    fr: "L'identifiant n'est fait que de zéros.",
  },
  why: {
    en: "Everybody who left the template's id as it was has the same one.",
    fr: "Tous ceux qui ont laissé l'identifiant du modèle ont le même.",
  },
  fix: {
    en: "Make a new GUID: `parvis init` does, and so does `uuidgen`.",
    fr: "Créez un nouveau GUID : `parvis init` le fait, `uuidgen` aussi.",
  },
  source: "contracts A.3",
  passes: { manifest: { id: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55" } },
  fails: { manifest: { id: "00000000-0000-0000-0000-000000000000" } },
  *check({ manifest }) {
    const id = textAt(manifest, "id") ?? "";
    if (/^(0{8}-(0{4}-){3}0{12})$/.test(id)) yield { pointer: "/id", found: id };
  },
};
