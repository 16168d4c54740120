import type { Rule } from "../rule.ts";

export const comment: Rule = {
  id: "manifest/comment",
  severity: "error",
  graph: "Serialization_FileNotValidJson",
  title: { en: "No comments", fr: "Pas de commentaires" },
  message: { en: "There is a comment in {file}.", fr: "Il y a un commentaire dans {file}." },
  why: {
    en: "JSON has no comments; the file is refused as a whole.",
    fr: "JSON n'admet pas de commentaires ; le fichier entier est refusé.",
  },
  fix: {
    en: "Remove the comment, or run `parvis validate --fix`.",
    fr: "Retirez le commentaire, ou lancez `parvis validate --fix`.",
  },
  source: "RFC 8259",
  passes: { words: { en: '{ "version": "1.0.0" }', fr: '{ "version": "1.0.0" }' } },
  fails: { words: { en: '{ "version": "1.0.0" /* first */ }', fr: '{ "version": "1.0.0" /* première */ }' } },
};
