import type { Rule } from "../rule.ts";

export const truncated: Rule = {
  id: "package/truncated",
  severity: "error",
  graph: "Serialization_FileMissing",
  title: { en: "The zip is complete", fr: "Le zip est complet" },
  message: {
    en: "The zip file ends too early: part of it is missing.",
    fr: "Le fichier zip s'arrête trop tôt : il en manque une partie.",
  },
  why: {
    en: "The table of contents stands at the end of a zip. Without it nothing in the file can be relied on.",
    fr: "La table des matières d'un zip se trouve à la fin. Sans elle, rien dans le fichier n'est fiable.",
  },
  fix: {
    en: "Upload or copy the file again; an interrupted transfer leaves such a file.",
    fr: "Envoyez ou copiez le fichier à nouveau ; un transfert interrompu laisse un tel fichier.",
  },
  source: "APPNOTE 4.3",
  passes: { words: { en: "The whole file, to its last byte.", fr: "Le fichier entier, jusqu'au dernier octet." } },
  fails: { words: { en: "The first half of a zip.", fr: "La première moitié d'un zip." } },
};
