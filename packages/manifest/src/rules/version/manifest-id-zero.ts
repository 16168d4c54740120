import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const idZero: Rule = {
  id: "manifest/id-zero",
  severity: { organization: "warning", store: "error" },
  graph: "CommonAppIdIsNotGuid",
  title: { en: "The app's id is its own", fr: "L'identifiant de l'application est le sien" },
  message: {
    en: "The id is all zeros.",
    fr: "L'identifiant n'est fait que de zéros.",
  },
  why: {
    en: "Everybody who left the template's id as it was has the same one.",
    fr: "Tous ceux qui ont laissé l'identifiant du modèle ont le même.",
  },
  fix: {
    en: "Make a new GUID: `parvis init` does, and so does `uuidgen`.",
    fr: "Créez un nouveau GUID : `parvis init` le fait, `uuidgen` aussi.",
  },
  source: "contracts A.3",
  passes: { manifest: { id: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55" } },
  fails: { manifest: { id: "00000000-0000-0000-0000-000000000000" } },
  *check({ manifest }) {
    const id = textAt(manifest, "id") ?? "";
    if (/^(0{8}-(0{4}-){3}0{12})$/.test(id)) yield { pointer: "/id", found: id };
  },
};
