import type { Rule } from "../rule.ts";

export const missing: Rule = {
  id: "icon/missing",
  severity: "error",
  graph: "Serialization_FileMissing",
  title: { en: "Both icons are in the package", fr: "Les deux icônes sont dans le package" },
  message: {
    en: "The manifest names the {kind} icon “{path}”, and there is no such file in the package.{hint}",
    fr: "Le manifeste nomme l'icône {kind} « {path} », et ce fichier n'est pas dans le package.{hint}",
  },
  why: {
    en: "Without its icons an app cannot be shown in the store, the app bar or a message.",
    fr: "Sans ses icônes, une application ne peut être montrée ni dans le magasin, ni dans la barre, ni dans un message.",
  },
  fix: {
    en: "Add the file, or write the name of the one that is there; names are compared exactly, upper and lower case included.",
    fr: "Ajoutez le fichier, ou écrivez le nom de celui qui s'y trouve ; les noms sont comparés exactement, majuscules comprises.",
  },
  source: "contracts A.3, E.6",
  passes: {
    words: { en: '"color": "color.png" and a file color.png', fr: '"color": "color.png" et un fichier color.png' },
  },
  fails: {
    words: { en: '"color": "color.png" and a file Color.PNG', fr: '"color": "color.png" et un fichier Color.PNG' },
  },
};
