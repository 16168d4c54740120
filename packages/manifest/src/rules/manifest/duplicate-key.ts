import type { Rule } from "../rule.ts";

export const duplicateKey: Rule = {
  id: "manifest/duplicate-key",
  severity: "warning",
  title: { en: "Every property stands once", fr: "Chaque propriété n'apparaît qu'une fois" },
  message: {
    en: "“{detail}” stands twice in the same object of {file}; the last one counts here.",
    fr: "« {detail} » apparaît deux fois dans le même objet de {file} ; ici, la dernière compte.",
  },
  why: {
    en: "RFC 8259 leaves open which of the two wins, so two programs may read two different apps.",
    fr: "La RFC 8259 ne dit pas laquelle gagne : deux programmes peuvent lire deux applications différentes.",
  },
  fix: { en: "Remove one of them.", fr: "Supprimez l'une des deux." },
  source: "RFC 8259, clause 4",
  passes: { words: { en: '{ "id": "a" }', fr: '{ "id": "a" }' } },
  fails: { words: { en: '{ "id": "a", "id": "b" }', fr: '{ "id": "a", "id": "b" }' } },
};
