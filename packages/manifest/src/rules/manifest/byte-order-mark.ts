import type { Rule } from "../rule.ts";

export const byteOrderMark: Rule = {
  id: "manifest/byte-order-mark",
  severity: "suggestion",
  title: { en: "No byte-order mark", fr: "Pas de marque d'ordre des octets" },
  message: {
    en: "{file} begins with a byte-order mark. It was skipped.",
    fr: "{file} commence par une marque d'ordre des octets. Elle a été ignorée.",
  },
  why: {
    en: "RFC 8259 forbids writing one and leaves reading one to the reader's mercy; some refuse the file.",
    fr: "La RFC 8259 interdit d'en écrire une et laisse chaque lecteur libre de l'accepter ; certains refusent le fichier.",
  },
  fix: {
    en: "Save as “UTF-8 without BOM”, or run `parvis validate --fix`.",
    fr: "Enregistrez en « UTF-8 sans BOM », ou lancez `parvis validate --fix`.",
  },
  source: "RFC 8259, clause 8.1",
  passes: { words: { en: "Bytes 7B …", fr: "Octets 7B …" } },
  fails: { words: { en: "Bytes EF BB BF 7B …", fr: "Octets EF BB BF 7B …" } },
};
