import type { Rule } from "../rule.ts";

export const noManifest: Rule = {
  id: "package/no-manifest",
  severity: "error",
  graph: "Serialization_FileMissing",
  title: { en: "manifest.json stands at the top of the package", fr: "manifest.json se trouve à la racine du package" },
  message: {
    en: "There is no manifest.json at the top of the package.{hint}",
    fr: "Il n'y a pas de manifest.json à la racine du package.{hint}",
  },
  why: {
    en: "The manifest is found by its name and place alone. Zipping the folder instead of its contents puts it one level too deep.",
    fr: "Le manifeste n'est trouvé que par son nom et sa place. Compresser le dossier au lieu de son contenu le place un niveau trop bas.",
  },
  fix: {
    en: "Zip the files themselves: `parvis pack DIR`. The name is manifest.json, in lower case.",
    fr: "Compressez les fichiers eux-mêmes : `parvis pack DIR`. Le nom est manifest.json, en minuscules.",
  },
  source: "contracts A.3",
  passes: { words: { en: "manifest.json", fr: "manifest.json" } },
  fails: { words: { en: "my-app/manifest.json, Manifest.json", fr: "mon-app/manifest.json, Manifest.json" } },
};

/** Says what was found instead, when something was. */
export function manifestHint(names: Iterable<string>) {
  for (const name of names) {
    if (!/(^|\/)(manifest|teams-manifest|app-manifest)\.json$/i.test(name)) continue;
    return { en: ` There is “${name}”.`, fr: ` Il y a « ${name} ».` };
  }
  return { en: "", fr: "" };
}
