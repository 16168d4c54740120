import { newestVersion, schemaAddress } from "../../schema/schema-versions.ts";
import type { Rule } from "../rule.ts";

export const previewVersion: Rule = {
  id: "manifest/preview-version",
  severity: { organization: "suggestion", store: "error" },
  title: { en: "The manifest follows a released schema", fr: "Le manifeste suit un schéma publié" },
  message: { en: "devPreview may change at any time.", fr: "devPreview peut changer à tout moment." },
  why: {
    en: "The store takes released versions only, and a preview can break an app overnight.",
    fr: "Le magasin n'accepte que les versions publiées, et un aperçu peut casser une application du jour au lendemain.",
  },
  fix: {
    en: "Use {newest}, or the oldest released version that has what you need.",
    fr: "Utilisez {newest}, ou la plus ancienne version publiée qui contient ce qu'il vous faut.",
  },
  source: "contracts E.1, E.6",
  passes: { manifest: { manifestVersion: "1.19" } },
  fails: { manifest: { manifestVersion: "devPreview", $schema: schemaAddress("devPreview") } },
  *check({ version }) {
    if (version === "devPreview")
      yield { pointer: "/manifestVersion", values: { newest: newestVersion }, found: version };
  },
};
