import type { Rule } from "../rule.ts";

export const tooDeep: Rule = {
  id: "manifest/too-deep",
  severity: "error",
  graph: "Serialization_FileNotValidJson",
  title: { en: "Brackets are nested within reason", fr: "L'imbrication reste raisonnable" },
  message: {
    en: "Brackets in {file} are nested more than {detail} deep; it was not read further.",
    fr: "Les crochets de {file} sont imbriqués sur plus de {detail} niveaux ; la lecture s'est arrêtée là.",
  },
  why: {
    en: "The deepest manifest needs about a dozen levels. Thousands are there to make a reader fall over.",
    fr: "Le manifeste le plus profond demande une douzaine de niveaux. Des milliers sont là pour faire tomber un lecteur.",
  },
  fix: { en: "Remove the nested brackets.", fr: "Retirez les crochets imbriqués." },
  source: "Parvis",
  passes: { words: { en: "Any real manifest.", fr: "Tout vrai manifeste." } },
  fails: { words: { en: "[[[[[[[[…]]]]]]]] with 101 levels", fr: "[[[[[[[[…]]]]]]]] sur 101 niveaux" } },
};
