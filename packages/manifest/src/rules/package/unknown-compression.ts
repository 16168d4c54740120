import type { Rule } from "../rule.ts";

export const unknownCompression: Rule = {
  id: "package/unknown-compression",
  severity: "error",
  title: { en: "Files are stored or deflated", fr: "Les fichiers sont stockés ou compressés par deflate" },
  message: {
    en: "“{name}” is compressed by method {method}, which readers of packages do not know; it was not read.",
    fr: "« {name} » est compressé par la méthode {method}, que les lecteurs de packages ne connaissent pas ; il n'a pas été lu.",
  },
  why: {
    en: "Every zip reader knows methods 0 (stored) and 8 (deflate), and few know more.",
    fr: "Tout lecteur de zip connaît les méthodes 0 (stocké) et 8 (deflate) ; peu en connaissent d'autres.",
  },
  fix: {
    en: "Zip with the method “deflate”: `parvis pack DIR`.",
    fr: "Compressez par « deflate » : `parvis pack DIR`.",
  },
  source: "APPNOTE 4.4.5",
  passes: { words: { en: "deflate", fr: "deflate" } },
  fails: { words: { en: "bzip2, LZMA, zstd", fr: "bzip2, LZMA, zstd" } },
};
