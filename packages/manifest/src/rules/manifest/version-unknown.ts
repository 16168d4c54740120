import type { Rule } from "../rule.ts";

export const versionUnknown: Rule = {
  id: "manifest/version-unknown",
  severity: "error",
  graph: "SchemaError_Const",
  title: { en: "The manifest version exists", fr: "La version du manifeste existe" },
  message: {
    en: "There is no manifest version “{found}”. The rest was judged by the nearest one, {version}.",
    fr: "Il n'y a pas de version de manifeste « {found} ». Le reste a été jugé selon la plus proche, {version}.",
  },
  why: {
    en: "Versions run from 1.0 to the newest one, without 1.18, and devPreview. Anything else has no schema.",
    fr: "Les versions vont de 1.0 à la plus récente, sans 1.18, plus devPreview. Aucune autre n'a de schéma.",
  },
  fix: { en: 'Write "manifestVersion": "{version}".', fr: 'Écrivez "manifestVersion": "{version}".' },
  source: "contracts E.1",
  passes: { manifest: { manifestVersion: "1.19" } },
  fails: { manifest: { manifestVersion: "1.18" } },
};
