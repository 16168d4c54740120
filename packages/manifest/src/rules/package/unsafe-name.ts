import type { Text } from "../../finding.ts";
import type { Rule } from "../rule.ts";

export const unsafeNameReasons: Readonly<Record<"absolute" | "climbs" | "empty" | "control", Text>> = {
  absolute: { en: "it is an absolute path", fr: "c'est un chemin absolu" },
  climbs: { en: "it climbs out of the package with “..”", fr: "il sort du package par « .. »" },
  empty: { en: "it is empty", fr: "il est vide" },
  control: { en: "it holds control characters", fr: "il contient des caractères de contrôle" },
};

export const unsafeName: Rule = {
  id: "package/unsafe-name",
  severity: "error",
  title: { en: "No file name leads out of the package", fr: "Aucun nom de fichier ne sort du package" },
  message: {
    en: "The entry name “{name}” is not allowed: {reason}. It was not read.",
    fr: "Le nom d'entrée « {name} » n'est pas permis : {reason}. L'entrée n'a pas été lue.",
  },
  why: {
    en: "A name such as ../../etc/passwd overwrites files outside the folder the package is unpacked into.",
    fr: "Un nom comme ../../etc/passwd écrase des fichiers hors du dossier où le package est décompressé.",
  },
  fix: {
    en: "Use names relative to the package, such as icons/color.png.",
    fr: "Utilisez des noms relatifs au package, comme icons/color.png.",
  },
  source: "APPNOTE 4.4.17",
  passes: { words: { en: "icons/color.png", fr: "icons/color.png" } },
  fails: { words: { en: "../color.png, /color.png, C:\\color.png", fr: "../color.png, /color.png, C:\\color.png" } },
};
