import type { Rule } from "../rule.ts";

export const contradictory: Rule = {
  id: "icon/contradictory",
  severity: "error",
  graph: "SchemaError_ContentEncoding",
  title: { en: "An icon is as large as it says", fr: "Une icône a la taille qu'elle annonce" },
  message: {
    en: "The {kind} icon “{path}” says it is {width}x{height}, and its data holds another number of pixels ({detail} bytes).",
    fr: "L'icône {kind} « {path} » annonce {width}x{height}, et ses données contiennent un autre nombre de pixels ({detail} octets).",
  },
  why: {
    en: "A header that lies about its size passes careless checks and then breaks, or floods, whoever draws it.",
    fr: "Un en-tête qui ment sur sa taille passe les contrôles superficiels, puis casse ou noie celui qui dessine l'image.",
  },
  fix: { en: "Export the icon again at its real size.", fr: "Exportez à nouveau l'icône à sa vraie taille." },
  source: "W3C PNG, clause 7",
  passes: {
    words: { en: "192x192 in the header and in the data.", fr: "192x192 dans l'en-tête et dans les données." },
  },
  fails: {
    words: { en: "192x192 in the header, 32x32 in the data.", fr: "192x192 dans l'en-tête, 32x32 dans les données." },
  },
};
