import type { Rule } from "../rule.ts";

export const versionMissing: Rule = {
  id: "manifest/version-missing",
  severity: "error",
  graph: "Serialization_ManifestVersionPropertyMissing",
  title: { en: "The manifest says which schema it follows", fr: "Le manifeste indique le schéma qu'il suit" },
  message: {
    en: "manifestVersion is missing or empty. The rest was judged by version {version}.",
    fr: "manifestVersion manque ou est vide. Le reste a été jugé selon la version {version}.",
  },
  why: {
    en: "The same property can be right in one version and wrong in the next; without the version nothing can be judged for sure.",
    fr: "Une propriété peut être juste dans une version et fausse dans la suivante ; sans la version, rien n'est sûr.",
  },
  fix: { en: 'Add "manifestVersion": "{version}".', fr: 'Ajoutez "manifestVersion": "{version}".' },
  source: "contracts A.3, E.1",
  passes: { manifest: { manifestVersion: "1.19" } },
  fails: { manifest: { manifestVersion: null } },
};
