import type { Rule } from "../rule.ts";

export const tooLong: Rule = {
  id: "manifest/too-long",
  severity: "error",
  graph: "Serialization_FileNotValidJson",
  title: { en: "The manifest is no longer than 2 MB", fr: "Le manifeste ne dépasse pas 2 Mo" },
  message: {
    en: "{file} is {size} bytes; {limit} are allowed.",
    fr: "{file} fait {size} octets ; {limit} sont autorisés.",
  },
  why: {
    en: "Every client loads the manifest. Real ones take a few kilobytes.",
    fr: "Chaque client charge le manifeste. Les vrais font quelques kilo-octets.",
  },
  fix: { en: "Remove what is not part of the manifest.", fr: "Retirez ce qui ne fait pas partie du manifeste." },
  source: "Parvis",
  passes: { words: { en: "A manifest of 5 kB.", fr: "Un manifeste de 5 ko." } },
  fails: { words: { en: "A manifest of 5 MB.", fr: "Un manifeste de 5 Mo." } },
};
