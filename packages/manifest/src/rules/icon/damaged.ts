import type { Rule } from "../rule.ts";

export const damagedIcon: Rule = {
  id: "icon/damaged",
  severity: "error",
  graph: "SchemaError_ContentEncoding",
  title: { en: "Icons can be drawn", fr: "Les icônes peuvent être dessinées" },
  message: {
    en: "The {kind} icon “{path}” is a damaged PNG: its part {detail} is broken or missing.",
    fr: "L'icône {kind} « {path} » est un PNG endommagé : sa partie {detail} est abîmée ou absente.",
  },
  why: {
    en: "A damaged picture shows as an empty square, or not at all.",
    fr: "Une image endommagée s'affiche comme un carré vide, ou pas du tout.",
  },
  fix: { en: "Export the icon again.", fr: "Exportez à nouveau l'icône." },
  source: "W3C PNG, clause 5",
  passes: { words: { en: "A PNG as it was exported.", fr: "Un PNG tel qu'il a été exporté." } },
  fails: { words: { en: "A PNG cut off in the middle.", fr: "Un PNG coupé au milieu." } },
};
