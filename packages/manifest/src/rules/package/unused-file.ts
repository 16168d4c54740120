import type { JsonValue } from "../../json/json-value.ts";
import { nameKey } from "../../package/entry-names.ts";
import type { Rule } from "../rule.ts";

export const unusedFile: Rule = {
  id: "package/unused-file",
  severity: "suggestion",
  title: { en: "Every file has a purpose", fr: "Chaque fichier a un usage" },
  message: { en: "Nothing in the manifest names “{path}”.", fr: "Rien dans le manifeste ne nomme « {path} »." },
  why: {
    en: "Everybody who installs the app downloads the package; notes and sources in it are public.",
    fr: "Qui installe l'application télécharge le package ; les notes et sources qu'il contient sont publiques.",
  },
  fix: {
    en: "Leave it out, unless a file that the manifest names needs it.",
    fr: "Retirez-le, sauf si un fichier nommé par le manifeste en a besoin.",
  },
  source: "Parvis",
  passes: { words: { en: "manifest.json, color.png, outline.png", fr: "manifest.json, color.png, outline.png" } },
  fails: {
    words: {
      en: "manifest.json, color.png, outline.png, secrets.txt",
      fr: "manifest.json, color.png, outline.png, secrets.txt",
    },
  },
  *check({ manifest, files }) {
    // Agents and skills name folders and further files of their own; what they need cannot be told from here.
    if (
      files === null ||
      [
        "copilotAgents",
        "copilotExtensions",
        "agentSkills",
        "agenticUserTemplates",
        "agentConnectors",
        "extensions",
      ].some((key) => manifest[key] !== undefined)
    )
      return;
    const said = new Set<string>();
    collectNames(manifest, said);
    for (const path of files.keys()) {
      if (path === "manifest.json" || said.has(nameKey(path))) continue;
      yield { file: path, values: { path } };
    }
  },
};

/** Every text of the manifest as the name it may be. */
function collectNames(value: JsonValue, names: Set<string>): void {
  if (typeof value === "string") {
    if (value.length < 300) names.add(nameKey(value));
  } else if (typeof value === "object" && value !== null)
    for (const item of Object.values(value)) collectNames(item, names);
}
